"""The head of a letter: date, addressee, role and council, however a copy sets them."""

from datetime import date

import pytest

from tests.db.letters.printed import figures, letter, one, upheld, warned

OADBY = "Oadby & Wigston Borough Council"


@pytest.mark.parametrize(
    ("address", "council", "addressee", "role"),
    [
        (f"Mrs Court\nChief Executive\n{OADBY}", OADBY, "Mrs Court", "Chief Executive"),
        (f"Mrs Court Chief Executive {OADBY}", OADBY, "Mrs Court", "Chief Executive"),
        (f"Mrs Court, Chief Executive\n{OADBY}", OADBY, "Mrs Court", "Chief Executive"),
        (
            "Mr K Chief Operating Officer Leicester City Council",
            "Leicester City Council",
            "Mr K",
            "Chief Operating Officer",
        ),
        (
            "Mrs J & Mr P\nDirectors\nHarborough District Council",
            "Harborough District Council",
            "Mrs J & Mr P",
            "Directors",
        ),
        (
            "Mrs J &\nMr P\nDirectors\nHarborough District Council",
            "Harborough District Council",
            "Mrs J & Mr P",
            "Directors",
        ),
        ("Bev S\nHead of Paid Service\nKent County Council", "Kent County Council", "Bev S", "Head of Paid Service"),
        (f"The Chief Executive\n{OADBY}", OADBY, None, "Chief Executive"),
        (
            f"Mrs Court\nChief Executive\n{OADBY}\nBushloe House\nStation Road\nWigston\nLeicester",
            OADBY,
            "Mrs Court",
            "Chief Executive",
        ),
        (f"Mrs Court\nChief Executive\n{OADBY}, Station Road, Leicester", OADBY, "Mrs Court", "Chief Executive"),
        (
            "Ms A\nManaging Director\nKent County Council\nSessions House\nMaidstone\nKent ME14 1XQ",
            "Kent County Council",
            "Ms A",
            "Managing Director",
        ),
        (
            "Ms A\nChief Executive\nCivic Centre\nLondon Borough of Bromley",
            "London Borough of Bromley",
            "Ms A",
            "Chief Executive",
        ),
        (
            "Ms A\nChief Executive\nTransport for London\nPalestra\nLondon",
            "Transport for London",
            "Ms A",
            "Chief Executive",
        ),
        ("Ms A\nChief Executive\nMedway", "Medway Council", "Ms A", "Chief Executive"),
    ],
)
def test_the_address_block_is_read_however_it_is_set(
    address: str, council: str, addressee: str | None, role: str
) -> None:
    dear = addressee or "Chief Executive"
    read = one(letter(address=address, dear=dear))
    assert (read.council.name, read.council.in_register) == (council, True)
    assert (read.addressee, read.role) == (addressee, role)
    assert not read.doubts


@pytest.mark.parametrize(
    ("broken", "council"),
    [
        ("Bath and North East\nSomerset Council", "Bath and North East Somerset Council"),
        ("South\nGloucestershire Council", "South Gloucestershire Council"),
        ("North\nLincolnshire Council", "North Lincolnshire Council"),
        ("Central\nBedfordshire Council", "Central Bedfordshire Council"),
        ("London Borough of\nBromley", "London Borough of Bromley"),
        ("Royal Borough of Windsor\nand Maidenhead", "Royal Borough of Windsor and Maidenhead Council"),
        ("Nottingham City\nCouncil", "Nottingham City Council"),
        ("Blackburn with\nDarwen Borough Council", "Blackburn with Darwen Borough Council"),
        ("North West\nLeicestershire District Council", "North West Leicestershire District Council"),
        ("Oadby & Wigston\nBorough Council", "Oadby & Wigston Borough Council"),
    ],
)
def test_a_name_broken_over_two_lines_is_never_taken_for_the_shorter_one(broken: str, council: str) -> None:
    assert one(letter(address=f"Ms A\nChief Executive\n{broken}")).council.name == council


@pytest.mark.parametrize("town", ["Leicester", "Kent", "Bromley", "Reading"])
def test_a_town_of_the_postal_address_is_not_the_council(town: str) -> None:
    read = one(letter(address=f"Ms A\nChief Executive\nCivic Offices\nStation Road\n{town}"))
    assert not read.council.in_register
    assert warned(read, "council")


@pytest.mark.parametrize(
    "name",
    [
        "Barchester City Council",
        "Kent & Medway Fire and Rescue Authority",
        "South Oxfordshire and Vale of White Horse District Councils",
        "Wychavon & Malvern Hills District Councils",
    ],
)
def test_a_council_that_the_register_does_not_know_is_kept_as_written(name: str) -> None:
    read = one(letter(figures(), address=f"Ms A\nLeader of the Council\n{name}"))
    assert (read.council.name, read.council_as_written, read.council.in_register) == (name, name, False)
    assert (read.addressee, read.role) == ("Ms A", "Leader of the Council")
    assert "kept as written" in warned(read, "council")


def test_a_joint_letter_names_the_councils_it_could_be() -> None:
    read = one(letter(address="Ms A\nChief Executive\nAdur and Worthing Councils"))
    assert (read.council.name, read.council.in_register) == ("Adur and Worthing Councils", False)
    assert "Adur District Council, Worthing Borough Council" in warned(read, "council")


@pytest.mark.parametrize(
    "text",
    [
        letter("Local Authority Report: Leeds City Council", address="Ms A\nChief Executive\nKent County Council"),
        letter(address="Ms A\nChief Executive\nKent County Council\nLeeds City Council"),
        letter(
            "Adjusted for Leeds City Council's population, this is 4.6 upheld decisions per 100,000 residents.",
            address="Ms A\nChief Executive\nKent County Council",
        ),
    ],
)
def test_two_councils_named_leave_none_and_a_warning_with_both(text: str) -> None:
    read = one(text)
    assert (read.council.in_register, read.council_as_written) == (False, None)
    message = "The letter names two councils, Kent County Council and Leeds City Council; its figures are left out."
    assert warned(read, "council") == message
    quoted = [quote.text for doubt in read.doubts for quote in doubt.quotes]
    assert quoted == ["Kent County Council", "Leeds City Council"]


@pytest.mark.parametrize(
    ("written", "dated", "council"),
    [
        ("Dorset County Council", "24 July 2019", "Dorset County Council"),
        ("Northampton Borough Council", "20 July 2022", "Northampton Borough Council"),
        ("Dorset Council", "22 July 2020", "Dorset Council"),
        ("Somerset Council", "17 July 2024", "Somerset Council"),
        ("Cumberland Council", "17 July 2024", "Cumberland Council"),
    ],
)
def test_abolished_and_new_councils_are_told_by_name_and_date(written: str, dated: str, council: str) -> None:
    assert one(letter(dated=dated, address=f"Ms A\nChief Executive\n{written}")).council.name == council


@pytest.mark.parametrize(
    ("dated", "day"),
    [
        ("22 July 2020", date(2020, 7, 22)),
        ("22nd July 2020", date(2020, 7, 22)),
        ("Wednesday, 22 July 2020", date(2020, 7, 22)),
        ("Date: 22 July 2020", date(2020, 7, 22)),
        ("22nd July, 2020", date(2020, 7, 22)),
        ("July 22, 2020", date(2020, 7, 22)),
        ("22 Jul 2020", date(2020, 7, 22)),
        ("22.07.2020", date(2020, 7, 22)),
        ("22 July 2O2O", None),
        ("31 June 2020", None),
        ("", None),
    ],
)
def test_the_date_over_the_address_is_the_letters(dated: str, day: date | None) -> None:
    read = one(letter(dated=dated))
    assert (read.dated, read.council.name, read.addressee) == (day, "Harborough District Council", "Mrs Hall")


@pytest.mark.parametrize(
    "dated",
    [
        "Audit Committee\n14 September 2020\nAppendix A",
        "Cabinet\n14 September 2020",
        "14 September 2020 - Scrutiny Panel\nItem 7",
        "14 September 2020\nStandards Committee",
        "Report of the Monitoring Officer\n14 September 2020\nAppendix 2",
    ],
)
def test_the_day_of_a_meeting_over_an_undated_copy_is_not_the_letters(dated: str) -> None:
    read = one(letter(dated=dated))
    assert (read.dated, read.council.name) == (None, "Harborough District Council")
    assert (read.addressee, read.role) == ("Mrs Hall", "Chief Executive")


@pytest.mark.parametrize(
    "dated",
    [
        "Appendix A\n22 July 2020",
        "Audit Committee\n14 September 2020\nAppendix A\n\n22 July 2020",
        "22 July 2020\n\nRECEIVED\n28 July 2020\nCHIEF EXECUTIVE",
    ],
)
def test_the_letter_s_own_date_is_told_from_a_meeting_s_and_a_stamp_s(dated: str) -> None:
    read = one(letter(dated=dated))
    assert (read.dated, read.addressee) == (date(2020, 7, 22), "Mrs Hall")


@pytest.mark.parametrize("name", ["Barchester City Council", "Adur and Worthing Councils"])
def test_a_doubt_about_the_council_shows_where_it_is_named(name: str) -> None:
    (doubt,) = one(letter(address=f"Ms A\nChief Executive\n{name}")).doubts
    assert [quote.text for quote in doubt.quotes] == [name]


@pytest.mark.parametrize("dear", ["Sir or Madam", "Sir", "Chief Executive"])
def test_nobody_is_named_where_the_letter_names_nobody(dear: str) -> None:
    read = one(letter(address=f"Chief Executive\n{OADBY}", dear=dear))
    assert (read.addressee, read.role) == (None, "Chief Executive")


def test_references_and_telephone_numbers_are_no_part_of_the_address() -> None:
    address = f"Mr E\nChief Executive\n{OADBY}\nDX 57825\nOur ref: A/B1\nIf telephoning contact: Ms C on 02476 820000"
    read = one(letter(address=address, dear="Mr E"))
    assert (read.council.name, read.addressee) == (OADBY, "Mr E")


def test_a_message_before_the_letter_is_not_its_salutation() -> None:
    read = one("Dear colleagues\n\nThe letter is below.\n\n" + letter(figures()))
    assert (read.council.name, read.addressee) == ("Harborough District Council", "Mrs Hall")


def test_the_predecessors_listed_on_a_statistics_page_are_not_its_council() -> None:
    page = (
        "North Northamptonshire Council\nNorth Northamptonshire Council is a merger of several councils and the"
        " historical information is linked below.\nCorby Borough Council\nEast Northamptonshire Council\n\n" + upheld()
    )
    read = one(page)
    assert read.council.name == "North Northamptonshire Council"
    assert not warned(read, "council")


def test_a_name_cut_off_at_a_line_s_end_is_no_second_council() -> None:
    page = "Cheshire West and Chester Council\n\n33% Complaints upheld by Cheshire\n\n \n\nWest and Chester Council\n\n"
    assert one(page + upheld()).council.name == "Cheshire West & Chester Council"


@pytest.mark.parametrize("line", ["Meeting: 15 September 2020", "Draft", "Issued", "Annual Review letter 2020"])
def test_a_line_of_papers_over_the_address_is_nobody_s_name(line: str) -> None:
    assert one(letter(dated=line)).addressee == "Mrs Hall"


@pytest.mark.parametrize("row", ["Upheld\tNot Upheld\tUphold Rate\tTotal", "01/04/10 - 31/03/11\t24\t18\t160"])
def test_a_row_of_a_table_over_the_address_is_nobody_s_name(row: str) -> None:
    read = one(letter(address=f"{row}\nMrs Hall\nChief Executive\nHarborough District Council"))
    assert (read.addressee, read.role) == ("Mrs Hall", "Chief Executive")
    assert one(letter(address=f"{row}\nHarborough District Council")).addressee == "Mrs Hall"


@pytest.mark.parametrize("printed", ["Three \t Rivers District Council", "Barchester\tCity Council"])
def test_a_name_with_tabs_between_its_words_is_kept_with_spaces(printed: str) -> None:
    read = one(letter(address=f"Mrs Hall\nChief Executive\n{printed}"))
    assert read.council_as_written == read.council.name == " ".join(printed.split())


@pytest.mark.parametrize("behind", [" By email", " - by email only", " Tel 0300 061 0614"])
def test_how_a_letter_was_sent_is_no_part_of_the_council_s_name(behind: str) -> None:
    read = one(letter(address=f"Mrs Hall\nChief Executive\nHarborough District Council{behind}"))
    assert (read.council.name, read.council_as_written) == (
        "Harborough District Council",
        "Harborough District Council",
    )


def test_the_letters_of_other_years_that_a_page_lists_do_not_give_it_their_year() -> None:
    menu = "\n".join(f"About us {number}" for number in range(12))
    page = f"Harborough District Council\nAnnual statistics\n\n{upheld()}\n\n{menu}\nAnnual review letter 2018-19"
    read = one(page)
    assert (read.year, read.kind.value) == (2020, "statistics")


def test_the_line_right_over_a_page_s_title_is_its_council_not_the_menu_s() -> None:
    page = f"Leeds City Council\nHarborough District Council\nAnnual statistics\n\n{upheld()}"
    assert one(page).council.name == "Harborough District Council"
