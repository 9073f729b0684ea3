"""A rate as a bar of inline SVG, with a line where the average of similar councils stands."""

from db.export.document import Bar

_WIDTH, _HEIGHT = 100, 10


def draw_bar_svg(bar: Bar) -> str:
    """The bar: filled where the rate stands for enough cases, striped where for few."""
    rate = min(max(float(bar.rate), 0.0), float(_WIDTH))
    about = f"{bar.rate}%" + ("" if bar.average is None else f", average {bar.average}%")
    shapes = [f'<rect class="track" width="{_WIDTH}" height="{_HEIGHT}"/>']
    if bar.is_few:
        shapes += [f'<rect class="stripe" x="{x}" width="1" height="{_HEIGHT}"/>' for x in range(0, int(rate), 3)]
        shapes.append(f'<rect class="outline" width="{rate:g}" height="{_HEIGHT}"/>')
    else:
        shapes.append(f'<rect class="rate" width="{rate:g}" height="{_HEIGHT}"/>')
    if bar.average is not None:
        at = min(max(float(bar.average), 0.0), float(_WIDTH))
        shapes.append(f'<line class="average" x1="{at:g}" x2="{at:g}" y1="-2" y2="{_HEIGHT + 2}"/>')
    return (
        f'<svg role="img" aria-label="{about}" viewBox="-1 -2 {_WIDTH + 2} {_HEIGHT + 4}" '
        f'preserveAspectRatio="none">{"".join(shapes)}</svg>'
    )
