"""`upheld brief`: one page on a council's year."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.db.export.read_back import HtmlReader, read_markdown
from tests.marks import slow
from tests.tui.asked import Run, answer
from tests.tui.terminal import Terminal
from tui.cli import brief
from tui.draw.page_formats import PageFormat

SECTIONS = [
    "Figures",
    "What the Ombudsman remarks",
    "What to ask",
    "What the figures mean",
    "Read with care",
    "Sources",
]


def test_the_formats_offered_are_those_there_are() -> None:
    assert list(brief._FORMATS) == [each.value for each in PageFormat]


def test_the_page_says_who_when_and_each_figure_with_its_cases_average_and_source(filled: Run) -> None:
    page = filled("brief", "croydon", "--year", "2024").stdout
    lines = page.split("\n")
    assert lines[0] == "London Borough of Croydon, 2024: complaints to the Ombudsman"
    assert "Year to 31 March 2024" in lines[1]
    figures = next(line for line in lines if line.startswith("Upheld "))
    assert figures.split() == ["Upheld", "43", "of", "48", "90%", "85%", "too", "few", "to", "tell", "[1]"]
    assert re.search(r"\[1\]  characters [\d,]+ to [\d,]+: .90% of complaints we", page)
    assert "44 of 45*" in page
    assert "* Complied: the count of 44 is worked out from the rate." in page
    years = [line for line in lines if re.match(r"20\d\d ", line)]
    assert [line.split()[:4] for line in years] == [["2024", "43", "of", "48,"], ["2023", "57", "of", "69,"]]
    assert "Letters here about other years: 2025." in page
    assert all(section in page for section in SECTIONS)
    assert max(map(len, lines)) <= 78


def test_every_place_named_is_where_its_words_stand(filled: Run) -> None:
    page = " ".join(filled("brief", "oadby").stdout.split())
    letter = answer(filled("read", "oadby", "--json"))["text"]
    places = re.findall(r"\[\d+\] characters ([\d,]+) to ([\d,]+): “([^”]+)”", page)
    assert len(places) >= 3
    for start, end, words in places:
        stood = " ".join(letter[int(start.replace(",", "")) - 1 : int(end.replace(",", ""))].split())
        assert stood.startswith(words.rstrip("…"))


@pytest.mark.parametrize("council", ["leeds", *slow("birmingham", "kent", "cornwall", "blaby", "dorset", "sheffield")])
def test_every_number_in_brackets_is_a_source_and_every_source_is_named(filled: Run, council: str) -> None:
    page = filled("brief", council).stdout
    body, sources = page.split("\nSources ")
    named = {int(number) for number in re.findall(r"\[(\d+)\]", body)}
    assert named
    assert named == {int(number) for number in re.findall(r"^\[(\d+)\]", sources, re.MULTILINE)}


def test_it_stands_among_the_letters_of_its_type_and_year_here(filled: Run) -> None:
    page = " ".join(filled("brief", "birmingham", "--year", "2024").stdout.split())
    assert "10 of the 36 metropolitan boroughs have a letter about 2024 here." in page
    assert "Upheld 3 of 9 62% 83% 100%" in page


@pytest.mark.parametrize("kind", ["md", "html"])
def test_markdown_and_html_say_what_the_text_says(filled: Run, kind: str) -> None:
    written = filled("brief", "oadby", "--format", kind).stdout
    read = HtmlReader(written) if kind == "html" else read_markdown(written)
    assert "Oadby & Wigston Borough Council, 2020: complaints to the Ombudsman" in read.text
    cells = " ".join(read.texts).split()
    start = cells.index("Upheld")
    assert cells[start : start + 6] == ["Upheld", "3", "of", "5", "60%", "45%"]
    assert "script" not in read.tags


def test_it_is_written_to_a_file_whose_name_says_what_it_is(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    done = filled("brief", "oadby", "--output", file)
    assert (done.returncode, done.stdout) == (0, f"Written: {file}\n")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert file.stat().st_mode & 0o777 == 0o666 & ~_umask()
    told = answer(filled("brief", "oadby", "-o", tmp_path / "page.md", "--json"))
    assert (told["format"], told["file"], told["text"]) == ("md", str(tmp_path / "page.md"), None)
    assert f"Made with upheld on {date.today().day} " in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_no_file_is_replaced_without_being_told_to(filled: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("mine", encoding="utf-8")
    refused = filled("brief", "oadby", "-o", file)
    assert refused.returncode == 1
    assert "There is already a file at" in refused.stderr
    assert "--force" in refused.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert filled("brief", "oadby", "-o", file, "--force").returncode == 0
    assert file.read_text(encoding="utf-8").startswith("Oadby")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["own", "page.txt"]


@pytest.mark.parametrize(("typed", "is_replaced"), [(b"y\n", True), (b"\n", False)])
def test_a_person_is_asked_before_a_file_is_replaced(
    filled: Run, tmp_path: Path, typed: bytes, is_replaced: bool
) -> None:
    file = tmp_path / "page.txt"
    file.write_text("mine", encoding="utf-8")
    with Terminal("--library", tmp_path / "own" / "library.db", "brief", "oadby", "-o", file) as terminal:
        terminal.wait_for(b"[y/N]")
        terminal.send(typed)
        assert terminal.wait() == int(not is_replaced)
    assert (file.read_text(encoding="utf-8") != "mine") is is_replaced


@pytest.mark.parametrize("name", ["nowhere/page.html", "own"])
def test_where_nothing_can_be_written_it_says_why(filled: Run, tmp_path: Path, name: str) -> None:
    refused = filled("brief", "oadby", "-o", tmp_path / name)
    assert refused.returncode == 1
    assert "folder" in refused.stderr


def test_a_letter_without_figures_has_a_page_too(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "bare.txt"
    letter.write_text(
        "21 July 2021\n\nMs Smith\nBlaby District Council\n\nDear Ms Smith\n\nAnnual Review letter 2021\n\n"
        "The Local Government and Social Care Ombudsman wrote this, and no figures.\n",
        encoding="utf-8",
    )
    assert run("import", letter).returncode == 0
    page = " ".join(run("brief", "blaby").stdout.split())
    assert "That is not a rate of zero." in page
    assert "No figure and no remark of this letter asks for an answer by itself." in page


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
