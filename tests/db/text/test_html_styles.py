from contextlib import suppress

import pytest

from db.errors import Refused
from db.text.reading import read
from tests.processor_time import takes_less_than


def text(css: str, body: str, doctype: str = "<!DOCTYPE html>") -> str:
    return read(f"{doctype}<html><head><style>{css}</style></head><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    "css",
    [
        ".x{vertical-align:super}",
        "span.x { Vertical-Align : 4pt !important }",
        "p .x, h1 { font-variant-position: super }",
        "p > .x { position: relative; top: -.5em; font-size: 60% }",
        "#x { vertical-align: text-top; font-size: 60% }",
        "span[class~='x'] { vertical-align: 40% }",
        "@media screen { .x { vertical-align: super } }",
        "@import url(fonts.css); @font-face { src: url('a;b}') } .x { vertical-align: super }",
        ".x { background: url('data:a;b{}'); vertical-align: super }",
        "/* .x { vertical-align: baseline } */ <!-- .\\78 { vertical-align: super } -->",
        "p { .x { vertical-align: super } } .x { vertical-align: super }",
    ],
)
def test_digits_that_a_style_sheet_raises_are_no_part_of_the_number_beside_them(css: str) -> None:
    assert text(css, "<p>a total of 8<span class=x id=x><b>1</b></span>2") == "a total of 8\u00b92"


def test_a_style_of_its_own_raises_until_its_element_ends() -> None:
    body = "<p>8<span style='vertical-align:super'><a href='#n'>1</a></span>2<span style='vertical-align:sub'>3</span>"
    assert text("", body) == "8\u00b92\u2083"


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        ".a .x{text-decoration:line-through}",
        ".a>.x{text-decoration-line:underline line-through}",
        "div p.x:first-child{visibility:hidden}",
        ".x{position:absolute;clip:rect(0 0 0 0)}",
        ".x{position:absolute;left:-9999px}",
        ".x{position:absolute!important;height:1px!important;overflow:hidden!important}",
        ".x{opacity:0}",
        ".x{font-size:0}",
        ".x{color:transparent}",
        ".x{display:none!important}p.x{display:block}",
        ".x{display:none}p{display:block}",
        "@media print{p{color:red}}@media(min-width:600px){.x{display:none}}",
        "@supports(display:grid){@layer a{.x{display:none}}}",
        "p:not(.y){display:none}",
    ],
)
def test_what_a_style_sheet_hides_or_strikes_out_is_left_out(css: str) -> None:
    assert text(css, "<div class=a><p class=x>99%</p></div><p class=y>60%").split() == ["60%"]


@pytest.mark.parametrize(
    "css",
    [
        ".X{display:none}",
        ".b .x{display:none}",
        ".b>.x{display:none}",
        "@media print{.x{display:none}}",
        "@media only screen and (max-width:600px){.x{display:none}}",
        ".x{display:none}p.x{display:block}",
        ".x:hover,.x::before,.x:focus{display:none}",
        ":not(:defined){display:none}",
        "[hidden]{display:none!important}[aria-hidden=true]{opacity:1}",
        ".x{text-decoration:none;vertical-align:baseline;height:1%;overflow:hidden}",
        "/*.x{display:none}*/",
        "@keyframes fade{from{opacity:0}}",
    ],
)
def test_what_a_style_sheet_leaves_as_it_is_is_read(css: str) -> None:
    assert text(css, "<div class=a><b>A</b><p class=x aria-hidden=true>60%</p></div>").split() == ["A", "60%"]


@pytest.mark.parametrize(
    "css",
    [
        "b + .x{display:none}",
        ".x:last-child{text-decoration:line-through}",
        "p:nth-child(2){opacity:0}",
        "@media(orientation:landscape){.x{display:none}}",
        "@container(width > 1px){.x{visibility:hidden}}",
        ".x{display:var(--shown)}",
        ".a{.x{display:none}}",
    ],
)
def test_digits_that_may_be_hidden_for_all_that_is_known_are_unreadable(css: str) -> None:
    assert text(css, "<div class=a><b>A 1</b><p class=x>60% of</p></div>").split() == ["A", "1", "\ufffd\ufffd%", "of"]


def test_classes_of_a_page_without_a_doctype_are_the_same_in_capitals() -> None:
    assert text(".Old{display:none}", "<p>1<p class=oLD>2", doctype="") == "1"


def test_a_style_sheet_holds_wherever_it_stands_unless_it_is_no_part_of_the_page() -> None:
    assert read(b"<html><p>1<b>2</b><style>b{display:none}</style>").text == "1"
    for shell in ("<!--{}-->", "<template>{}</template>", "<noscript>{}</noscript>", "<p title='{}'>"):
        assert read(f"<html>{shell.format('<style>b{display:none}</style>')}<p>1<b>2</b>".encode()).text == "12"
    assert read(b"<html><style media=print>b{display:none}</style><p>1<b>2</b>").text == "12"


def test_what_is_seen_in_an_unseen_element_is_read() -> None:
    css = ".v{visibility:hidden}.v b{visibility:visible}.f{font-size:0}.f b{font-size:12pt}"
    assert text(css, "<p class=v>1<b>2</b></p><p class=f>3<b>4</b></p>") == "2\n\n4"


def test_a_word_set_on_its_own_line_is_no_part_of_the_one_before() -> None:
    assert text(".l{display:block}", "<p><span class=l>60</span><span class=l>5</span>") == "60\n5"


def test_a_cell_hidden_by_a_class_is_an_empty_one() -> None:
    page = "<table><tr><td class=x>1<td>2<tr class=x><td>3<td>4<tr><td>5<td>6</table>"
    assert text("td.x{display:none}tr.x{text-decoration:line-through}", page) == "\t2\n5\t6"


def test_only_what_a_page_shows_without_a_click_or_without_scripts_is_read() -> None:
    page = (
        "<details><summary>More</summary><p>99%</p>98%</details><details open><summary>Less</summary>60%</details>"
        "<noscript><p>97%</p></noscript><dialog>96%</dialog><p title='95%'><img alt='94%'>5"
    )
    assert text("", page) == "More\nLess\n60%\n\n5"


def test_a_google_docs_export_is_read_as_it_looks() -> None:
    css = (
        "@import url(https://themes.example.org/fonts/css?kit=a);ol{margin:0;padding:0}table td{padding:0}"
        ".c0{color:#000000;font-weight:400;text-decoration:none;vertical-align:baseline;font-size:11pt}"
        ".c4{vertical-align:super}.c9{text-decoration:line-through}"
    )
    body = (
        '<p class="c2"><span class="c0">a total of 8</span><sup class="c4"><a href="#ftnt1">[1]</a></sup>'
        '<span class="c4">2</span><span class="c0"> outcomes, </span><span class="c9">7</span><span>6</span></p>'
    )
    assert text(css, body) == "a total of 8[\u00b9]\u00b2 outcomes, 6"


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["a{", "{", "@media{", "a{b:c;", "/*", '"', "a,", ":not(", "[a='", "a>", "*{opacity:1}"]
)
def test_style_sheets_without_end_take_no_more_than_seconds(unit: str) -> None:
    page = f"<html><p>a</p><style>{unit * (1_000_000 // len(unit))}</style>".encode()
    with takes_less_than(5), suppress(Refused):
        assert read(page).text == "a"


def test_rules_that_ask_for_too_many_tries_are_refused() -> None:
    page = "<html><style>" + "*{opacity:1}" * 20_000 + "</style>" + "<p>a" * 1000
    with pytest.raises(Refused, match="style sheets"):
        read(page.encode())


@pytest.mark.parametrize(
    "style",
    [
        "color:rgb(0 0 0 / 0%)",
        "color:hsla(0,0%,0%,.0)",
        "filter:opacity(0)",
        "color:#000;background:#000",
        "background-color:navy;color:Navy",
        "max-width:0;overflow:hidden;display:inline-block",
    ],
)
def test_what_shows_through_or_has_no_room_is_not_seen(style: str) -> None:
    assert text(f".x{{{style}}}", "<p>8<span class=x>0</span> upheld</p>") == "8 upheld"


@pytest.mark.parametrize(
    "colour",
    [
        "rgb(0,0,0)",
        "rgb(255,0,0)",
        "hsl(0,0%,0%)",
        "rgba(0,0,0,.5)",
        "#000000",
        "inherit",
        "inherit;background:inherit",
    ],
)
def test_what_has_a_colour_is_seen(colour: str) -> None:
    assert text(f".x{{color:{colour}}}", "<p>8<span class=x>0</span> upheld</p>") == "80 upheld"


WHITES = ["white", "#fff", "#FFFFFF", "rgb(255,255,255)", "rgb(255 255 255)"]


@pytest.mark.parametrize("colour", WHITES)
def test_white_words_are_not_seen_where_the_whole_page_is_white(colour: str) -> None:
    body = "<p>8<span class=x>0<b>9</b></span> upheld</p>"
    assert text(f".x{{color:{colour}}} body{{background:white}} p{{background: transparent }}", body) == "8 upheld"
    assert text("", f"<p>8<font color='{colour}'>0</font> upheld</p>") == "8 upheld"


@pytest.mark.parametrize(
    ("css", "more"),
    [
        ("p{background:#036}", ""),
        ("p{background-image:url(a.png)}", ""),
        ("p{background:#fff url(a.png)}", ""),
        ("", "<p style='background-color : navy'>"),
        ("", "<table bgcolor=navy>"),
        ("", "<img src=a.png>"),
        ("", "<link rel=stylesheet href=a.css>"),
        ("@import url(a.css);", ""),
    ],
)
def test_white_words_are_read_where_something_may_be_behind_them(css: str, more: str) -> None:
    assert "80 upheld" in text(f"{css}.x{{color:white}}", f"<p>8<span class=x>0</span> upheld</p>{more}")


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        (".x{display:inline-block}", "<p><span class=x>7</span><span class=x>upheld</span></p>", "7 upheld"),
        (".f{display:flex}", "<div class=f><span>7</span><span>upheld</span></div>", "7 upheld"),
        (".f{display:inline-grid}", "<p>In <b class=f><i>7</i><i>upheld</i></b>cases</p>", "In 7 upheld cases"),
        (".f{display:flex}", "<div class=f><span>88</span><span>%</span></div>", "88%"),
        (".x{display:inline-block}", "<p><span class=x>8</span><span class=x>8</span>%</p>", "8\ufffd8%"),
        (".f{display:flex}", "<div class=f><span>7 </span><span>upheld</span></div><p>next", "7 upheld\n\nnext"),
    ],
)
def test_boxes_in_a_line_stand_apart(css: str, body: str, expected: str) -> None:
    assert text(css, body) == expected


def test_characters_that_a_browser_shows_nothing_for_are_left_out() -> None:
    assert text("", "<p>\x07\x0388%\x08 of</p>") == "88% of"
