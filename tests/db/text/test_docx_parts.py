"""The parts of a Word document: found by the package's lists, read in their order, never passed over unsaid."""

from collections.abc import Callable

import pytest

from db.errors import Refused
from db.text.office.docx import MEDIA_TYPE
from db.text.reading import read
from tests.letters_made.kinds.zipped import WORD

Zip = Callable[..., bytes]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def types(**parts: str) -> str:
    start = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rows = "".join(f'<Override PartName="/{part}" ContentType="{start}.{kind}+xml"/>' for kind, part in parts.items())
    return f'<Types xmlns="{PACKAGE}/content-types">{rows}</Types>'


def word(body: str, root: str = "document") -> str:
    return f'<w:{root} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{body}</w:{root}>'


def line(words: str, more: str = "") -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r>{more}</w:p>"


def text(data: bytes) -> str:
    found = read(data)
    assert found.media_type == MEDIA_TYPE
    return found.text


@pytest.mark.parametrize(
    ("prefix", "part", "target"),
    [
        ("", "word/document7.xml", "word/document7.xml"),
        ("./", "word/document.xml", "/word/document.xml"),
        ("", "Parts/Letter Body.xml", "parts/Letter%20Body.xml"),
        ("/", "body/a.xml", "./body/a.xml"),
    ],
)
def test_the_body_is_where_the_relations_say(make_zip: Zip, prefix: str, part: str, target: str) -> None:
    members = {
        f"{prefix}[Content_Types].xml": types(),
        f"{prefix}_rels/.rels": relations(officeDocument=target),
        f"{prefix}{part}": word(line("Dear")),
        f"{prefix}word/other.xml": word(line("Not this")),
    }
    assert text(make_zip(members)) == "Dear"


def test_without_relations_the_types_say_where_the_body_is(make_zip: Zip) -> None:
    members = {"[Content_Types].xml": types(**{"document.main": "text/body.xml"}), "text/body.xml": word(line("Dear"))}
    assert text(make_zip(members)) == "Dear"


def test_notes_come_after_the_text_and_leave_no_digit_beside_a_number(make_zip: Zip) -> None:
    def refer(kind: str, number: int, more: str = "") -> str:
        return f'<w:r><w:{kind}Reference {more} w:id="{number}"/></w:r>'

    own_mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>9</w:t></w:r>'
    gone = f"<w:del>{refer('footnote', 4)}</w:del>"
    body = line("a total of 8", refer("endnote", 1) + refer("footnote", 2)) + line("and 7", own_mark + gone)
    notes = "".join(f'<w:footnote w:id="{n}">{line(f"foot {n}")}</w:footnote>' for n in range(5))
    members = {
        "[Content_Types].xml": types(),
        "word/document.xml": word(body),
        "word/_rels/document.xml.rels": relations(footnotes="feet.xml"),
        "word/feet.xml": word(notes, "footnotes"),
        "word/endnotes.xml": word(f'<w:endnote w:id="1">{line("end 1") + line("more")}</w:endnote>', "endnotes"),
    }
    assert text(make_zip(members)) == (
        "a total of 8\nand 7⁹\n\nNote 1: foot 2\n\nNote 2: foot 3\n\nNote 3: end 1\nmore"
    )


def with_chunk(make_zip: Zip, name: str, data: bytes | str) -> bytes:
    return make_zip(
        {
            "[Content_Types].xml": types(),
            "word/document.xml": word(line("Before") + '<w:altChunk r:id="aFChunk"/>' + line("After")),
            "word/_rels/document.xml.rels": relations(aFChunk=name),
            f"word/{name}": data,
        }
    )


def test_a_piece_of_another_kind_is_read_at_its_place(make_zip: Zip) -> None:
    page = "<p>In <b>71%</b> of cases</p><style>p{}</style><p>we did</p>"
    archive = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body>{page}</body></html>"
    inner = make_zip({"[Content_Types].xml": types(), "word/document.xml": word(line("In 71% of cases"))})
    assert text(with_chunk(make_zip, "a.html", page)).split("\n")[:2] == ["Before", "In 71% of cases"]
    assert "In 71% of cases" in text(with_chunk(make_zip, "a.mht", archive))
    assert text(with_chunk(make_zip, "a.docx", inner)) == "Before\nIn 71% of cases\nAfter"
    assert text(with_chunk(make_zip, "a.txt", "In 71% of cases")) == "Before\nIn 71% of cases\nAfter"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_piece_that_cannot_be_read_is_not_passed_over(make_zip: Zip, data: bytes) -> None:
    with pytest.raises(Refused, match="Word document holds a piece"):
        read(with_chunk(make_zip, "a.bin", data))


def test_a_piece_that_is_not_there_is_not_passed_over(make_zip: Zip) -> None:
    body = word(line("Before") + '<w:altChunk r:id="none"/>')
    with pytest.raises(Refused, match="lacks a piece"):
        read(make_zip({"[Content_Types].xml": types(), "word/document.xml": body}))


def test_a_field_without_an_end_does_not_take_the_rest_unsaid(make_zip: Zip) -> None:
    body = word(line("a") + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + line("In 71% of cases"))
    with pytest.raises(Refused, match="field has no end"):
        read(make_zip({"[Content_Types].xml": types(), "word/document.xml": body}))


@pytest.mark.parametrize("element", ["r", "p", "tbl", "tr", "tc", "txbxContent", "footnote", "fldChar", "sym", "t"])
def test_elements_where_none_belongs_are_no_reason_to_fail(make_zip: Zip, element: str) -> None:
    empty = f"<w:{element}/>"
    body = f"<w:p><w:r><w:rPr>{empty}</w:rPr>{empty}<w:t>Dear</w:t></w:r></w:p><w:tr><w:trPr>{empty}</w:trPr></w:tr>"
    members = {"[Content_Types].xml": types(), "word/document.xml": word(body + empty)}
    assert "Dear" in text(make_zip(members))
