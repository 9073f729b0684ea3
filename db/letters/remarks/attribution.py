"""Whether the act that a sentence tells is told as done, whose it is, and of which year."""

import re

from db.letters.dates import YEARS, closing_year
from db.letters.patterns import phrase
from db.letters.remarks.actors import Actors
from db.letters.remarks.names import Who
from db.letters.remarks.numbers import COUNT, SEVERAL
from db.letters.remarks.praise import is_praise
from db.letters.remarks.wordings import By, Wording

_GENERAL = phrase(
    r"\bcompliance rate below 100%|\bcompl(?:y|iance) [^.]{0,60}?is rare\b|\byou can find\b"
    r"|\bpublic reports we have issued\b|\bin one great example\b"
    r"|\b(?:officers?'?|council's|authority's) (?:comment|response|note)s?:|\A\W*\["
)
"""What every council is told, and what officers have written between the lines."""
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
    rf"\b(?:(?:{COUNT}|this|both|the)\s+(?:\w+\s+)?(?:case|complaint|investigation|instance|occasion|year|time)"
    rf"|(?:{SEVERAL}|both)\s+(?:\w+\s+)?(?:cases|complaints|investigations|instances|occasions))\s*$",
    re.IGNORECASE,
)
"""Before "where": a case that there was; after "cases" alone, any there may be."""
_IN_WHICH = re.compile(r"\b(?:where|in\s+which)\s*$", re.IGNORECASE)
_PAST = re.compile(r"(?:did|was|were|had|took|\w+ed)\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:in|on|of|only)\s+(?:{COUNT}\b|half|most)(?!\s+(?:similar|local))|\b\d+%",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:across|nationally|national|country|region|sector|councils|authorities|average|similar|generally|usually)\b",
    re.IGNORECASE,
)
_NOT_ACTING = {None, Who.THING, Who.OMBUDSMAN}
"""Subjects that leave open whose act it is."""
_CLAIMED = re.compile(
    r"\b(?:said|says|claimed|claims|alleged|felt|believed|complained|argued|thought|considered|wrote|reported"
    r"|suggested|told\s+us)\b(?![^;]*\bbut\b)",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(
    r"(?<!the )(?<!the past )\blast year\b|\b(?:previous|earlier) years?\b|\bpreviously\b", re.IGNORECASE
)
_DATED = re.compile(rf"\b(?:in|during) ({YEARS})", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b|\bduring the year\b|\bthe (?:past|last) year\b", re.IGNORECASE)


def is_general(sentence: str) -> bool:
    """Whether a sentence is one that all councils get, or supposes what might be done."""
    return bool(_GENERAL.search(sentence) or _SUPPOSED.search(sentence))


def is_done(actors: Actors, match: re.Match[str]) -> bool:
    """Whether the act that begins here is told as done: not denied or supposed in its clause, not somebody's claim."""
    claims = _CLAIMED.finditer(actors.text[: match.end()])
    if any(actors.find_doer(claim.start()) in {Who.PERSON, Who.OTHER} for claim in claims):
        return False
    for index, clause in enumerate(actors.find_clauses(match.start())):
        if index == 0 and _UNDONE.search(actors.text, clause.start, clause.end):
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


def is_ours(actors: Actors, act: Wording, match: re.Match[str]) -> bool:
    """Whether the act is this council's, or about it."""
    if act.by is By.SUBJECT:
        return actors.find_doer(match.start()) is Who.COUNCIL
    if act.by in {By.NAMED, By.PRESSED}:
        return actors.list_bodies() == {Who.COUNCIL}
    if act.by is By.ABOUT:
        is_open = actors.find_doer(match.start()) in _NOT_ACTING
        return is_open and actors.find_first_council(*match.span("about")) is Who.COUNCIL
    if act.by is By.PRAISED:
        return is_praise(actors, *match.span("about"))
    owner = actors.find_owner(match.start(), match.end()) or actors.find_doer(match.start())
    if owner in _NOT_ACTING:
        is_one_s = _COUNTED.search(actors.text) and not _MANY.search(actors.text)
        return actors.list_bodies() == {Who.COUNCIL} or bool(is_one_s and not actors.list_bodies())
    return owner is Who.COUNCIL


def is_never_late(sentence: str) -> bool:
    """Whether a sentence says that nothing was late ("in no case")."""
    return bool(_NEVER_LATE.search(sentence))


def is_of_earlier(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of a year before the letter's."""
    if _THIS_YEAR.search(sentence):
        return False
    dated = [ended for match in _DATED.finditer(sentence) if (ended := closing_year(match[1]))]
    spans = any("-" in match[1] or "/" in match[1] for match in _DATED.finditer(sentence))
    first = year if spans or year is None else year - 1  # a letter of 2020 is about most of 2019
    return bool(_LAST_YEAR.search(sentence)) or (first is not None and bool(dated) and max(dated) < first)
