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
    one it is said to be by, or by the clause's subject; where none is said, by the only council in question. OWNED: the
    same, but where none is said, that council is named in the clause of the act. ABOUT: the Ombudsman acts, and the
    first council in the group `about` is concerned. NAMED: somebody acts, and the only council in question is
    concerned. KNOWN: the same, and where nobody is named it is the council that the letter is to. ASKED: as KNOWN,
    where it is the Ombudsman who acts or waits. PRESSED: as KNOWN, by a threat or a further step against the council,
    which says that it resisted, unless the sentence says why else. PRAISED: the Ombudsman praises what the group
    `about` says.
    """

    SUBJECT = auto()
    THEIRS = auto()
    OWNED = auto()
    ABOUT = auto()
    NAMED = auto()
    KNOWN = auto()
    ASKED = auto()
    PRESSED = auto()
    PRAISED = auto()


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an act of this kind, as `phrase` takes it; its group `act` is the act, where that is not all."""

    kind: RemarkKind
    by: By
    wording: str


@dataclass(frozen=True, slots=True)
class WordingSet:
    """Wordings of a kind; no sentence has one without a stem of each of these choices, and what they are all about."""

    stems: tuple[str, ...]
    about: str
    each: tuple[Wording, ...]

    def find_in(self, sentence: str) -> Iterator[tuple[Wording, re.Match[str]]]:
        """Where a sentence has an act that has those stems."""
        if self.about and not phrase(self.about).search(sentence):
            return
        for act in self.each:
            for match in phrase(act.wording).finditer(sentence):  # compiled when first needed, not at every start
                yield act, match


def find_act(match: re.Match[str]) -> tuple[int, int]:
    """Where the act itself stands in what was found."""
    return match.span("act" if "act" in match.re.groupindex else 0)


def define_wordings(
    kind: RemarkKind, stems: tuple[str, ...], wordings: Mapping[By, tuple[str, ...]], about: str = ""
) -> WordingSet:
    """Acts of one kind, from their stems (each a choice, parted by `|`), their wordings and what else must be named."""
    each = tuple(Wording(kind, by, wording) for by, several in wordings.items() for wording in several)
    return WordingSet(stems, about, each)
