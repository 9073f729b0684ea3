"""What became of one file of an import, in lines: its path beyond the folder that all are in, and why."""

from collections.abc import Iterable
from pathlib import PurePath

from textual.content import Content

from db.model import Letter
from db.outcome import FileOutcome, Outcome
from db.text.clean import one_line
from tui.draw.layout import MUTED, wrap_file_name, wrap_hanging
from tui.draw.outcome_words import OUTCOMES
from tui.draw.titles import draw_council_and_year

_SIGNS = {Outcome.ADDED: "+", Outcome.ALREADY_HERE: "=", Outcome.REFUSED: "!"}
_MANY_LETTERS = 3
_INDENT = 2
_ZIP = ".zip"
_LONGEST_PATH = 4096


def find_common_folder(paths: Iterable[str], before: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The parts of the folder that all these paths are in, and those before, whose common folder was `before`.

    A ZIP file is no folder here: its name stays with what was in it. Nor is the top of the disk: a path is then shown
    whole.
    """
    common = before
    for path in paths:
        folder = _list_folders(path)
        if common is None:
            common = folder
        while common != folder[: len(common)]:
            common = common[:-1]
    return common if common and PurePath(*common).name else ()


def draw_outcome(outcome: FileOutcome, folder: tuple[str, ...], width: int) -> Content:
    """One file: sign, outcome and its path beyond the folder; its letters, or why it was refused."""
    sign = Content.styled(f"{_SIGNS[outcome.outcome]} {OUTCOMES[outcome.outcome]}  ", "bold")
    path = wrap_file_name(format_path(outcome.path, folder), width - sign.cell_length)
    lines = [wrap_hanging(path, width, sign.cell_length, sign)]
    letters = [_format_letter(letter) for letter in outcome.letters[:_MANY_LETTERS]]
    if len(outcome.letters) > _MANY_LETTERS:
        letters.append(f"and {len(outcome.letters) - _MANY_LETTERS} more letters")
    details = [*letters, *([outcome.reason] if outcome.reason else [])]
    lines.extend(wrap_hanging(Content.styled(one_line(detail), MUTED), width, _INDENT) for detail in details)
    return Content("\n").join(lines)


def draw_passed_over(words: str, width: int) -> Content:
    """A sentence about the files that were passed over, or the path of one of them."""
    return wrap_hanging(Content.styled(words, MUTED), width, _INDENT)


def format_path(path: str, folder: tuple[str, ...] = ()) -> str:
    """The path beyond that folder, or the whole of it where it is not in there; harmless."""
    parts = PurePath(path).parts or (path,)
    is_inside = len(parts) > len(folder) and parts[: len(folder)] == folder
    return one_line(str(PurePath(*parts[len(folder) if is_inside else 0 :])), _LONGEST_PATH)


def _list_folders(path: str) -> tuple[str, ...]:
    """The parts of the folder a path is in; of what is in a ZIP file, of the folder that file is in."""
    folders = PurePath(path).parts[:-1]
    packed = next((index for index, part in enumerate(folders) if part.lower().endswith(_ZIP)), None)
    return folders[:packed]


def _format_letter(letter: Letter) -> str:
    """The letter's council and year, and how much of it is to be checked."""
    to_check = f" ({len(letter.doubts)} to check)" if letter.doubts else ""
    return f"{draw_council_and_year(letter.council.name, letter.year).plain}{to_check}"
