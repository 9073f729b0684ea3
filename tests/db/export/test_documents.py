"""A page as Markdown and as HTML: any text stays text, and the HTML asks for nothing and runs nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from db.export.document import Bar, Bullets, Document, Grid, Paragraph, Passage, Section, Sources
from db.export.document_html import write_html
from db.export.document_markdown import write_markdown
from db.text.clean import one_line
from tests.db.export.read_back import HtmlReader, read_markdown

SIGNS = "<>&\"'*_`[]()!#|~\\$-+=.1 \n\tax/:@"
TEXT = st.text(max_size=40) | st.text(alphabet=SIGNS, max_size=30)
ATTACKS = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://example.org/a.png)", "</style><b>")


def make_document(text: str) -> Document:
    """A page in which every text is this one."""
    blocks = (
        Paragraph(text),
        Paragraph(text, is_muted=True),
        Bullets((text, text)),
        Passage(text, text, text),
        Grid((text, text), ((text, text), (text, text)), (Bar(60, 45, False), Bar(100, None, True))),
        Sources((text,)),
    )
    return Document(text, text, (Section(text, blocks),), text)


def _normal(text: str) -> str:
    return " ".join(one_line(text, 100_000).split())


@given(TEXT | st.sampled_from(ATTACKS))
def test_html_shows_the_text_and_has_no_element_but_ours(text: str) -> None:
    page = HtmlReader(write_html(make_document(text)))
    plain = HtmlReader(write_html(make_document("plain")))
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes
    assert page.text.replace(" ", "") == plain.text.replace("plain", _normal(text)).replace(" ", "")


def test_html_has_no_script_and_asks_for_nothing() -> None:
    written = write_html(make_document("words"))
    page = HtmlReader(written)
    assert not {"script", "link", "img", "iframe", "object", "form", "base", "a"} & set(page.tags)
    assert not {"src", "href", "action", "data", "srcset"} & {name for name, _ in page.attributes}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "url(" not in written
    assert "@import" not in written
    assert "@page" in written
    assert page.tags.count("svg") == 2


@given(TEXT | st.sampled_from(ATTACKS))
@example("closed #")
@example("C ##")
@example("#")
def test_markdown_shows_the_text_and_nothing_of_it_is_a_sign(text: str) -> None:
    if not _normal(text):
        return  # a heading of nothing is none, in any Markdown
    page = read_markdown(write_markdown(make_document(text)))
    plain = read_markdown(write_markdown(make_document("plain")))
    assert page.tags == plain.tags
    assert page.text.replace(" ", "") == plain.text.replace("plain", _normal(text)).replace(" ", "")


def test_a_bar_says_its_numbers_to_who_cannot_see_it() -> None:
    page = HtmlReader(write_html(make_document("words")))
    labels = [value for name, value in page.attributes if name == "aria-label"]
    assert labels == ["60%, average 45%", "100%"]
