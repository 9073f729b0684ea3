"""Passages a reader wants flagged, from sentences that speak of this council, never from what all councils get.

Every letter mentions public reports, compliance below 100% and late remedies in general. A remark needs both the
act and this council as the one who acted: "I issued a public report about your Council", "The Council did not agree".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from db.letters.dates import YEARS, closing_year
from db.letters.heading import CLOSING, salutation
from db.letters.phrases import phrase
from db.letters.remarks.actors import Actors, Paragraph
from db.letters.remarks.acts import Act, By
from db.letters.remarks.faults import FAULTS
from db.letters.remarks.names import Who
from db.letters.remarks.praise import PRAISE, is_praise
from db.letters.remarks.reorganisation import REORGANISATION
from db.letters.view import View
from db.model import Remark, RemarkKind

_ACTS = (*FAULTS, PRAISE, REORGANISATION)
_MERGER = phrase(r"\bis a merger of several councils\b")
"""What the statistics page says of a new council; it speaks of none as "your"."""
_GENERAL = phrase(
    r"\bcompliance rate below 100%|\bcompl(?:y|iance) [^.]{0,60}?is rare\b|\byou can find\b"
    r"|\bpublic reports we have issued\b|\bin one great example\b"
)
_SUPPOSED = re.compile(
    r"^\W*(?:If|Where|Should|Unless|Whenever)\b|\b(?:had|were) [^,]{3,80}, (?:I|we) would\b"
    r"|\bin the (?:unlikely )?event\b",
    re.IGNORECASE,
)
"""A sentence about what would follow, not about what was done."""
_UNDONE = re.compile(
    r"\b(?:not|no|none|never|nor|neither|without|if|would|could|may|might|will|should|must|can|cannot|rarely|seldom"
    r"|hardly|minded|whether|any|avoid|prevent)\b|n't\b",
    re.IGNORECASE,
)
"""What, before an act in its clause, says that there was no such act."""
_DENIED = re.compile(
    r"(?:\bnot\s+(?:find|found|conclude|say|suggest|agree|accept|think|believe|mean)"
    r"|\bno\s+(?:evidence|sign|suggestion|indication|finding))\s+that\s*$",
    re.IGNORECASE,
)
_NEVER_LATE = re.compile(r"\b(?:in|on)\s+(?:no|0|zero)\b|\bnone\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|this|both|the)\s+(?:\w+\s+)?"
    r"(?:case|complaint|investigation|instance|occasion|year|time)|(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several"
    r"|both)\s+(?:\w+\s+)?(?:cases|complaints|investigations|instances|occasions))\s*$",
    re.IGNORECASE,
)
"""Before "where": a case that there was; after "cases" alone, any there may be."""
_IN_WHICH = re.compile(r"\b(?:where|in\s+which)\s*$", re.IGNORECASE)
_PAST = re.compile(r"(?:did|was|were|had|took|\w+ed)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:in|on|of|only)\s+(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|an?)\b|half|most)"
    r"(?!\s+(?:similar|local))|\b\d+%",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:across|nationally|national|country|region|sector|councils|authorities|average|similar|generally|usually)\b",
    re.IGNORECASE,
)
_NOT_ACTING = {None, Who.THING, Who.OMBUDSMAN}
"""Subjects that leave open whose act it is."""
_CLAIMED = re.compile(
    r"\b(?:said|says|claimed|claims|alleged|felt|believed|complained|argued|thought|considered|wrote|reported|suggested|told\s+us)\b(?![^;]*\bbut\b)",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(
    r"(?<!the )(?<!the past )\blast year\b|\b(?:previous|earlier) years?\b|\bpreviously\b", re.IGNORECASE
)
_DATED = re.compile(rf"\bin ({YEARS})", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b|\bduring the year\b|\bthe (?:past|last) year\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s)[^.!?]*)*(?:[.!?]+['\")\]]*|$)")
_LINE = re.compile(r"\n(?=\W*[A-Z0-9])")
_LONGEST = 1500
"""No sentence is longer: a text without full stops is not searched from every word to its end."""

_MOST = 8
"""No sentence has more acts of one kind: a text that repeats one is not weighed over and over."""


def read_remarks(view: View, year: int | None, names: Sequence[str] = ()) -> tuple[Remark, ...]:
    """The remarks in the order of the letter; a sentence may carry several kinds.

    `year` is the letter's: a public report of an earlier one is none of this letter's. `names` are all that the
    council goes by; a council named otherwise is another one.
    """
    dear = salutation(view.text)
    closing = CLOSING.search(view.text, dear.end() if dear else 0)
    start = dear.end() if dear else 0
    end = closing.start() if closing else len(view.text)
    return tuple(
        Remark(kind, view.quote(begin, finish))
        for paragraph, begin, finish in _sentences(view, start, end, names)
        for kind in _kinds(view.text[begin:finish], partial(paragraph.actors, begin, finish), year)
    )


def _sentences(view: View, start: int, end: int, names: Sequence[str]) -> Iterator[tuple[Paragraph, int, int]]:
    """Sentences with their paragraph, each without a heading above it and whole across a page's end."""
    paragraph = Paragraph(view.text, start, names)
    for match in _SENTENCE.finditer(view.text, start, end):
        begin, finish = match.span()
        for line_end in _LINE.finditer(view.text, begin, finish):
            if view.parts_at(line_end.start()):
                begin = line_end.end()
        if begin > match.start():
            paragraph = Paragraph(view.text, begin, names)
        finish = min(finish, begin + _LONGEST)
        if view.text[begin:finish].strip():
            yield paragraph, begin, finish


def _kinds(sentence: str, read_actors: Callable[[], Actors], year: int | None) -> Iterator[RemarkKind]:
    if _MERGER.search(sentence):
        yield RemarkKind.REORGANISATION
        return
    lowered = sentence.casefold()
    found = [one for acts in _ACTS for one in islice(acts.found(sentence, lowered), _MOST)]
    if not found or _GENERAL.search(sentence) or _SUPPOSED.search(sentence):
        return
    actors = read_actors()
    kinds: set[RemarkKind] = set()
    for act, match in found:
        if act.kind not in kinds and _is_done(actors, match) and _is_ours(actors, act, match):
            kinds.add(act.kind)
    if _is_of_earlier(sentence, year):
        kinds.discard(RemarkKind.PUBLIC_REPORT)
    if _NEVER_LATE.search(sentence):
        kinds.discard(RemarkKind.LATE_COMPLIANCE)
    yield from (kind for kind in RemarkKind if kind in kinds)


def _is_done(actors: Actors, match: re.Match[str]) -> bool:
    """Whether the act that begins here is told as done: not denied or supposed in its clause, not somebody's claim."""
    claims = _CLAIMED.finditer(actors.text[: match.end()])
    if any(actors.subject(claim.start()) in {Who.PERSON, Who.OTHER} for claim in claims):
        return False
    for place, clause in enumerate(actors.clauses(match.start())):
        if place == 0 and _UNDONE.search(actors.text, clause.start, clause.end):
            return False
        if clause.opener == "that" and _DENIED.search(actors.text, 0, clause.start):
            return False
        if clause.opener in {"if", "unless", "whether", "wherever", "whenever"}:
            return False
        if clause.opener in {"when", "once", "until"} and not _PAST.match(match.group()):
            return False
        if clause.opener in {"where", "which"}:
            in_which = _IN_WHICH.search(actors.text, 0, clause.start)
            if in_which and not _SINGLE.search(actors.text, 0, in_which.start()):
                return False
    return True


def _is_ours(actors: Actors, act: Act, match: re.Match[str]) -> bool:
    """Whether the act is this council's, or about it."""
    if act.by is By.SUBJECT:
        return actors.subject(match.start()) is Who.COUNCIL
    if act.by is By.NAMED:
        return actors.bodies() == {Who.COUNCIL}
    if act.by is By.ABOUT:
        is_told = actors.subject(match.start()) in _NOT_ACTING
        return is_told and actors.first_council(*match.span("about")) is Who.COUNCIL
    if act.by is By.PRAISED:
        return is_praise(actors, *match.span("about"))
    owner = actors.owner(match.start(), match.end()) or actors.subject(match.start())
    if owner in _NOT_ACTING:
        is_one_s = _COUNTED.search(actors.text) and not _MANY.search(actors.text)
        return actors.bodies() == {Who.COUNCIL} or bool(is_one_s and not actors.bodies())
    return owner is Who.COUNCIL


def _is_of_earlier(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of a year before the letter's."""
    if _THIS_YEAR.search(sentence):
        return False
    dated = [ended for match in _DATED.finditer(sentence) if (ended := closing_year(match[1]))]
    spans = any("-" in match[1] or "/" in match[1] for match in _DATED.finditer(sentence))
    first = year if spans or year is None else year - 1  # a letter of 2020 is about most of 2019
    return bool(_LAST_YEAR.search(sentence)) or (first is not None and bool(dated) and max(dated) < first)
