"""How quickly letters are read: `python tests/bench/read_letters.py [FOLDER OF TEXT LETTERS]`.

Prints, for each kind of file, the median time that a letter's text takes to be had and to be read, beside what decoding
and hashing the same bytes takes in the same run. The letters are the samples, or the text files of a folder.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from db.councils.register import Register
from db.letters.folded import FoldedText
from db.letters.parse import parse
from db.text.reading import read
from tests.letters_made.kinds.zipped import docx_of, odt_of

T = TypeVar("T")
SAMPLES = Path(__file__).resolve().parents[2] / "sample_letters"
RUNS = 7


def as_page(text: str) -> bytes:
    """A letter as a web page, a paragraph to a line."""
    return ("<html>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + "</html>").encode()


def as_docx(text: str) -> bytes:
    """A letter as a Word document, a paragraph to a line."""
    return docx_of("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")))


def as_odt(text: str) -> bytes:
    """A letter as an OpenDocument text, a paragraph to a line."""
    return odt_of("".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")))


KINDS: dict[str, Callable[[str], bytes]] = {"text": str.encode, "html": as_page, "docx": as_docx, "odt": as_odt}


def milliseconds(act: Callable[[T], object], letters: Sequence[T]) -> float:
    """The median time of a letter, each the median of several runs."""
    times = []
    for letter in letters:
        runs = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            act(letter)
            runs.append(time.perf_counter() - begun)
        times.append(statistics.median(runs))
    return statistics.median(times) * 1000


def main(folder: Path) -> None:
    """Measure and print."""
    texts = [path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"There are no text files in {folder}; name a folder of letters.")
    register = Register.load()
    parse(texts[0], register)
    say = sys.stdout.write
    say(f"{len(texts)} letters, {statistics.median(map(len, texts)):,.0f} characters each (median)\n")
    say(f"{'':10} {'ms':>8} {'decoded and hashed':>20} {'ratio':>7}\n")
    for kind, made in KINDS.items():
        files = [made(text) for text in texts]
        plain = milliseconds(lambda data: (data.decode("utf-8", "replace"), sha256(data).digest()), files)
        taken = milliseconds(read, files)
        say(f"{kind:10} {taken:8.3f} {plain:20.3f} {taken / plain:7.1f}\n")
    plain = milliseconds(lambda text: sha256(text.encode()).digest(), texts)
    for name, act in (("folded", FoldedText.fold), ("parsed", lambda text: parse(text, register))):
        taken = milliseconds(act, texts)
        say(f"{name:10} {taken:8.3f} {plain:20.3f} {taken / plain:7.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
