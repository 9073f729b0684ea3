"""Whatever is typed behind `upheld`, a person gets an answer or a sentence, and a program JSON."""

import json
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.importer import import_paths
from tests.tui.asked import SAMPLES
from tui.cli.main import main

COMMANDS = (
    "import",
    "councils",
    "show",
    "read",
    "search",
    "year",
    "compare",
    "brief",
    "export",
    "remove",
    "check",
    "leeds",
)
KNOWN = ("leeds", "kent", "oadby", "2024", "2020", "1", "-1", "metropolitan", "delay", "md", "csv", "upheld", "-", "--")
OPTIONS = ("json", "year", "all", "type", "sort", "stand-out", "intervals", "format", "output", "yes", "force", "limit")

# No path leads out of the test's own folder.
anything = st.text(st.characters(exclude_characters="/.~\\", exclude_categories=["Cs"]), max_size=8)
word = st.sampled_from(KNOWN) | st.sampled_from(OPTIONS).map("--{}".format) | anything


@pytest.fixture(scope="module", name="library")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three letters to two councils."""
    library = tmp_path_factory.mktemp("any-words") / "library.db"
    names = ("leeds-city-council-2024.txt", "kent-county-council-2023.txt", "kent-county-council-2024.txt")
    import_paths(library, [SAMPLES / name for name in names])
    return library


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(COMMANDS) | word, st.lists(word, max_size=5))
def test_any_words_are_answered(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, others: Sequence[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.cli.main._heed_signals", lambda: None)
    told, beside = StringIO(), StringIO()
    with redirect_stdout(told), redirect_stderr(beside):
        code = main(["--library", str(library), first, *others])
    assert code in (0, 1, 2), beside.getvalue()
    assert "did not foresee" not in told.getvalue() + beside.getvalue()
    if "--json" in others and told.getvalue().startswith("{"):
        json.loads(told.getvalue())
    if code:
        assert told.getvalue() or beside.getvalue(), "nobody is told why"
