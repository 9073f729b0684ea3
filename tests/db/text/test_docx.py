from collections.abc import Callable

import pytest

from db.errors import Refused
from db.text.limits import MAX_ELEMENTS, MAX_XML
from db.text.office.docx import MEDIA_TYPE
from db.text.reading import read
from tests.processor_time import takes_less_than

Docx = Callable[..., bytes]


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def text(data: bytes) -> str:
    found = read(data)
    assert found.media_type == MEDIA_TYPE
    return found.text


def test_paragraphs_are_lines_and_their_runs_are_joined(make_docx: Docx) -> None:
    assert (
        text(make_docx(p("In ", "100%", " of cases") + "<w:p/>" + p("£500 &amp; more")))
        == ("In 100% of cases\n\n£500 & more\n"[:-1])
    )


def test_tabs_breaks_and_hyphens_are_kept(make_docx: Docx) -> None:
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>2019</w:t><w:noBreakHyphen/><w:t>20</w:t>"
    assert text(make_docx(f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r>{run}</w:r></w:p>")) == "a\tb\n2019-20"


def test_a_row_is_a_line_with_its_empty_cells_in_their_places(make_docx: Docx) -> None:
    table = row(p("Housing"), p("Adult ", "Care") + p("Services"), p("Total")) + row(p("1"), "<w:p/>", p("6"))
    assert text(make_docx(p("Received") + f"<w:tbl>{table}</w:tbl>" + p("Notes"))) == (
        "Received\nHousing\tAdult Care Services\tTotal\n1\t\t6\nNotes"
    )


def test_a_heading_over_several_columns_keeps_their_number(make_docx: Docx) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>' + p("Decisions made")
    shifted = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>' + p("3") + "</w:tc></w:tr>"
    assert text(make_docx(f"<w:tbl>{row(wide, p('Total'))}{shifted}</w:tbl>")) == "Decisions made\t\t\tTotal\n\t\t3"


def test_a_letter_in_a_frame_of_one_cell_keeps_its_lines(make_docx: Docx) -> None:
    assert text(make_docx(f"<w:tbl>{row(p('Dear Mrs Court') + p('Annual Review'))}</w:tbl>")) == (
        "Dear Mrs Court\nAnnual Review"
    )


def test_a_table_in_a_cell_does_not_move_the_columns(make_docx: Docx) -> None:
    inner = f"<w:tbl>{row(p('a'), p('b'))}</w:tbl><w:p/>"
    assert text(make_docx(f"<w:tbl>{row(p('left'), inner, p('right'))}</w:tbl>")) == "left\ta b\tright"


def test_a_text_box_is_there_once_after_the_line_it_belongs_to(make_docx: Docx) -> None:
    box = f"<w:txbxContent>{p('60%')}{p('upheld')}</w:txbxContent>"
    run = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Complaints </w:t></w:r><w:r>{run}</w:r><w:r><w:t>upheld</w:t></w:r></w:p>"
    assert text(make_docx(body + p("Next"))) == "Complaints upheld\n60%\nupheld\nNext"


def test_what_was_deleted_moved_away_or_hidden_is_not_printed(make_docx: Docx) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99%</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>60%</w:t></w:r>'
    gone = "<w:del><w:r><w:delText>50%</w:delText><w:t>51%</w:t></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>52%</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>!</w:t></w:r></w:ins>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert text(make_docx(f"<w:p>{hidden}{shown}{gone}{moved}{code}</w:p>")) == "60%!"


def test_what_is_struck_out_is_left_out(make_docx: Docx) -> None:
    runs = "".join(
        f"<w:r><w:rPr>{settings}</w:rPr><w:t>{words}</w:t></w:r>"
        for settings, words in (
            ("<w:strike/>", "4"),
            ('<w:dstrike w:val="true"/><w:vanish w:val="0"/>', "5"),
            ('<w:vanish/><w:strike w:val="0"/>', "6"),
            ('<w:strike w:val="false"/>', "8"),
            ("<w:b/>", " outcomes"),
        )
    )
    assert text(make_docx(f"<w:p>{runs}</w:p>")) == "8 outcomes"


def test_raised_digits_are_no_part_of_the_number_beside_them(make_docx: Docx) -> None:
    def raised(words: str, how: str = "superscript") -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="{how}"/></w:rPr><w:t>{words}</w:t></w:r>'

    def plain(words: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'

    body = plain("a total of 8") + raised("12") + plain(" on 31") + raised("st") + plain(" March, CO")
    body += raised("2", "subscript") + raised("60%", "baseline")
    assert text(make_docx(f"<w:p>{body}</w:p>")) == "a total of 8\u00b9\u00b2 on 31st March, CO\u208260%"


def test_a_document_with_a_second_name_for_its_body_is_read(make_zip: Docx) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<d xmlns="{strict}"><p><r><t>Dear</t></r></p></d>'
    assert text(make_zip({"[Content_Types].xml": "", "word/document2.xml": body})) == "Dear"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://example.invalid/d.dtd">',
    ],
)
def test_a_document_that_declares_entities_is_refused(make_docx: Docx, declaration: str) -> None:
    with pytest.raises(Refused, match="entities"):
        read(make_docx("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before=declaration))


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + " " * (MAX_XML + 1) + "</w:p>",
        "<w:p/>" * MAX_ELEMENTS,
        "<w:tbl><w:tr><w:tc>" * 200,
        "<w:p " + " ".join(f'a{number}="b"' for number in range(500_000)) + "/>",
        "<w:p>" + "<w:t> </w:t>" * 90_000 + "<w:tr/>" * 90_000 + "</w:p>",
    ],
    ids=["large", "many", "deep", "a tag without end", "rows in a line of spaces"],
)
def test_a_bomb_is_refused_soon(make_docx: Docx, body: str) -> None:
    bomb = make_docx(body)
    with takes_less_than(4), pytest.raises(Refused):
        read(bomb)


def test_a_document_without_a_body_is_refused(make_zip: Docx) -> None:
    with pytest.raises(Refused, match="damaged"):
        read(make_zip({"[Content_Types].xml": "", "word/styles.xml": ""}))
