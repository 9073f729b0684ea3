"""Where a quote stands in its letter's text: its words are the text's own, and are not kept twice."""

from db.model import Quote


def find_span(quote: Quote | None, text: str) -> tuple[int | None, int | None]:
    """Start and end of a quote; of none, nothing.

    Raises:
        ValueError: it is not what stands there.
    """
    if quote is None:
        return None, None
    if quote.start < 0 or quote.end < quote.start or text[quote.start : quote.end] != quote.text:
        raise ValueError("a quote is not what stands at its place in the letter")
    return quote.start, quote.end
