"""What an act worth a remark is: words for it, and where a sentence with those words says whose act it was."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from db.letters.patterns import phrase
from db.model import RemarkKind


class By(Enum):
    """Where a sentence says whose act it was.

    SUBJECT: the act's subject did it. THEIRS: a noun or a passive, done by its owner ("the Council's refusal"), by the
    one it is said to be by, or by the clause's subject; where none is said, by the only council in question. ABOUT: the
    Ombudsman acts, and the first council in the group `about` is concerned. NAMED: the Ombudsman acts, and the only
    council of the sentence is concerned. PRESSED: the same, by a threat or a further step against the council, which
    says that it resisted, unless the sentence says why else. PRAISED: the Ombudsman praises what the group `about`
    says.
    """

    SUBJECT = auto()
    THEIRS = auto()
    ABOUT = auto()
    NAMED = auto()
    PRESSED = auto()
    PRAISED = auto()


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an act of this kind, as `phrase` takes it."""

    kind: RemarkKind
    by: By
    wording: str


@dataclass(frozen=True, slots=True)
class WordingSet:
    """All wordings of a kind; no sentence has one without a stem of each of these choices."""

    stems: tuple[tuple[str, ...], ...]
    each: tuple[Wording, ...]

    def find_in(self, sentence: str, lowered: str) -> Iterator[tuple[Wording, re.Match[str]]]:
        """Where the sentence has an act; `lowered` is the sentence in small letters."""
        if all(any(stem in lowered for stem in choice) for choice in self.stems):
            for act in self.each:
                for match in phrase(act.wording).finditer(sentence):  # compiled when first needed, not at every start
                    yield act, match


def define_wordings(kind: RemarkKind, stems: tuple[str, ...], wordings: Mapping[By, tuple[str, ...]]) -> WordingSet:
    """The acts of one kind, from their stems (each a choice, parted by `|`) and their wordings."""
    each = tuple(Wording(kind, by, wording) for by, several in wordings.items() for wording in several)
    return WordingSet(tuple(tuple(choice.split("|")) for choice in stems), each)
