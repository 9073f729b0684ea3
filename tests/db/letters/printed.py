"""Letters and figures pages as they are printed, part by part, for tests that change one part."""

from db.councils.register import Register
from db.letters.parse import parse
from db.model import Letter, Measure, MeasureName
from tui.draw.doubt_text import write_doubt

PERIOD = "1 April 2019 to 31 March 2020"


def one(text: str) -> Letter:
    """The one letter in a text."""
    (letter,) = parse(text, Register.load())
    return letter


def measure(text: str, name: MeasureName) -> Measure:
    """One measure of the one letter in a text."""
    return one(text).measure(name)


def warned(letter: Letter, about: str) -> str:
    """The warnings about one thing, joined; empty where there is none."""
    return " ".join(write_doubt(doubt) for doubt in letter.doubts if doubt.about == about)


def upheld(
    rate: str = "60%",
    average: str = "45%",
    count: str = "3\nupheld decisions",
    base: str = "5 detailed investigations",
    period: str = PERIOD,
) -> str:
    """The first block; an empty `average`, `count` or `base` leaves that part out."""
    return _block(
        "Complaints upheld",
        f"{rate} of complaints we investigated were upheld.",
        _average(average),
        count,
        _base(base, period),
    )


def compliance(rate: str = "100%", average: str = "99%", base: str = "3 compliance outcomes") -> str:
    """The second block."""
    return _block(
        "Compliance with Ombudsman recommendations",
        f"In {rate} of cases we were satisfied the authority had successfully implemented our recommendations.",
        _average(average),
        _base(base, PERIOD),
    )


def remedy(
    rate: str = "0%",
    average: str = "20%",
    count: str = "0\nsatisfactory remedy decisions",
    base: str = "5 detailed investigations",
) -> str:
    """The third block, as 2020 and 2021 print it: the base is not what the rate is a share of."""
    return _block(
        "Satisfactory remedies provided by the authority",
        f"In {rate} of upheld cases we found the authority had provided a satisfactory remedy before the complaint"
        " reached the Ombudsman.",
        _average(average),
        count,
        _base(base, PERIOD),
    )


def figures(*blocks: str) -> str:
    """A figures page: these blocks, or the three as they are by default."""
    return "\n\n".join(blocks or (upheld(), compliance(), remedy()))


def letter(
    page: str = "",
    *,
    dated: str = "22 July 2020",
    address: str = "Mrs Hall\nChief Executive\nHarborough District Council",
    dear: str = "Mrs Hall",
    subject: str = "Annual Review letter 2020",
    opening: str = "This is the annual summary of statistics about your authority for the year ending 31 March 2020.",
    body: str = "",
) -> str:
    """A letter of 2020 with this page of figures after the signature; an empty part is left out."""
    signed = "Yours sincerely,\n\nA Person\nLocal Government and Social Care Ombudsman"
    parts = (dated, "By email", address, f"Dear {dear}", subject, opening, body, signed, page)
    return "\n\n".join(part for part in parts if part)


RECEIVED = {
    "Adult Care Services": "0",
    "Benefits and Tax": "1",
    "Corporate and Other Services": "0",
    "Housing": "1",
    "Planning and Development": "3",
    "Other": "1",
    "Total": "6",
}
DECIDED = {
    "Incomplete or Invalid": "2",
    "Advice Given": "0",
    "Referred back for Local Resolution": "0",
    "Closed After Initial Enquiries": "1",
    "Not Upheld": "1",
    "Upheld": "3",
    "Uphold Rate": "75%",
    "Total": "7",
}


def tabbed(title: str, columns: dict[str, str]) -> str:
    """A table with tabs between its cells."""
    return f"{title}\n\n" + "\t".join(columns) + "\n" + "\t".join(columns.values())


def stacked(title: str, columns: dict[str, str]) -> str:
    """A table as PDF copies give it: every heading on a line of its own, then every value that is not empty."""
    return "\n".join((title, *columns, *(value for value in columns.values() if value)))


def letter_2018(*tables: str) -> str:
    """A letter of 2018 with these tables after the signature."""
    page = "Local Authority Report: Harborough District Council\nFor the Period Ending: 31/03/2018"
    return letter(
        "\n\n".join((page, *tables)),
        dated="18 July 2018",
        subject="Annual Review letter 2018",
        opening="This is the annual summary of statistics about your authority for the year ended 31 March 2018.",
    )


def _block(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _average(average: str) -> str:
    return f"This compares to an average of {average} in similar authorities." if average else ""


def _base(base: str, period: str) -> str:
    return f"Statistics are based on a total of {base} for the period between {period}" if base else ""
