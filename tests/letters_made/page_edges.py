"""What stands round the figures of a statistics page: whose it is, terms explained, reports, improvements, letters."""

from random import Random
from textwrap import wrap

from db.councils.register import Register
from tests.letters_made.rates import heading
from tests.letters_made.truth import Kind, Piece

_MERGED = (
    "Buckinghamshire Council",
    "Bournemouth, Christchurch and Poole Council",
    "Cumberland Council",
    "Dorset Council",
    "East Suffolk Council",
    "North Northamptonshire Council",
    "North Yorkshire Council",
    "Somerset Council",
    "West Northamptonshire Council",
    "West Suffolk Council",
    "Westmorland and Furness Council",
)
"""Councils that took the place of others from 2019 on."""


def title_pieces(council: str) -> list[Piece]:
    """The first lines of a page: whose it is, and what."""
    banner = Piece(Kind.PROSE, ("Advice on comparing statistics across years: see 2022-23 and 2020-21.",))
    return [heading(council), heading("Annual statistics"), banner]


def choose_merged(random: Random) -> str:
    """A council that took the place of others."""
    return random.choice(_MERGED)


def merged_title_pieces(random: Random, council: str, title: str) -> list[Piece]:
    """The same of a council that replaced others, which are listed over the title; wrapped at any width.

    The sentence on the merger may spell the name another way, or be missing.
    """
    register = Register.load()
    replaced = [each.name for each in register.councils if council in each.successors]
    listed = random.sample(replaced, min(len(replaced), random.randint(1, 5)))
    named = random.choice((council, council.replace(" and ", " & "), council[0] + council[1:].lower()))
    sentence = f"{named} is a merger of several councils and their earlier figures are found through these links."
    lines = [council, *random.choice(([sentence], [sentence], [])), *listed]
    width = random.randint(16, 120)
    pieces = [piece_of(line, width) for line in lines]
    return [*pieces, heading(title)] if random.random() < 0.5 else [_on_lines(pieces), heading(title)]


def piece_of(words: str, width: int) -> Piece:
    """Some words of a page's head, wrapped."""
    return Piece(Kind.TITLE, tuple(wrap(words, width, break_long_words=False, break_on_hyphens=False)))


def _on_lines(pieces: list[Piece]) -> Piece:
    """All of them without a blank line between."""
    return Piece(Kind.TITLE, tuple(line for piece in pieces for line in piece.lines))


def definition_pieces() -> list[Piece]:
    """The terms explained over the figures, each under the very words that head a block below."""
    return [
        Piece(Kind.PROSE, ("More about this data",)),
        Piece(Kind.PROSE, ("Complaints upheld - complaints where fault was found, put right before or not.",)),
        Piece(Kind.PROSE, ("Compliance with recommendations - what was agreed and then done; 100% is the rule.",)),
        Piece(Kind.PROSE, ("Satisfactory remedies - what the council had offered before anybody asked us.",)),
        Piece(Kind.PROSE, ("Average - of councils of one type; 3 upheld decisions of 4 may be much for a small one.",)),
    ]


def tail_pieces(random: Random, council: str) -> list[Piece]:
    """What stands below the figures: letters of other years, reports, improvements with their cases."""
    letters = [
        heading("Annual letters"),
        Piece(Kind.PROSE, ("Once a year we write to every council.", "Letters are kept for ten years.")),
        Piece(Kind.PROSE, (random.choice(("View annual letters", "Annual letter archive")),)),
    ]
    report = random.choice(
        (
            ("No reports published",),
            (
                f"In the last nine years we published 2 public interest reports about {council}:",
                "Boy of 12 without a school place for 7 months",
                "100% of a family's rent arrears were the council's own error",
            ),
            (f"We have published the following reports against {council}", "Find out more about reports"),
        )
    )
    reports = [heading(random.choice(("Public reports", "Reports"))), Piece(Kind.PROSE, report)]
    number = f"{random.randint(18, 24)} {random.randint(0, 19):03} {random.randint(0, 999):03}"
    improvements = [
        heading("Service improvements"),
        Piece(Kind.PROSE, (f"Since April 2018 the Council has agreed to make {random.randint(2, 60)} of them.",)),
        Piece(Kind.PROSE, (f"Case reference: {number}", "Category: Housing", "Sub Category: Allocations")),
        Piece(Kind.PROSE, ("- Staff who decide on priority are trained by 31 March 2025.",)),
    ]
    return [*letters, *reports, *improvements]
