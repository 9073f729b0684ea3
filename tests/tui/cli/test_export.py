"""`upheld export`: the whole library as a folder of tidy tables."""

import csv
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from db.export.library_sheets import SHEETS
from db.export.sheet_formats import SheetFormat
from tests.db.export.read_back import read_markdown
from tests.marks import slow
from tests.tui.asked import Run, answer
from tests.tui.terminal import Terminal
from tui.cli import export
from tui.export_folder import list_file_names

Rows = list[dict[str, Any]]


def read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_formats_offered_are_those_there_are() -> None:
    assert list(export._FORMATS) == [each.value for each in SheetFormat]


def test_the_whole_library_is_written_and_can_be_read_back(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    done = filled("export", folder)
    assert done.returncode == 0, done.stderr
    assert sorted(each.name for each in folder.iterdir()) == sorted(list_file_names(SheetFormat.CSV))
    assert (folder / "letters.csv").read_bytes().startswith(b"\xef\xbb\xbfletter_id,council,")
    letters, measures = read_csv(folder / "letters.csv"), read_csv(folder / "measures.csv")
    assert f"letters.csv: {len(letters)} rows" in done.stdout
    assert len(measures) == 4 * len(letters)
    croydon = next(row for row in measures if (row["council"], row["year"]) == ("London Borough of Croydon", "2024"))
    assert [
        croydon[name] for name in ("gss_code", "measure", "rate", "average", "count", "denominator", "verdict")
    ] == [*("E09000008", "upheld", "90", "85", "43", "48", "too_few")]
    text = answer(filled("read", "croydon", "--year", "2024", "--json"))["text"]
    assert text[int(croydon["start"]) : int(croydon["end"])] == croydon["words"]
    assert sum(int(row["letters"]) for row in read_csv(folder / "councils.csv")) == len(letters)
    assert all(row["value"].lstrip("-").isdigit() or row["value"] == "" for row in read_csv(folder / "counts.csv"))
    assert list(tmp_path.rglob(".upheld-*")) == []


def test_json_has_the_same_rows_and_null_for_what_is_not_printed(filled: Run, tmp_path: Path) -> None:
    told = answer(filled("export", tmp_path / "j", "--format", "json", "--json"))
    assert told["folder"] == str(tmp_path / "j")
    assert not told["cancelled"]
    for each in told["files"]:
        rows = json.loads((tmp_path / "j" / each["name"]).read_text(encoding="utf-8"))
        assert len(rows) == each["rows"]
        sheet = next(sheet for sheet in SHEETS if f"{sheet.name}.json" == each["name"])
        assert all(tuple(row) == sheet.heads for row in rows)
    measures = json.loads((tmp_path / "j" / "measures.json").read_text(encoding="utf-8"))
    assert {type(row["rate"]) for row in measures} == {int, float, type(None)}
    assert all(row["rate"] is None for row in measures if row["state"] != "given")


@pytest.mark.parametrize("kind", ["csv", *slow("json", "md")])
def test_the_page_beside_the_tables_explains_every_column_there_is(filled: Run, tmp_path: Path, kind: str) -> None:
    assert filled("export", tmp_path / "t", "--format", kind).returncode == 0
    page = (tmp_path / "t" / "README.md").read_text(encoding="utf-8")
    parts = dict(zip(*[iter(re.split(r"^## (\S+)\n", page, flags=re.MULTILINE)[1:])] * 2, strict=True))
    assert set(parts) == {name for name in list_file_names(SheetFormat(kind)) if name != "README.md"}
    for sheet in SHEETS:
        told = [line.split(" | ")[0].removeprefix("| ") for line in parts[f"{sheet.name}.{kind}"].split("\n")]
        assert [each.replace("\\", "") for each in told if each][2:][-len(sheet.heads) :] == list(sheet.heads)
    if kind == "md":
        assert read_markdown((tmp_path / "t" / "councils.md").read_text(encoding="utf-8")).tags.count("table") == 1


def test_no_table_is_replaced_without_being_told_to_and_other_files_stay(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "letters.csv").write_text("mine", encoding="utf-8")
    (folder / "other.csv").write_text("mine", encoding="utf-8")
    refused = filled("export", folder)
    assert refused.returncode == 1
    assert "has letters.csv already" in refused.stderr
    assert "--force" in refused.stderr
    assert sorted(each.name for each in folder.iterdir()) == ["letters.csv", "other.csv"]
    assert (folder / "letters.csv").read_text(encoding="utf-8") == "mine"
    assert filled("export", folder, "--force").returncode == 0
    assert (folder / "letters.csv").read_text(encoding="utf-8-sig").startswith("letter_id")
    assert (folder / "other.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_a_person_is_asked_before_tables_are_replaced(filled: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert filled("export", folder).returncode == 0
    (folder / "letters.csv").write_text("mine", encoding="utf-8")
    with Terminal("--library", tmp_path / "own" / "library.db", "export", folder) as terminal:
        terminal.wait_for(b"[y/N]")
        terminal.send(b"y\n")
        assert terminal.wait() == 0
    assert (folder / "letters.csv").read_text(encoding="utf-8-sig").startswith("letter_id")


def test_where_it_cannot_be_written_it_says_why(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    refused = filled("export", tmp_path / "file")
    assert refused.returncode == 1
    assert "is a file: name a folder" in refused.stderr
    if os.geteuid():
        (tmp_path / "locked").mkdir(mode=0o500)
        assert "could not be written" in filled("export", tmp_path / "locked" / "tables").stderr


def test_without_a_library_there_is_nothing_to_export(run: Run, tmp_path: Path) -> None:
    assert answer(run("export", tmp_path / "t", "--json"))["error"]["kind"] == "no_library"
    assert not (tmp_path / "t").exists()
