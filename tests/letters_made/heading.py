"""The head of a letter: date, who it is to, subject line, opening sentence; and the signature at its end."""

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.letters_made.truth import Kind, Piece

_PEOPLE = (
    ("Mrs Hall", "Chief Executive", "Mrs Hall"),
    ("Mr Keane", "Chief Operating Officer", "Mr Keane"),
    ("Sam Carter", "Chief Executive", "Sam Carter"),
    ("Mrs Holly & Mr Prentice", "Directors", "Mrs Holly & Mr Prentice"),
    ("Ms Wren and Mr Lark", "Joint Chief Executives", "Ms Wren and Mr Lark"),
    ("Dr A N Other", "Head of Paid Service", "Dr Other"),
    ("Ms Jones-Smith", "Managing Director", "Ms Jones-Smith"),
    ("Mr O'Neill", "Interim Chief Executive", "Mr O'Neill"),
)
CHAIR = "Chair, Commission for Local Administration in England"
"""The Ombudsman's other office, the last line of a signature."""
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September")


def day_in_words(day: date) -> str:
    """A day as letters write it: 22 July 2020."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


@dataclass(frozen=True)
class Head:
    """The pieces of a letter's head, and whom it is to."""

    pieces: list[Piece]
    addressee: str
    role: str


def letter_head(random: Random, council: str, dated: date, subject: str, opening: str, comma: str = "") -> Head:
    """The head of the letters of 2014 on; those of 2018 have a comma after the salutation."""
    name, role, called = random.choice(_PEOPLE)
    pieces = [
        Piece(Kind.LOGO, ("Local Government & Social Care OMBUDSMAN",)),
        Piece(Kind.DATE, (day_in_words(dated),)),
        Piece(Kind.BYLINE, ("By email",)),
        Piece(Kind.ADDRESS, (name, role, council)),
        Piece(Kind.DEAR, (f"Dear {called}{comma}",)),
        Piece(Kind.SUBJECT, (subject,)),
        Piece(Kind.PROSE, (opening,)),
    ]
    return Head(pieces, name, role)


def signature(*lines: str) -> list[Piece]:
    """The end of a letter."""
    return [Piece(Kind.PROSE, ("Yours sincerely,",)), Piece(Kind.SIGNED, lines)]
