import time

import pytest

from db.errors import Refused
from db.text.html import MAX_TAGS
from db.text.reading import read


def text(page: str) -> str:
    found = read(page.encode())
    assert found.media_type == "text/html"
    return found.text


def test_a_page_becomes_its_words_block_by_block() -> None:
    page = """<!DOCTYPE html>
    <html><head><title>Letter</title><style>p {color: red}</style></head>
    <body><h1>Annual  Review
      letter</h1><p>In <b>100%</b> of cases &mdash; &pound;500 &amp; more<br>paid</p>
    <script>document.write("<p>99%</p>")</script><!-- <p>98%</p> -->
    <ul><li>One</li><li><a href="x?a=1>2">Two</a></ul></body></html>"""
    assert text(page) == "Annual Review letter\n\nIn 100% of cases \u2014 £500 & more\npaid\n\nOne\nTwo"


def test_a_row_is_a_line_with_its_columns_under_their_headings() -> None:
    page = """<table><thead><tr><th rowspan="2">Housing<th colspan=2>Detailed <br>Investigations<th>Total</tr>
    <tr><th>Upheld</th><th>Not upheld</th><th></th></tr></thead>
    <tr><td>1</td><td></td><td>2</td><td>3</td></tr></table>"""
    assert text(page) == "Housing\tDetailed Investigations\t\tTotal\n\tUpheld\tNot upheld\t\n1\t\t2\t3"


def test_a_table_for_looks_alone_keeps_its_lines() -> None:
    assert text("<html><table><tr><td><p>Dear Mrs Court</p><p>Review</p></td></tr></table>") == (
        "Dear Mrs Court\n\nReview"
    )


def test_a_page_without_the_tags_that_may_be_left_out_is_read() -> None:
    assert text("<html><head><meta charset=utf-8><p>One<p>Two<td>Three") == "One\n\nTwo\nThree"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert text("<html><pre>a  b\n\tc</pre><p>d  e</p>") == "a  b\n\tc\n\nd e"


def test_what_is_not_quite_a_tag_is_text_or_nothing() -> None:
    assert text("<html>3 < 5 & 6 &unknown; <!> <? x> </> <p don't>a</p don't> 1&#0;&#99999999999999999999;2 <b") == (
        "3 < 5 & 6 &unknown;\n\na\n\n1\ufffd\ufffd2"
    )


def test_a_page_as_a_browser_saves_it_is_read() -> None:
    assert text("<?xml version='1.0'?>\n<!-- saved from url=(0014)about:internet -->\n<html><p>Dear</html>") == "Dear"


def test_a_page_of_cp1252_is_read() -> None:
    assert read("<html><p>£500</p>".encode("cp1252")).text == "£500"


def test_a_script_without_an_end_hides_the_rest_as_in_a_browser() -> None:
    assert text("<html><p>Dear</p><script>var a = '<p>99%</p>'") == "Dear"


def test_escapes_written_as_references_are_harmless() -> None:
    assert text("<html><p>&#27;]0;a&#7;Dear &#155;Mrs &#x202e;Court\x9b1m</p>") == "]0;aDear \u203aMrs Court"


def test_tables_in_tables_without_end_are_refused_or_flattened() -> None:
    page = "<html>" + "<table><tr><td>" * 100_000 + "60%"
    started = time.process_time()
    with pytest.raises(Refused, match="tables within tables"):
        read(page.encode())
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "unit", ["<!--a>", "<", "</", "<![", "<a b='", '<a b="', "<script>", "&#", "<?", "<a <", "<br/"]
)
def test_a_megabyte_of_unfinished_tags_takes_no_more_than_seconds(unit: str) -> None:
    page = ("<html><p>x</p>" + unit * (1_000_000 // len(unit))).encode()
    started = time.process_time()
    read(page)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("unit", ["<p>a", "<tr><td>a<td>b", "<td colspan=64 rowspan=999>", "<br>"])
def test_a_page_of_very_many_tags_is_refused_soon(unit: str) -> None:
    page = ("<html><table>" + unit * MAX_TAGS).encode()
    started = time.process_time()
    with pytest.raises(Refused, match="split it"):
        read(page)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "page",
    ["<table><td colspan=" + " " * 300_000 + "x>a", "<pre>" + " <b>" * 50_000 + "<div>" * 50_000 + "a"],
    ids=["a span without a number", "a line of spaces"],
)
def test_spaces_without_end_take_no_more_than_seconds(page: str) -> None:
    started = time.process_time()
    assert read(f"<html>{page}".encode()).text.strip() == "a"
    assert time.process_time() - started < 4
