"""Tests of what is seen on a PDF's page: that it is read, where it stands, and nothing else."""

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from db.errors import ReaderFailed, Refused
from db.text.pdf import document, page
from db.text.reading import read
from tests.processor_time import takes_less_than

PdfMaker = Callable[..., bytes]

NONE = (b"<<>>", b"<<>>")
OFF = b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
LAYER = b"<</Type/OCG/Name(Notes)>>"


def words(*lines: tuple[bytes, int, int]) -> bytes:
    """Draw lines, each at its place."""
    return b" ".join(b"BT /F 10 Tf 1 0 0 1 %d %d Tm (%b) Tj ET" % (x, y, line) for line, x, y in lines)


SEEN = words((b"The rate is not published.", 60, 700))
UNSEEN = words((b"40% were upheld.", 60, 600))


def turned(matrix: bytes) -> bytes:
    """Draw a small table on a page turned by a matrix."""
    table = words(
        *((b"Local Authority Report", 40, 400), (b"Housing", 40, 350), (b"Other", 140, 350), (b"Total", 240, 350)),
        *((b"4", 45, 335), (b"2", 145, 335), (b"6", 245, 335)),
    )
    return b"q %b cm %b Q" % (matrix, table)


@pytest.mark.parametrize(
    ("content", "objects", "more"),
    [
        (SEEN + words((b"40% were upheld.", 360, 600)), NONE, {"page": b"/CropBox[0 0 300 842]"}),
        (SEEN + words((b"40% were upheld.", 900, 600)), NONE, {}),
        (SEEN + words((b"40% were upheld.", 60, -50)), NONE, {}),
        (SEEN + b" q 60 400 100 20 re W n " + UNSEEN + b" Q", NONE, {}),
        (SEEN + b" q 60 400 100 20 re 60 300 90 9 re W* n " + UNSEEN + b" Q", NONE, {}),
        (SEEN + b" /OC /L BDC " + UNSEEN + b" EMC", (LAYER, b"<<>>"), {"catalog": OFF}),
    ],
    ids=["cropped away", "beside the page", "below the page", "clipped", "in neither of two clips", "on a layer"],
)
def test_what_nobody_sees_is_not_read(
    drawn_pdf: PdfMaker, content: bytes, objects: tuple[bytes, ...], more: dict[str, bytes]
) -> None:
    assert read(drawn_pdf(content, *objects, **more)).text.strip() == "The rate is not published."


@pytest.mark.parametrize(
    ("dictionary", "content", "catalog"),
    [(b"/BBox[0 0 595 650]/OC 6 0 R", UNSEEN, OFF), (b"/BBox[0 700 595 750]", UNSEEN, b"")],
    ids=["the form is on a layer", "outside the form's box"],
)
def test_what_a_form_hides_is_not_read(drawn_pdf: PdfMaker, dictionary: bytes, content: bytes, catalog: bytes) -> None:
    resources = b"/Resources<</Font<</F 5 0 R>>>>"
    head = b"<</Type/XObject/Subtype/Form%b%b/Length %d>>" % (dictionary, resources, len(content))
    form = head + b"stream\n" + content + b"\nendstream"
    assert "40%" not in read(drawn_pdf(SEEN + b" /X Do", LAYER, form, catalog=catalog)).text


def test_what_a_clip_and_a_layer_show_is_read(drawn_pdf: PdfMaker) -> None:
    content = SEEN + b" q 50 590 200 30 re W n /OC /L BDC " + UNSEEN + b" EMC Q"
    on = b"/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>>>"
    assert "40% were upheld." in read(drawn_pdf(content, LAYER, b"<<>>", catalog=on)).text


def test_a_figure_cut_through_is_unknown(drawn_pdf: PdfMaker) -> None:
    content = SEEN + b" q 0 605 595 100 re W n " + UNSEEN + b" Q"
    assert "40%" not in read(drawn_pdf(content, *NONE)).text


@pytest.mark.parametrize(
    ("matrix", "rotation"),
    [
        (b"1 0 0 1 0 0", 0),
        (b"0 1 -1 0 595 0", 90),
        (b"-1 0 0 -1 595 842", 180),
        (b"0 -1 1 0 0 842", 270),
        (b"0 1 -1 0 595 0", 0),
        (b"-1 0 0 -1 595 842", 0),
        (b"0 -1 1 0 0 842", 0),
        (b"1 0 0 1 0 0", 90),
    ],
)
def test_a_turned_page_is_read_as_if_it_stood_upright(drawn_pdf: PdfMaker, matrix: bytes, rotation: int) -> None:
    text = read(drawn_pdf(turned(matrix), *NONE, page=b"/Rotate %d" % rotation)).text
    assert text.split("\n") == ["Local Authority Report", "Housing\tOther\tTotal", "4\t2\t6"]


@pytest.mark.parametrize(("turn", "foot"), [(b"0 1 -1 0", 350), (b"0 -1 1 0", 400)])
def test_headings_on_their_side_stand_over_their_columns(drawn_pdf: PdfMaker, turn: bytes, foot: int) -> None:
    first, second = (68, 80) if turn[:3] == b"0 1" else (72, 60)
    places = [(b"Adult Care", first), (b"Services", second), (b"Other", 150), (b"Total", 250)]
    headings = b" ".join(b"BT /F 10 Tf %b %d %d Tm (%b) Tj ET" % (turn, x, foot, each) for each, x in places)
    values = words((b"4", 68, 335), (b"2", 145, 335), (b"6", 245, 335), (b"These are all that there are.", 60, 300))
    text = read(drawn_pdf(headings + b" " + values, *NONE)).text
    assert "Adult Care Services\tOther\tTotal\n4\t2\t6" in text


def test_fields_and_notes_are_read_at_their_place(drawn_pdf: PdfMaker) -> None:
    content = words((b"In", 60, 700), (b"of cases they were upheld.", 110, 700), (b"Yours sincerely", 60, 600))
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(60%)/F 4/DA(/F 10 Tf 0 g)/Rect[75 697 105 711]>>"
    note = b"<</Type/Annot/Subtype/FreeText/Contents(The average is 45%.)/F 4/DA(/F 10 Tf)/Rect[60 640 300 660]>>"
    comment = b"<</Type/Annot/Subtype/Text/Contents(Or is it 70%?)/F 4/Rect[60 670 80 690]>>"
    hidden = b"<</Type/Annot/Subtype/FreeText/Contents(It was 80%.)/F 2/DA(/F 10 Tf)/Rect[60 620 300 640]>>"
    annotations = b"/Annots[" + field + note + comment + hidden + b"]"
    lines = read(drawn_pdf(content, *NONE, page=annotations)).text.strip().split("\n")
    assert lines == ["In 60% of cases they were upheld.", "The average is 45%.", "Yours sincerely"]


@pytest.mark.parametrize(
    "size",
    [
        *(b"12", b"12.", b"12.5", b"9999", b"-10", b"0", b"0.001", b".001", b"1.2.3", b"..", b"1e2", b"12345"),
        *(b"0." + b"0" * 310 + b"1", b"." + b"0" * 320 + b"1", b"." * 60_000, b"9" * 60_000, b"10" + b" " * 60_000),
    ],
    ids=lambda size: f"{size[:8].decode()} {len(size)}",
)
def test_a_note_of_whatever_size_is_read_and_takes_no_time(drawn_pdf: PdfMaker, size: bytes) -> None:
    note = b"<</Type/Annot/Subtype/FreeText/Contents(It was 45%%.)/F 4/DA(/F %b Tf)/Rect[60 640 300 660]>>" % size
    page = b"/Annots[" + note + b"]"
    with takes_less_than(5):
        lines = read(drawn_pdf(words((b"In all", 60, 700)), *NONE, page=page)).text.strip().split("\n")
    assert lines == ["In all", "It was 45%."]


def test_a_word_of_digits_at_the_foot_of_a_page_takes_no_time_to_tell_from_a_number(drawn_pdf: PdfMaker) -> None:
    word = b"1" * 24_000 + b"x"
    content = words((b"In all", 60, 700)) + b" BT /F 1 Tf 1 0 0 1 20 600 Tm (%b) Tj ET" % word
    with takes_less_than(2):
        text = read(drawn_pdf(content, *NONE, page=b"/MediaBox[0 0 14400 800]")).text
    assert text.split() == ["In", "all", word.decode()]


def test_numbers_drawn_last_go_to_their_place(drawn_pdf: PdfMaker) -> None:
    content = words(
        *((b"In", 60, 700), (b"of cases they were upheld.", 97, 700), (b"upheld decisions", 60, 660)),
        *(
            (b"A total of", 60, 640),
            (b"investigations", 120, 640),
            (b"60%", 73, 700),
            (b"3", 60, 680),
            (b"5", 109, 640),
        ),
    )
    text = read(drawn_pdf(content, *NONE)).text
    assert text.strip().split("\n") == [
        "In 60% of cases they were upheld.",
        "3",
        "upheld decisions",
        "A total of 5 investigations",
    ]


def test_words_without_spaces_are_refused_with_what_to_do(drawn_pdf: PdfMaker) -> None:
    line = b"60%ofcomplaintsweinvestigatedwereupheldandthiscomparestoanaverageof45%"
    with pytest.raises(Refused, match="without spaces"):
        read(drawn_pdf(words(*((line, 60, 700 - 20 * row) for row in range(5))), *NONE))


def test_a_cover_sheet_to_an_xfa_form_is_refused(drawn_pdf: PdfMaker) -> None:
    form = b"/AcroForm<</Fields[]/XFA 6 0 R>>"
    packet = b"<</Length 9>>stream\n<xdp></a>\nendstream"
    with pytest.raises(Refused, match="XFA"):
        read(drawn_pdf(words((b"Please wait...", 60, 700)), packet, b"<<>>", catalog=form))


def test_a_cover_sheet_to_files_is_refused(drawn_pdf: PdfMaker) -> None:
    names = b"/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a.pdf)6 0 R]>>>>"
    file = b"<</Type/Filespec/F(a.pdf)/EF<</F 7 0 R>>>>"
    stream = b"<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream"
    with pytest.raises(Refused, match="portfolio"):
        read(drawn_pdf(words((b"Open this in another program.", 60, 700)), file, stream, catalog=names))


def fail(*_: object) -> None:
    """Fail as only a fault of our own does."""
    raise ValueError


def test_a_fault_of_ours_in_setting_out_tables_leaves_the_text(
    drawn_pdf: PdfMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdfium: Any = importlib.import_module("pypdfium2")
    monkeypatch.setattr(page, "set_out_tables", fail)
    assert document.read_pdf(pdfium, drawn_pdf(SEEN, *NONE)) == (b"T", "The rate is not published.")


def test_any_other_fault_of_ours_is_told_as_ours(drawn_pdf: PdfMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    pdfium: Any = importlib.import_module("pypdfium2")
    monkeypatch.setattr(document, "read_page", fail)
    answer = document.read_pdf(pdfium, drawn_pdf(SEEN, *NONE))
    monkeypatch.setattr("db.text.pdf.reader.read_pdf", lambda *_: answer)
    with pytest.raises(ReaderFailed, match="a fault in upheld, not in the file"):
        read(drawn_pdf(SEEN, *NONE))


PICTURE = b"q 400 0 0 40 50 590 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q "
BAR = b"q 0 .2 .4 rg 50 595 300 20 re f Q "
WHITE_BAR = b"q 1 g 50 595 300 20 re f Q "
BLACK_BAR = b"q 0 g 50 595 300 20 re f Q "


@pytest.mark.parametrize(
    "content",
    [
        b"q 1 g " + UNSEEN + b" Q",
        b"q .98 .99 1 rg " + UNSEEN + b" Q",
        WHITE_BAR + b"q 1 g " + UNSEEN + b" Q",
        b"q 3 Tr " + UNSEEN + b" Q",
        UNSEEN + b" " + WHITE_BAR,
        UNSEEN + b" " + BLACK_BAR,
        b"q 1 g " + UNSEEN + b" Q " + BAR,
        UNSEEN + b" 59 603 m 138 603 l S",
        UNSEEN + b" 59 602.5 81 1 re f",
        UNSEEN + b" 59 603 m 80 603 l S 80 603 m 138 603 l S",
    ],
    ids=[
        *("white on white", "nearly white", "white on a white bar", "not painted", "under a white bar"),
        *("under a black bar", "white under a bar", "struck by a line", "struck by a thin bar", "struck by two lines"),
    ],
)
def test_what_leaves_no_mark_or_is_struck_is_not_read(drawn_pdf: PdfMaker, content: bytes) -> None:
    assert read(drawn_pdf(SEEN + b" " + content, *NONE)).text.strip() == "The rate is not published."


@pytest.mark.parametrize(
    "content",
    [
        BAR + b"q 1 g " + UNSEEN + b" Q",
        b"q 0 .2 .4 rg 55 598 20 15 re 75 598 200 15 re f Q q 1 g " + UNSEEN + b" Q",
        PICTURE + b"q 1 g " + UNSEEN + b" Q",
        PICTURE + b"q 3 Tr " + UNSEEN + b" Q",
        b"q 3 Tr " + UNSEEN + b" Q " + PICTURE,
        WHITE_BAR + UNSEEN,
        UNSEEN + b" q 1 g 50 560 300 20 re f Q",
        UNSEEN + b" 59 598.5 m 150 598.5 l S",
        UNSEEN + b" 20 603 m 500 603 l S",
        UNSEEN + b" 20 611 m 500 611 l S 20 593 m 500 593 l S",
        UNSEEN + b" q 1 G 59 603 m 150 603 l S Q",
        UNSEEN + b" 59 590 m 59 612 l S",
    ],
    ids=[
        *("in a bar", "in two bars", "white over a picture", "recognised over a scan", "recognised under a scan"),
        *("on a white bar", "above a white bar", "underlined", "a rule across the page", "between a table's lines"),
        *("a white line", "beside an upright line"),
    ],
)
def test_what_is_seen_over_or_beside_what_is_drawn_is_read(drawn_pdf: PdfMaker, content: bytes) -> None:
    assert "40% were upheld." in read(drawn_pdf(SEEN + b" " + content, *NONE)).text


def test_of_a_number_the_digit_that_is_struck_or_covered_is_left_out(drawn_pdf: PdfMaker) -> None:
    number = words((b"A total of 80 investigations", 60, 600))
    line, bar = b" 107.8 603 m 113.4 603 l S", b" q 1 g 107.8 595 5.6 15 re f Q"
    for struck in (line, bar):
        assert (
            read(drawn_pdf(SEEN + number + struck, *NONE)).text.split("\n")[-1].strip() == "A total of 8 investigations"
        )


def test_a_dot_is_seen_where_the_digit_before_it_is(drawn_pdf: PdfMaker) -> None:
    covered = words((b"this is 3.1 upheld", 60, 600)) + b" q 1 g 50 595 20 15 re f Q"
    assert "3.1 upheld" in read(drawn_pdf(SEEN + covered, *NONE)).text
