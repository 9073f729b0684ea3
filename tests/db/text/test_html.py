import pytest

from db.errors import Refused
from db.text.limits import MAX_TAGS
from db.text.reading import read
from tests.processor_time import takes_less_than


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


@pytest.mark.parametrize(
    "struck",
    [
        "<del>4</del>",
        "<s>4</s>",
        "<STRIKE><b>4</b></STRIKE>",
        "<span style='color: red; text-decoration: line-through'>4</span>",
    ],
)
def test_what_is_struck_out_is_left_out(struck: str) -> None:
    assert text(f"<html><p>a total of {struck}<ins>8</ins> compliance outcomes</p>") == (
        "a total of 8 compliance outcomes"
    )


def test_raised_and_lowered_digits_are_no_part_of_the_number_beside_them() -> None:
    page = "<html><p>a total of 8<sup><a href='#n'>12</a></sup> on 31<sup>st</sup> March, CO<sub>2</sub> 60%<p>7"
    assert text(page) == "a total of 8\u00b9\u00b2 on 31st March, CO\u2082 60%\n\n7"


def test_a_raised_mark_without_an_end_ends_with_its_paragraph_or_cell() -> None:
    assert text("<html><p>8<sup>1<p>60%<table><tr><td>3<sup>2<td>4<td>5</table>") == "8\u00b9\n\n60%\n\n3\u00b2\t4\t5"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>99%</p>",
        "<p hidden>99%",
        '<div style="display:none"><p>99%</div>',
        "<div STYLE='color:red;visibility : hidden'><div>99%</div>98%</div>",
        '<div hidden=""><ul><li>99%<li>98%</ul><br></div>',
        "<ul><li hidden>99%<ul><li>98%</ul></ul>",
        "<textarea>99%</textarea>",
        "<textarea><p>99%</p></textarea>",
        "<template><p>99%</p></template>",
        "<svg><g/><svg/><text>99%</text></svg>",
        "<span hidden>99%</span>",
        "<p>&nbsp;<del>99%</p>",
        '<input type="text" hidden value="99%">',
    ],
)
def test_what_a_browser_does_not_show_is_left_out_and_nothing_after_it(hidden: str) -> None:
    assert text(f"<html><p>Dear</p>{hidden}<p>60%</p>").split() == ["Dear", "60%"]


def test_a_hidden_cell_is_an_empty_one_and_a_hidden_row_is_none() -> None:
    page = (
        "<html><table><tr><th hidden>99<th>Housing<th style='display: none'>98</th><th>Total</tr>"
        "<tr hidden><td>1<td>2<td>3<tr><td>4<td hidden>5<table><tr><td>6</table><td>7</table>"
    )
    assert text(page) == "\tHousing\t\tTotal\n4\t\t7"


def test_what_only_sounds_hidden_is_shown() -> None:
    page = "<html><p class=hidden data-hidden=1 style='overflow:hidden; text-decoration:underline; display:block'>60%"
    assert text(page) == "60%"


def test_a_comment_ends_where_html_says() -> None:
    assert text("<html><!-- a --!><p>60%<!--> 1 <!---> 2 <!-- -- > 99% -->") == "60% 1 2"
    assert text("<!-- saved --!><html><p>60%") == "60%"


def test_tables_in_tables_without_end_are_refused_or_flattened() -> None:
    page = "<html>" + "<table><tr><td>" * 100_000 + "60%"
    with takes_less_than(5), pytest.raises(Refused, match="tables within tables"):
        read(page.encode())


@pytest.mark.parametrize(
    "unit",
    [
        "<!--a>",
        "<",
        "</",
        "<![",
        "<a b='",
        '<a b="',
        "<script>",
        "&#",
        "<?",
        "<a <",
        "<br/",
    ],
)
def test_a_megabyte_of_unfinished_tags_takes_no_more_than_seconds(unit: str) -> None:
    page = ("<html><p>x</p>" + unit * (1_000_000 // len(unit))).encode()
    with takes_less_than(5):
        read(page)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["<p>a", "<tr><td>a<td>b", "<td colspan=64 rowspan=999>", "<br>", "<s>", "<del></p>", "<b hidden></i>"]
)
def test_a_page_of_very_many_tags_is_refused_soon(unit: str) -> None:
    page = ("<html><table>" + unit * MAX_TAGS).encode()
    with takes_less_than(4), pytest.raises(Refused, match="split it"):
        read(page)


@pytest.mark.parametrize(
    "page",
    ["<table><td colspan=" + " " * 300_000 + "x>a", "<pre>" + " <b>" * 50_000 + "<div>" * 50_000 + "a"],
    ids=["a span without a number", "a line of spaces"],
)
def test_spaces_without_end_take_no_more_than_seconds(page: str) -> None:
    with takes_less_than(4):
        assert read(f"<html>{page}".encode()).text.strip() == "a"


@pytest.mark.parametrize("unit", ["text-decoration:", "display:none ", "a=", "hidde n", "style='' "])
def test_attributes_without_end_take_no_more_than_seconds(unit: str) -> None:
    page = f'<html><p style="{unit * 50_000}" {unit * 50_000}>a'.encode()
    with takes_less_than(4):
        assert read(page + b"<p>b").text.endswith("b")
