"""Whole tasks of people who come with a question, on the sample letters, through the doors that they use."""

import csv
import re
from pathlib import Path

import pytest

from tests.db.export.read_back import HtmlReader, convert_to_flat_sheet, read_cells
from tests.sample_library import LIBRARY
from tests.tui.asked import Run, answer
from tests.tui.driving import Browser, browsing
from tui.draw.letter.sought import Sought
from tui.panes.letter import LetterPane
from tui.panes.words import WordsPane
from tui.screens.main import MainScreen

HOME_EDUCATION = '"home education" year:2020'


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library of the samples, in the folder in which the test is."""
    path = tmp_path / "library.db"
    path.write_bytes(LIBRARY.read_bytes())
    monkeypatch.chdir(tmp_path)
    return path


def prose(browser: Browser) -> str:
    """The screen as one line, without the lines round the panes."""
    return " ".join("".join(" " if sign in "│╭╮╰╯─" else sign for sign in browser.text).split())


async def test_which_letters_of_2020_speak_of_home_education(samples: Path, run: Run) -> None:
    async with browsing(samples) as browser:
        await browser.press("escape", "w")
        await browser.type(HOME_EDUCATION)
        assert "1 letter of 1 council" in browser.text
        (hit,) = browser.app.screen.query_one(WordsPane).hit_list.hits
        assert (hit.council, hit.year) == ("Leicester City Council", 2020)
        assert "public report about the Council, concerning the home education of a child" in hit.context
        assert [hit.context[start:end] for start, end in hit.matches] == ["home education"]
        beside = browser.app.screen.query_one(LetterPane)
        assert (beside.place_read, beside.marked_places) == (hit.start, Sought(HOME_EDUCATION, ((hit.start, hit.end),)))
        await browser.press("enter")
        assert isinstance(browser.app.screen, MainScreen)
        letter = browser.app.screen.query_one(LetterPane)
        assert letter.passage is not None
        assert letter.passage.text == "home education"
        await browser.press("escape")
        assert browser.app.screen.query_one(WordsPane).hit_list.highlighted_hit == hit
    (told,) = answer(run("search", HOME_EDUCATION, "--sample", "--json"))["hits"]
    assert (told["council"], told["year"], told["start"], told["end"]) == (hit.council, 2020, hit.start, hit.end)
    people = run("search", HOME_EDUCATION, "--sample").stdout
    assert people.startswith("Leicester City Council, 2020\n")
    assert "home education" in people


async def test_one_page_on_croydon_for_tonights_committee(samples: Path, run: Run) -> None:
    async with browsing(samples) as browser:
        await browser.type("croydon")
        await browser.press("enter", "B")
        assert "London Borough of Croydon, 2025" in browser.text
        for figures in ("32 of 36", "89%", "84%", "43 of 48", "57 of 69"):
            assert figures in prose(browser)
        await browser.press("e", "enter")
        (saved,) = samples.parent.glob("*.html")
    page = HtmlReader(saved.read_text(encoding="utf-8"))
    assert "London Borough of Croydon, 2025: complaints to the Ombudsman" in page.text
    assert "32 of 36" in page.text
    assert "script" not in page.tags
    assert not {"link", "img", "iframe"} & set(page.tags)
    written = samples.parent / "command.html"
    assert run("brief", "croydon", "--sample", "--output", written).returncode == 0
    command = HtmlReader(written.read_text(encoding="utf-8"))
    assert without_the_day(command.text) == without_the_day(page.text)
    assert "12 of the 32 London boroughs have a letter about 2025 here." in command.text


def without_the_day(text: str) -> str:
    """A page's text but for when it was made."""
    return re.sub(r"Made with upheld on \d+ \w+ \d{4}", "", text)


def test_all_figures_since_2019_for_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    done = run("export", tmp_path / "tables", "--sample")
    assert done.returncode == 0, done.stderr
    rows = read_table(tmp_path / "tables" / "measures.csv")
    since_2019 = [row for row in rows if row["year"] and int(row["year"]) >= 2019 and row["rate"]]
    given = [row for row in since_2019 if row["measure"] == "upheld"]
    assert len(given) > 60
    assert {int(row["year"]) for row in given} == set(range(2019, 2026))
    for council, year, rate, count, denominator in (
        ("London Borough of Newham", "2024", "77", "23", "30"),
        ("Leeds City Council", "2025", "91", "62", "68"),
        ("Oadby & Wigston Borough Council", "2020", "60", "3", "5"),
    ):
        row = next(row for row in given if (row["council"], row["year"]) == (council, year))
        assert (row["rate"], row["count"], row["denominator"]) == (rate, count, denominator)
    shown = answer(run("show", "newham", "--year", "2024", "--sample", "--json"))["letters"][0]["measures"]
    newham = [row for row in since_2019 if (row["council"], row["year"]) == ("London Borough of Newham", "2024")]
    assert {row["measure"]: (float(row["rate"]), float(row["average"])) for row in newham} == {
        name: (measure["rate"], measure["average"]) for name, measure in shown.items()
    }


def test_libreoffice_opens_the_figures_as_a_table_of_numbers(run: Run, tmp_path: Path) -> None:
    assert run("export", tmp_path / "tables", "--sample").returncode == 0
    file = tmp_path / "tables" / "measures.csv"
    rows = read_table(file)
    head, *cells = read_cells(convert_to_flat_sheet(file))
    assert [text for text, _, _ in head] == list(rows[0])
    assert len(cells) == len(rows)
    assert sum(bool(row["rate"]) for row in rows) > 150
    filled_columns = [[name for name, value in row.items() if value] for row in rows]
    for row, columns, line in zip(rows, filled_columns, cells, strict=True):
        by_name = dict(zip(columns, line, strict=True))
        assert all(formula is None for _, _, formula in line)
        assert by_name["council"][:2] == (row["council"], "string")
        if row["rate"]:
            assert (by_name["rate"][0], by_name["rate"][1]) == (row["rate"], "float")


def read_table(path: Path) -> list[dict[str, str]]:
    """A table as Python's own reader of CSV has it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
