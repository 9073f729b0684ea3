"""What stands around the figures: words of ours, full of numbers that are not the council's."""

from random import Random

from tests.letters_made.truth import Kind, Piece

DECOYS = (
    "We ran 118 courses in 2018-19 for more than 1,400 people, 47 more than in the year before.",
    "The strategy for 2018-21 says what we mean to publish, and when.",
    "Across England 61% of investigations ended with fault found, up from 58% a year earlier.",
    "A council with a compliance rate below 100% may want to look at the cases it missed.",
    "In all we dealt with 17,452 enquiries; 4,201 of them were looked into closely.",
    "Every decision and every public report about a council can be looked up on our website.",
    "Casework was paused between March and June 2020, and this shows in the numbers.",
    "Seminars for link officers drew 178 people from 143 authorities to London, Leeds and Bristol.",
    "One county redesigned its whole service after a single complaint, which is 1 of 1 well used.",
    "Your council's performance is on our map, with the letters of other years.",
)
"""Sentences with percentages, years and counts in them, none of which is a figure of this council."""


def paragraphs(random: Random, at_most: int = 4) -> list[Piece]:
    """Some paragraphs of one to three sentences."""
    return [
        Piece(Kind.PROSE, (" ".join(random.sample(DECOYS, random.randint(1, 3))),))
        for _ in range(random.randint(1, at_most))
    ]


def definitions(remedy_heading: str) -> list[Piece]:
    """The three terms explained under the very words that head the figures later."""
    return [
        Piece(Kind.PROSE, ("Complaints upheld - fault was found, or had been accepted before we looked.",)),
        Piece(Kind.PROSE, ("Compliance with recommendations - what we asked for was done; below 100% is rare.",)),
        Piece(Kind.PROSE, (f"{remedy_heading} - matters had been put right before they came to us.",)),
    ]
