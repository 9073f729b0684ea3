from collections.abc import Callable

import pytest

from db.errors import Refused
from db.text.reading import read

LINES = ["Dear Mrs Court", "Annual Review letter 2018", "You paid £500 in 2017-", "18."]


def test_the_pages_of_a_letter_come_in_order_with_their_lines(make_pdf: Callable[..., bytes]) -> None:
    found = read(make_pdf([LINES, ["Yours sincerely", "Michael King"]]))
    assert found.media_type == "application/pdf"
    assert found.text == (
        "Local Government & Social Care OMBUDSMAN\nDear Mrs Court\nAnnual Review letter 2018\n"
        "You paid £500 in 2017-\n18.\nPage 1\n\n"
        "Local Government & Social Care OMBUDSMAN\nYours sincerely\nMichael King\nPage 2"
    )


def test_a_row_of_a_table_is_a_line_with_tabs_between_its_cells(make_pdf: Callable[..., bytes]) -> None:
    text = read(make_pdf([LINES], table=[["Housing", "Other", "Total"], ["1", "0", "6"]])).text
    assert "Housing\tOther\tTotal\n1\t0\t6\n" in text


def test_a_word_parted_at_a_hyphen_keeps_it(make_pdf: Callable[..., bytes]) -> None:
    assert "self-evident" in read(make_pdf([["It is self-", "evident"]])).text


def test_lines_before_the_start_of_a_pdf_do_no_harm(make_pdf: Callable[..., bytes]) -> None:
    assert "Dear Mrs Court" in read(b"\r\n\r\n" + make_pdf([LINES])).text


def test_a_scan_is_refused_with_what_to_do(scan: bytes) -> None:
    with pytest.raises(Refused, match="text recognition"):
        read(scan)


def test_a_pdf_with_a_password_is_refused(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(Refused, match="password"):
        read(make_pdf([LINES], locked=True))


def test_half_a_pdf_is_refused(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(Refused, match=r"damaged|no text"):
        read(make_pdf([LINES])[:300])


def test_a_pdf_of_very_many_pages_is_refused(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(Refused, match="far longer"):
        read(make_pdf([["x"]] * 1001))


SIGNS_WITHOUT_NAMES = (
    b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+X/Encoding<</Type/Encoding"
    b"/Differences[17/g1/g2 27/g3 48/g10/g11/g12/g13/g14/g15/g16]>>>>"
)


def to_unicode(*pairs: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A font, and as object 7 what its signs are: pairs of a code and of UTF-16, in hexadecimal digits."""
    signs = b" ".join(b"<%b> <%b>" % pair for pair in pairs)
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        b"1 begincodespacerange <00> <FF> endcodespacerange %d beginbfchar %b endbfchar endcmap end end"
        % (len(pairs), signs)
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 7 0 R>>"
    return font, b"<</Length %d>>stream\n%b\nendstream" % (len(table), table)


def figure(sign: bytes) -> bytes:
    return b"BT /F 9 Tf 50 800 Td (In ) Tj /N 9 Tf (" + sign + b") Tj /F 9 Tf (0% of cases) Tj ET"


@pytest.mark.parametrize("sign", [b"\\021", b"\\022", b"\\033", b"6"])
def test_a_sign_whose_character_the_font_does_not_say_is_unknown(drawn_pdf: Callable[..., bytes], sign: bytes) -> None:
    assert read(drawn_pdf(figure(sign), SIGNS_WITHOUT_NAMES, b"<<>>")).text == "In \ufffd0% of cases"


@pytest.mark.parametrize(
    "private", [b"E006", b"F036", b"DBC0DC36", b"0001", b"001B", b"FFFE", b"0002", b"0093", b"0000", b"DC00"]
)
def test_a_sign_of_a_private_or_control_character_is_unknown(drawn_pdf: Callable[..., bytes], private: bytes) -> None:
    assert read(drawn_pdf(figure(b"6"), *to_unicode((b"36", private)))).text == "In \ufffd0% of cases"


def test_a_hyphen_at_a_lines_end_is_told_from_a_sign_of_its_number(drawn_pdf: Callable[..., bytes]) -> None:
    content = (
        b"BT /F 9 Tf 12 TL 50 800 Td (It is self-) Tj T* (evident that ) Tj /N 9 Tf (67) Tj /F 9 Tf (0% are) Tj ET"
    )
    font = to_unicode((b"36", b"0002"), (b"37", b"D83DDE00"))
    assert read(drawn_pdf(content, *font)).text == "It is self-evident that \ufffd\U0001f6000% are"


def test_raised_digits_are_no_part_of_the_number_beside_them(drawn_pdf: Callable[..., bytes]) -> None:
    raised = b"/F 6 Tf 4 Ts (%b) Tj 0 Ts /F 10 Tf "
    content = (
        b"BT /F 10 Tf 50 800 Td (a total of 8) Tj " + raised % b"12" + b"( outcomes, 60%) Tj " + raised % b"3"
        + b"( on 31) Tj " + raised % b"st" + b"( March) Tj /F 6 Tf (2018) Tj ET"
    )  # fmt: skip
    assert read(drawn_pdf(content, b"<<>>", b"<<>>")).text == (
        "a total of 8\u00b9\u00b2 outcomes, 60%\u00b3\n on 31st March2018"
    )


def test_a_pdf_with_neither_text_nor_pictures_is_not_called_a_scan(drawn_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(Refused, match="no text") as caught:
        read(drawn_pdf(b"10 10 100 100 re f", b"<<>>", b"<<>>"))
    assert "scan" not in str(caught.value)


@pytest.mark.slow
def test_a_pack_of_500_pages_is_read(make_pdf: Callable[..., bytes]) -> None:
    rows = ["A sentence of a paper for the committee on complaints, with 12 and 13 and 100% in it"] * 40
    assert read(make_pdf([rows] * 500)).text.endswith("Page 500")
