"""A line of a list, beside the same text as Textual has it look."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style as RichStyle
from textual.content import Content, Span
from textual.style import Style

from tui.panes.line import Words, draw_line

LOOKS = {"bold": Style(bold=True), "muted": Style.parse("#a0b0c0"), "on": Style.parse("white on #203040")}
BASE = Style.parse("#e0e0e0 on #121212")
ROOM = 60

spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 12), st.sampled_from(sorted(LOOKS))).map(
        lambda span: Span(span[0], span[0] + span[1], span[2])
    ),
    max_size=5,
)


def read(style: str | Style) -> Style:
    return LOOKS[style] if isinstance(style, str) else style


def look(words: Words) -> RichStyle:
    style = BASE
    for each in words:
        style += read(each)
    return style.rich_style


Cells = list[tuple[str, RichStyle | None]]


@given(st.text("abc é漢-", max_size=28), spans)
def test_a_line_looks_as_textual_has_text_look(text: str, spans: list[Span]) -> None:
    content = Content(text, [span._replace(end=min(span.end, len(text))) for span in spans if span.start < len(text)])
    theirs: Cells = [
        (character, style.rich_style)
        for part, style in content.render(BASE, end="", parse_style=read)
        for character in part
    ]
    blanks: Cells = [(" ", BASE.rich_style)] * (ROOM - content.cell_length)
    strip = draw_line(content, ROOM, look)
    assert [(character, style) for part, style, _ in strip for character in part] == theirs + blanks
    assert strip.cell_length == ROOM


def test_a_line_with_too_little_room_is_cut() -> None:
    assert draw_line(Content("one two three"), 7, look).text == "one two"
