"""How quickly letters are read: the CPU of parsing one beside another checkout's, and the text of each kind of file."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from db.text.reading import read
from tests.bench.commands import Words
from tests.bench.data.letters import LETTERS, keep_texts
from tests.bench.measuring import Figures, clock_ms, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone
from tests.letters_made.kinds.zipped import docx_of, odt_of

_RUNS = 5
_PART = 10
"""Of the letters the tenth part: enough for every family and year."""

_PARSER = Path(__file__).with_name("programs") / "parse_cpu.py"
_ROOT = Path(__file__).resolve().parents[2]


def as_page(text: str) -> bytes:
    """A letter as a web page, a paragraph to a line."""
    return ("<html>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + "</html>").encode()


def as_docx(text: str) -> bytes:
    """A letter as a Word document, a paragraph to a line."""
    return docx_of("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")))


def as_odt(text: str) -> bytes:
    """A letter as an OpenDocument text, a paragraph to a line."""
    return odt_of("".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")))


_KINDS: dict[str, Callable[[str], bytes]] = {"text": str.encode, "html": as_page, "docx": as_docx, "odt": as_odt}


def measure(options: Options) -> Iterator[Result]:
    """This checkout and the other, in turn; then each kind of file."""
    texts = keep_texts(options.size(LETTERS))
    count = options.size(LETTERS) // _PART
    others = [] if options.before is None else [options.before]
    ours, *theirs = take_turns(
        options.rounds(_RUNS), *(lambda root=root: _parse_in(root, texts, count) for root in (_ROOT, *others))
    )
    yield Result("parse", ours, theirs[0] if theirs else None, None if theirs else "name one with --before FOLDER")
    letters = [path.read_text(encoding="utf-8") for path in sorted(texts.iterdir())[:: max(_PART, 1)]]
    figures = {kind: _time_kind([make(letter) for letter in letters], options) for kind, make in _KINDS.items()}
    details = [f"{kind:6}{ours.median:8.3f} ms, decoded {plain.median:.3f}" for kind, (ours, plain) in figures.items()]
    text, plain = figures["text"]
    yield Result("read", text, plain, details=tuple(details))


def _parse_in(root: Path, texts: Path, count: int) -> float:
    """Milliseconds of CPU that a letter takes to be parsed by the upheld in that folder."""
    words: Words = [sys.executable, _PARSER, texts, str(count)]
    env = {**os.environ, "PYTHONPATH": str(root.resolve())}
    return float(subprocess.run(words, check=True, capture_output=True, env=env).stdout)


def _time_kind(files: Sequence[bytes], options: Options) -> list[Figures]:
    """Milliseconds that a file takes to give its text, and to be decoded and hashed."""

    def read_all() -> None:
        for data in files:
            read(data)

    def decode_all() -> None:
        for data in files:
            data.decode("utf-8", "replace")
            sha256(data).digest()

    return take_turns(
        options.rounds(_RUNS), lambda: clock_ms(read_all) / len(files), lambda: clock_ms(decode_all) / len(files)
    )


if __name__ == "__main__":
    run_alone(measure)
