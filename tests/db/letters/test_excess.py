"""No pattern is given a line or a run without end, and what stands beside one is read and quoted as ever."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from db.councils.register import Register
from db.errors import Refused
from db.extract import extract
from db.letters.folded import FoldedText
from db.letters.parse import parse
from db.model import MeasureName, State
from db.text.limits import LONGEST_LINE, LONGEST_RUN
from tests.processor_time import takes_less_than

ROOT = Path(__file__).parents[3]
LETTER = """22 July 2020

Mrs Court
Chief Executive
Oadby & Wigston Borough Council{beside}

Dear Mrs Court

Annual Review letter 2020

I write to you with our annual summary of statistics for the year ending 31 March 2020.{beside}

Yours sincerely

Michael King
Local Government and Social Care Ombudsman

Complaints upheld
60% of complaints we investigated were upheld.
This compares to an average of 45% in similar authorities.
3 upheld decisions{beside}
Statistics are based on a total of 5 detailed investigations for the period between 1 April 2019 to 31 March 2020
"""
RUNS = (
    "-",
    " ",
    "\t",
    " \t",
    "0",
    "a",
    ".",
    "(",
    "[",
    "_",
    "*",
    "|",
    "'",
    "\u00a0",
    "\u2013",
    "<",
    "&",
    ", ",
    "a ",
    "1 ",
)
LINES = ("-\n", "1\n", "a\n", "\t\n", "1 2 3\n", "Dear Sir\n", "Annual letter 2020\n", "a  b   c\n", "The ", "</a-")


@pytest.mark.parametrize("run", ["-", "\t", "_ ", "0", "a", "-\n"])
def test_what_is_looked_at_of_a_run_is_its_beginning_and_end(run: str) -> None:
    stored = f"before {run * 50_000} after"
    folded = FoldedText.fold(stored)
    assert folded.stored == stored
    assert len(folded.text) < 2 * LONGEST_RUN
    assert folded.text.startswith("before ")
    after = folded.text.index("after")
    assert folded.quote(after, after + 5).start == len(stored) - 5


def test_what_is_looked_at_of_a_line_is_its_beginning() -> None:
    folded = FoldedText.fold("word " * 50_000 + "\nthe next line")
    first, second = folded.text.split("\n")
    assert len(first) == LONGEST_LINE
    assert second == "the next line"


def test_a_rule_and_a_long_paragraph_are_looked_at_whole() -> None:
    stored = "Heading\n" + "-" * (LONGEST_RUN - 10) + "\n" + "A letter copied into one line. " * 600 + "End."
    assert FoldedText.fold(stored).text == stored


def test_figures_around_long_runs_are_read_with_their_places() -> None:
    text = LETTER.replace("3 upheld decisions{beside}", "3 upheld decisions\n" + "-" * 100_000).format(beside="")
    (letter,) = parse(text, Register.load())
    upheld = next(measure for measure in letter.measures if measure.name is MeasureName.UPHELD)
    assert (upheld.state, upheld.rate, upheld.count, upheld.base) == (State.GIVEN, 60, 3, 5)
    assert all(quote.text == text[quote.start : quote.end] for quote in upheld.quotes)


@pytest.mark.parametrize("run", [*RUNS, *LINES])
def test_no_run_however_long_holds_what_reads_letters(run: str) -> None:
    """Growth that is quadratic takes minutes at this size, what is linear a second or two."""
    page = LETTER.format(beside=run * (150_000 // len(run)))
    for data in (page.encode(), f"<html><body><pre>{page}</pre></body></html>".encode()):
        with takes_less_than(20), suppress(Refused):  # a page of tags without end
            extract(data, "a", Register.load())


def grow_patterns(*patterns: str) -> list[str]:
    """What the short form of the bench of patterns prints, of these or of the program's."""
    command = [sys.executable, "-m", "tests.pattern_growth", "--short", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1200, check=True)
    return done.stdout.splitlines()


@pytest.mark.slow
def test_each_pattern_is_linear_on_its_worst_texts() -> None:
    *grown, counted = grow_patterns()
    assert grown == []
    assert int(counted.split()[0]) > 400


QUADRATIC = [
    r"-+x",
    r"(?m)\s+:",
    r"(?i)[a-z ]+\n\n",
    r"(?:\d+[ \t]*)+x",
    r"(?i)\btotal of (?:\d+ ?)*cases",
    r"a.*b.*c",
]


def test_a_pattern_that_is_not_linear_is_found() -> None:
    *grown, _ = grow_patterns(*QUADRATIC)
    assert [line.split(" behind ")[0] for line in grown] == [f"given: {each!r}" for each in QUADRATIC]
