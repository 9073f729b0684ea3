"""What an OpenDocument text's styles, shapes, tables and fields make of its words."""

import io
import zipfile
from collections.abc import Callable

import pytest

from db.text.office.odt import MEDIA_TYPE
from db.text.reading import read

Odt = Callable[..., bytes]
STRUCK = 'style:text-line-through-style="solid"'
NOT_STRUCK = 'style:text-line-through-style="none"'


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def style(name: str, settings: str, family: str = "text", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {settings}/></style:style>"
    )


def span(name: str, words: str) -> str:
    return f'<text:span text:style-name="{name}">{words}</text:span>'


def text(data: bytes) -> str:
    found = read(data)
    assert found.media_type == MEDIA_TYPE
    return found.text


@pytest.mark.parametrize("shape", ["custom-shape", "rect", "ellipse", "caption", "frame"])
def test_the_words_of_a_shape_are_lines_after_the_one_it_stands_in(make_odt: Odt, shape: str) -> None:
    inner = f"<draw:text-box>{p('70%')}</draw:text-box>" if shape == "frame" else p("70%")
    body = p(f"a total of 8<draw:g><draw:{shape}><svg:title>5</svg:title>{inner}</draw:{shape}></draw:g> cases")
    assert text(make_odt(body + p("Next"))) == "a total of 8 cases\n70%\nNext"


def test_a_shape_on_the_page_or_within_a_raised_span_has_lines_of_its_own_look(make_odt: Odt) -> None:
    box = f"<draw:frame><draw:text-box>{p('70%')}</draw:text-box></draw:frame>"
    automatic = style("Up", 'style:text-position="super 58%"')
    assert text(make_odt(box + p(f"8{span('Up', f'1{box}')}"), automatic=automatic)) == "70%\n8¹\n70%"


def test_a_shape_that_is_not_displayed_is_not_read(make_odt: Odt) -> None:
    assert text(make_odt(p(f'8<draw:rect draw:display="none">{p("7")}</draw:rect>'))) == "8"


def test_covered_cells_and_rows_out_of_sight_hold_nothing(make_odt: Odt) -> None:
    def cell(words: str, covered: str = "") -> str:
        return f"<table:{covered}table-cell>{p(words)}</table:{covered}table-cell>"

    hidden = f'<table:table-row table:visibility="collapse">{cell("1")}{cell("2")}</table:table-row>'
    shown = f"<table:table-row>{cell('3')}{cell('4', 'covered-')}{cell('5')}</table:table-row>"
    assert text(make_odt(f"<table:table>{hidden}{shown}</table:table>")) == "3\t\t5"


def test_a_span_that_is_not_struck_out_is_seen_in_a_paragraph_that_is(make_odt: Odt) -> None:
    automatic = style("Old", STRUCK, "paragraph") + style("Kept", NOT_STRUCK)
    automatic += style("Hid", 'text:display="none"', "paragraph")
    body = p(f"In 41% {span('Kept', 'In 42%')}", "Old") + p(f"In 43% {span('Kept', 'In 44%')}", "Hid") + p("end")
    assert text(make_odt(body, automatic=automatic)) == "In 42%\nend"


def test_the_default_of_all_paragraphs_counts_last(make_odt: Odt) -> None:
    default = f'<style:default-style style:family="paragraph"><style:text-properties {STRUCK}/></style:default-style>'
    styles = default + style("Standard", "", "paragraph") + style("Plain", NOT_STRUCK, "paragraph", "Standard")
    assert text(make_odt(p("In 41%", "Standard") + p("In 42%", "Plain"), styles=styles)) == "In 42%"


def test_properties_of_a_list_are_not_those_of_the_style_before_it(make_odt: Odt) -> None:
    number = "text:list-level-style-number"
    level = f"<{number}><style:text-properties {STRUCK}/></{number}>"
    automatic = style("T1", 'style:text-position="super 58%"') + f"<text:list-style>{level}</text:list-style>"
    assert text(make_odt(p(f"8{span('T1', '1')}"), automatic=automatic)) == "8¹"


def test_a_font_of_signs_shows_no_digits(make_odt: Odt) -> None:
    automatic = style("T1", 'style:font-name="Wingdings"') + style("T2", "fo:font-family=\"'Webdings'\"")
    assert text(make_odt(p(f"8{span('T1', '4')} of 9{span('T2', '5')}"), automatic=automatic)) == "8\ufffd of 9\ufffd"


def test_fields_that_hide_take_away_as_much_as_they_hide(make_odt: Odt) -> None:
    body = (
        p('In <text:hidden-text text:is-hidden="false">71%</text:hidden-text> of cases')
        + p('In <text:hidden-text text:is-hidden="true">72%</text:hidden-text> of cases')
        + p('In 73%<text:hidden-paragraph text:is-hidden="true"/> of cases')
        + p('In <text:variable-set text:display="none">74</text:variable-set>75% of cases')
    )
    assert text(make_odt(body)) == "In 71% of cases\nIn of cases\nIn 75% of cases"


def test_an_equation_in_a_line_is_not_dropped_out_of_a_number(make_odt: Odt) -> None:
    equation = '<draw:frame text:anchor-type="as-char"><draw:object/><draw:image/></draw:frame>'
    assert text(make_odt(p(f"a total of 3{equation} cases"))) == "a total of 3\ufffd cases"


def test_footnotes_and_then_endnotes_come_after_the_text(make_odt: Odt) -> None:
    def note(kind: str, words: str) -> str:
        citation = "<text:note-citation>1</text:note-citation>"
        body = f"<text:note-body>{p(words)}</text:note-body>"
        return f'<text:note text:note-class="{kind}">{citation}{body}</text:note>'

    body = p(f"a total of 8{note('endnote', 'last')}{note('footnote', 'first')} cases") + p("Next")
    assert text(make_odt(body)) == "a total of 8 cases\nNext\n\nNote 1: first\n\nNote 2: last"


def test_a_file_without_its_mimetype_is_known_by_its_manifest(make_zip: Odt, make_odt: Odt) -> None:

    with zipfile.ZipFile(io.BytesIO(make_odt(p("Dear")))) as archive:
        content = archive.read("content.xml")
    entry = '<m:file-entry m:full-path="{}" m:media-type="application/vnd.oasis.opendocument.{}"/>'
    manifest = f"<m:manifest>{entry.format('Object 1/', 'formula')}{entry.format('/', 'text')}</m:manifest>"
    assert text(make_zip({"./content.xml": content, "./META-INF/manifest.xml": manifest})) == "Dear"


def test_the_choice_in_a_field_of_a_form_that_libreoffice_wrote_is_read(make_odt: Odt) -> None:
    settings = (("Dropdown_ListEntry", "61%"), ("Dropdown_ListEntry", "71%"), ("Dropdown_Selected", "1"))
    parameters = "".join(f'<f:param f:name="{name}" f:value="{value}"/>' for name, value in settings)
    space = 'xmlns:f="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
    kind = 'f:type="vnd.oasis.opendocument.field.FORMDROPDOWN"'
    assert text(make_odt(p(f"In <f:fieldmark {space} {kind}>{parameters}</f:fieldmark> of cases"))) == (
        "In 71% of cases"
    )


LIBREOFFICE = 'xmlns:l="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
FIELD = 'xmlns:f="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'


def test_what_is_chosen_from_a_list_is_read(make_odt: Odt) -> None:
    chosen = f'<l:content-control {LIBREOFFICE}><l:list-item l:display-text="12%"/>88%</l:content-control>'
    assert text(make_odt(p(f"{chosen} of complaints"))) == "88% of complaints"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<f:fieldmark-start/>45<f:fieldmark-separator/>88<f:fieldmark-end/>", "In 88% of"),
        ("<f:fieldmark-start/>88<f:fieldmark-end/>", "In 88% of"),
        (
            "<f:fieldmark-start/>1<f:fieldmark-start/>2<f:fieldmark-separator/>3<f:fieldmark-end/>"
            "<f:fieldmark-separator/>88<f:fieldmark-end/>",
            "In 88% of",
        ),
        (f"<f:fieldmark-start/>4</text:p>{p('5')}<text:p><f:fieldmark-separator/>88<f:fieldmark-end/>", "88% of"),
        ("<f:fieldmark-separator/>88<f:fieldmark-end/>", "In 88% of"),
    ],
)
def test_of_a_field_the_result_is_read(make_odt: Odt, marked: str, expected: str) -> None:
    marked = marked.replace("-start", f"-start {FIELD}").replace("-separator", f"-separator {FIELD}")
    marked = marked.replace("-end", f"-end {FIELD}")
    assert text(make_odt(f"<text:p>In {marked}% of</text:p>")).split("\n")[-1] == expected


WHITE = 'fo:color="#FFFFFF"'


def test_white_words_on_white_are_not_seen(make_odt: Odt) -> None:
    styles = style("white", WHITE) + style("clear", 'fo:background-color="transparent"')
    assert text(make_odt(p(f"8{span('white', '0')} upheld"), automatic=styles)) == "8 upheld"


@pytest.mark.parametrize(
    ("shade", "more"),
    [('fo:background-color="#003366"', ""), ("", "<draw:frame/>"), ("", f"<text:p>{'x' * 9}</text:p><draw:rect/>")],
)
def test_white_words_are_read_where_something_may_be_behind_them(make_odt: Odt, shade: str, more: str) -> None:
    styles = style("white", WHITE) + style("shaded", shade)
    assert text(make_odt(p(f"8{span('white', '0')} upheld") + more, automatic=styles)).startswith("80 upheld")
