"""`upheld show`: what the screen marks by a sign is said in words."""

from pathlib import Path

import pytest

from tests.marks import slow_rows
from tests.tui.asked import Run

REMARK = "The Council took too long to accept our findings and its apology was unsatisfactory."


@pytest.mark.parametrize(
    ("council", "words"),
    [
        ("birmingham", "82%, 94 of 114 investigated; similar councils 81%: no clear difference"),
        *slow_rows(
            ("birmingham", "87%, 115 of 132 investigated; higher than similar councils, 80%"),
            ("birmingham", "60%, 43 of 72 investigated, our sum; no average of similar councils in this letter"),
            ("oadby", "60%, 3 of 5 investigated; similar councils 45%: too few to tell"),
            ("oadby", "3 of 3 outcomes, our sum, 100%; similar councils 99%: too few to tell"),
            ("allerdale", "Per 100,000: 1 upheld decision for that many residents; similar councils 1.4"),
            ("allerdale", "(District council, North West, abolished on 1 April 2023, now Cumberland Council)"),
        ),
    ],
)
def test_a_figure_is_said_as_on_the_screen(filled: Run, council: str, words: str) -> None:
    said = filled("show", council).stdout
    assert words in said
    assert not set(said) & set("*▲▼")


@pytest.mark.slow
def test_a_passage_that_is_two_things_is_told_once(filled: Run, tmp_path: Path) -> None:
    text = Path("sample_letters/oadby-and-wigston-borough-council-2020.txt")
    sample = (Path(__file__).resolve().parents[3] / text).read_text(encoding="utf-8")
    marker = "In this year the Ombudsman issued"
    assert marker in sample
    letter = tmp_path / "letter.txt"
    letter.write_text(
        sample.replace("Oadby & Wigston", "Blaby").replace(marker, f"{REMARK} {marker}"), encoding="utf-8"
    )
    assert filled("import", letter).returncode == 0
    said = [line for line in filled("show", "blaby").stdout.split("\n") if REMARK in line]
    assert said == [f"  Remark, Refusal or delay, apology: {REMARK}"]
