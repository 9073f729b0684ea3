"""The door of this package: the passages of a letter that a reader wants flagged.

They come from sentences that speak of this council, never from what all councils get. Every letter mentions public
reports, compliance below 100% and late remedies in general. A remark needs both the act and this council as the one
who acted: "I issued a public report about your Council", "The Council did not agree".
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

from db.errors import Refused
from db.letters.anatomy import Anatomy
from db.letters.kept_answers import MOST_KEPT
from db.letters.page_head import MERGER
from db.letters.remarks.actors import Actors, Paragraph
from db.letters.remarks.apologies import APOLOGIES
from db.letters.remarks.attribution import is_done, is_general, is_never_late, is_ours
from db.letters.remarks.chasing import CHASING
from db.letters.remarks.complaint_handling import COMPLAINT_HANDLING
from db.letters.remarks.earlier_years import is_of_earlier, is_overcome
from db.letters.remarks.late_compliance import LATE_COMPLIANCE
from db.letters.remarks.not_complied import NOT_COMPLIED
from db.letters.remarks.poor_replies import POOR_REPLIES
from db.letters.remarks.praise import PRAISES
from db.letters.remarks.pressure import PRESSURE
from db.letters.remarks.public_reports import PUBLIC_REPORTS
from db.letters.remarks.refusals import REFUSALS
from db.letters.remarks.reorganisation import REORGANISATION
from db.letters.remarks.sentences import find_sentences
from db.letters.remarks.stems import Sieve
from db.letters.remarks.wordings import By, Wording
from db.model import Remark, RemarkKind
from db.text.limits import MAX_REMARKS, TOO_MANY_REMARKS

ACTS = (
    *PUBLIC_REPORTS,
    *REFUSALS,
    *PRESSURE,
    *LATE_COMPLIANCE,
    *CHASING,
    *NOT_COMPLIED,
    *APOLOGIES,
    *COMPLAINT_HANDLING,
    *POOR_REPLIES,
    *PRAISES,
    *REORGANISATION,
)
_Acts = tuple[tuple[Wording, re.Match[str]], ...]
_MERGED = "merge"
"""What every sentence on a merger has."""
_PRESSED_FOR = {RemarkKind.LATE_COMPLIANCE, RemarkKind.NOT_COMPLIED, RemarkKind.APOLOGY}
"""Where a sentence tells one of these, it is for this that the Ombudsman pressed the council, not for a refusal."""
_OVERCOME = {RemarkKind.LATE_COMPLIANCE, RemarkKind.POOR_COMPLAINT_HANDLING}
"""What a letter also tells of earlier years, to say how it went on."""
_MOST = 8
"""No sentence has more acts of one set: a text that repeats one is not weighed over and over."""


def extract_remarks(anatomy: Anatomy, year: int | None, names: Sequence[str] = ()) -> tuple[Remark, ...]:
    """The remarks in the order of the letter; a sentence may carry several kinds.

    `year` is the letter's: a public report of an earlier one is none of this letter's. `names` are all that the
    council goes by; a council named otherwise is another one.

    Raises:
        Refused: there are more than any letter has.
    """
    folded, body = anatomy.folded, anatomy.body
    remarks: list[Remark] = []
    paragraph: Paragraph | None = None
    unread: list[str] = []  # its sentences, which are read when there is an act, as in few
    for begin, finish, words, begins_paragraph in find_sentences(folded, body.start, body.end):
        if begins_paragraph:
            paragraph, unread = None, []
        unread.append(words)
        acts = _find_acts(words)
        if acts == ():
            continue
        kinds = [RemarkKind.REORGANISATION]  # the statistics page speaks of no council as "your"
        if acts is not None:
            paragraph = paragraph or Paragraph(names)
            kinds = _list_kinds(paragraph.read_actors(unread), acts, year)
            unread = []
        if kinds:
            quote = folded.quote(_skip_figures(folded.text, begin, finish), finish)
            remarks += [Remark(kind=kind, quote=quote) for kind in kinds]
        if len(remarks) > MAX_REMARKS:
            raise Refused(TOO_MANY_REMARKS)
    return tuple(remarks)


def _skip_figures(text: str, begin: int, finish: int) -> int:
    """Where a sentence on a merger begins: on a statistics page lines without full stops stand above it."""
    merger = MERGER.search(text, begin, finish)
    return text.rfind("\n", begin, merger.start()) + 1 or begin if merger else begin


def _list_kinds(actors: Actors, acts: _Acts, year: int | None) -> list[RemarkKind]:
    """The kinds of remark that the sentence of these actors is, which has these acts."""
    sentence = actors.text
    kinds: set[RemarkKind] = set()
    for act, match in acts:
        if act.kind in kinds or (act.by is By.PRESSED and kinds & _PRESSED_FOR):
            continue
        if is_done(actors, match) and is_ours(actors, act, match):
            kinds.add(act.kind)
    if not kinds:
        return []
    if is_of_earlier(sentence, year):
        kinds.discard(RemarkKind.PUBLIC_REPORT)
    if is_never_late(sentence):
        kinds.discard(RemarkKind.LATE_COMPLIANCE)
    if is_overcome(sentence, year):
        kinds -= _OVERCOME
    return [kind for kind in RemarkKind if kind in kinds]


@lru_cache(maxsize=MOST_KEPT)
def _find_acts(sentence: str) -> _Acts | None:
    """The acts that a sentence has the words of, in the order in which they are weighed; None for one on a merger."""
    if _MERGED in sentence.lower() and MERGER.search(sentence):
        return None
    likely = (ACTS[index] for index in _load_sieve().list_likely(sentence))
    found = [one for wordings in likely for one in islice(wordings.find_in(sentence), _MOST)]
    if not found or is_general(sentence):
        return ()
    return tuple(sorted(found, key=lambda one: one[0].by is By.PRESSED))


@cache
def _load_sieve() -> Sieve:
    """Made when first needed, not at every start."""
    return Sieve([wordings.stems for wordings in ACTS])
