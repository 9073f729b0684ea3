"""Letters to bring in."""

from pathlib import Path

import pytest


@pytest.fixture(name="essex")
def _essex(tmp_path: Path, letter_folder: Path) -> Path:
    """A letter that is not in the library."""
    new = tmp_path / "essex.txt"
    text = (letter_folder / "kent-county-council-2020.txt").read_text(encoding="utf-8")
    new.write_text(text.replace("Kent", "Essex"), encoding="utf-8")
    return new
