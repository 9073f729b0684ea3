from collections.abc import Callable

import pytest

from db.errors import Refused
from db.text.office.odt import MEDIA_TYPE
from db.text.reading import read

Odt = Callable[..., bytes]


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def cell(words: str, settings: str = "") -> str:
    return f"<table:table-cell {settings}>{p(words)}</table:table-cell>"


def text(data: bytes) -> str:
    found = read(data)
    assert found.media_type == MEDIA_TYPE
    return found.text


def test_paragraphs_and_headings_are_lines(make_odt: Odt) -> None:
    body = "<text:h>Complaints upheld</text:h>\n  " + p("In <text:span>100%</text:span> of\n  cases") + p("")
    assert text(make_odt(body + p("End"))) == "Complaints upheld\nIn 100% of cases\n\nEnd"


def test_spaces_tabs_and_breaks_are_kept_and_others_folded(make_odt: Odt) -> None:
    body = p('  a <text:span> b</text:span><text:s text:c="3"/>c<text:tab/>d<text:line-break/> e ')
    assert text(make_odt(body)) == "a b   c\td\ne"


def test_a_row_is_a_line_with_its_empty_cells_in_their_places(make_odt: Odt) -> None:
    rows = (
        "<table:table-header-rows><table:table-row>"
        + cell("Decisions made", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/>"
        + cell("Total")
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell("2")
        + '<table:table-cell table:number-columns-repeated="2"/>'
        + cell("4")
        + "</table:table-row>"
    )
    assert text(make_odt(f"<table:table>{rows}</table:table>{p('Notes')}")) == (
        "Decisions made\t\tTotal\n2\t\t\t4\nNotes"
    )


def test_cells_and_rows_repeated_without_end_are_capped(make_odt: Odt) -> None:
    repeated = 'table:number-columns-repeated="999999999"'
    rows = f'<table:table-row table:number-rows-repeated="888888888">{cell("0", repeated)}</table:table-row>'
    spaces = p('<text:s text:c="999999999"/>')
    found = text(make_odt(f"<table:table>{rows}</table:table>{spaces}"))
    assert len(found) < 100_000


def test_what_is_no_text_of_the_letter_is_left_out(make_odt: Odt) -> None:
    body = (
        "<text:tracked-changes>" + p("deleted") + "</text:tracked-changes>"
        + p("Dear<text:note><text:note-body>" + p("note") + "</text:note-body></text:note>"
            "<office:annotation>" + p("comment") + "</office:annotation>"
            "<draw:frame><svg:desc>a signature</svg:desc></draw:frame> Mrs Court")
    )  # fmt: skip
    assert text(make_odt(body)) == "Dear Mrs Court\n\nNote 1: note"


def style(name: str, settings: str, more: str = 'style:family="text"') -> str:
    return f'<style:style style:name="{name}" {more}><style:text-properties {settings}/></style:style>'


def span(name: str, words: str) -> str:
    return f'<text:span text:style-name="{name}">{words}</text:span>'


STRUCK = 'style:text-line-through-style="solid"'
NOT_STRUCK = 'style:text-line-through-style="none" style:text-line-through-type="none"'


def test_what_is_struck_out_or_hidden_by_its_style_is_left_out(make_odt: Odt) -> None:
    automatic = (
        style("T1", STRUCK)
        + style("T2", NOT_STRUCK)
        + style("T3", 'text:display="none"')
        + style("T4", 'style:text-underline-style="solid"', 'style:family="text" style:parent-style-name="Gone"')
        + style("T5", f'text:display="true" {NOT_STRUCK}', 'style:family="text" style:parent-style-name="Gone"')
        + style("P1", 'style:text-line-through-type="double"', 'style:family="paragraph"')
        + style("P2", "", 'style:family="paragraph"')
    )
    body = (
        p("a total of " + span("T1", "4" + span("T2", "5")) + span("T2", "8") + span("T3", "6") + span("T4", "7"))
        + f'<text:p text:style-name="P1">9</text:p><text:p text:style-name="P2">{span("T5", "10")}</text:p>'
    )
    styles = style("Gone", STRUCK) + style("Loop", "", 'style:family="text" style:parent-style-name="Loop"')
    assert text(make_odt(body + p(span("Loop", "11")), automatic=automatic, styles=styles)) == "a total of 8\n10\n11"


def test_raised_digits_are_no_part_of_the_number_beside_them(make_odt: Odt) -> None:
    automatic = (
        style("T1", 'style:text-position="super 58%"')
        + style("T2", 'style:text-position="-33% 58%"')
        + style("T3", 'style:text-position="0% 100%"')
        + style("T4", 'style:text-position="high"')
    )
    words = f"8{span('T1', span('T9', '12'))} on 31{span('T1', 'st')} March, CO{span('T2', '2')}"
    assert text(make_odt(p(words + span("T3", "60") + span("T4", "%")), automatic=automatic)) == (
        "8\u00b9\u00b2 on 31st March, CO\u208260%"
    )


def test_a_hidden_section_is_left_out(make_odt: Odt) -> None:
    def section(settings: str, words: str) -> str:
        return f"<text:section {settings}>{p(words)}</text:section>"

    body = (
        section('text:display="none"', "99%")
        + section('text:display="condition" text:condition="ooow:1" text:is-hidden="true"', "98%")
        + section('text:display="condition" text:condition="ooow:0"', "60%")
        + section('text:name="A"', "75%")
    )
    assert text(make_odt(body)) == "60%\n75%"


def test_a_text_box_follows_the_line_it_belongs_to(make_odt: Odt) -> None:
    box = f"<draw:frame><draw:text-box>\n {p('60%')}\n {p('upheld')}</draw:text-box></draw:frame>"
    assert text(make_odt(p(f"Complaints {box}upheld") + p("Next"))) == "Complaints upheld\n60%\nupheld\nNext"


def test_a_document_that_declares_entities_is_refused(make_odt: Odt) -> None:
    with pytest.raises(Refused, match="entities"):
        read(make_odt(p("&a;"), before='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'))


def test_a_document_with_a_password_is_refused(make_zip: Odt) -> None:
    locked = {
        "mimetype": MEDIA_TYPE,
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
        "content.xml": b"\x01\x02",
    }
    with pytest.raises(Refused, match="password"):
        read(make_zip(locked))
