"""Makes the fingerprints of boilerplate that upheld brings with it, from a folder of real letters, by hand.

    python -m tests.known_boilerplate FOLDER > db/letters/boilerplate/known.txt

Of a year with several letters it takes the sentences that at least two councils' letters have, word for word but for
names, numbers and dates. Of a year with one letter it takes every sentence that is no remark about the council, and
shows them on stderr: read them, and take the letter out of the folder if any of them is about its council. Nothing of
the letters' words is written.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from db.councils.register import Register
from db.letters.anatomy import Anatomy
from db.letters.boilerplate.sentences import Sentence, list_sentences
from db.letters.folded import FoldedText
from db.letters.parse import parse
from db.model import Letter
from db.text.clean import clean

_HEADING = """\
# Fingerprints of what councils in general were told, by the year of the letters: made by tests/known_boilerplate.py.
"""


def read_sentences(letter: Letter) -> list[Sentence]:
    """The sentences of a letter that are no remark about its council."""
    sentences = list_sentences(Anatomy.find(FoldedText.fold(letter.text)))
    remarks = [remark.quote for remark in letter.remarks]
    return [
        each for each in sentences if not any(each.start < quote.end and quote.start < each.end for quote in remarks)
    ]


def find_boilerplate(letters: list[Letter]) -> set[int]:
    """The fingerprints of one year's boilerplate."""
    each = [{sentence.fingerprint for sentence in read_sentences(letter)} for letter in letters]
    counted = Counter(value for values in each for value in values)
    return {value for value, count in counted.items() if count > 1 or len(letters) == 1}


def main(folder: Path) -> None:
    """Write the file on stdout."""
    register = Register.load()
    by_year: dict[int, list[Letter]] = defaultdict(list)
    for path in sorted(folder.glob("*.txt")):
        for letter in parse(clean(path.read_text(encoding="utf-8")), register):
            if letter.year is not None:
                by_year[letter.year].append(letter)
    sys.stdout.write(_HEADING)
    for year, letters in sorted(by_year.items()):
        if len(letters) == 1:
            (letter,) = letters
            for sentence in read_sentences(letter):
                sys.stderr.write(f"{year}: {' '.join(letter.text[sentence.start : sentence.end].split())}\n")
        for value in sorted(find_boilerplate(letters)):
            sys.stdout.write(f"{year} {value.to_bytes(8, 'big', signed=True).hex()}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
