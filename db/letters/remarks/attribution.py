"""Whether the act that a sentence tells is told as done, and whose it is."""

import re

from db.letters.patterns import phrase
from db.letters.remarks.actors import Actors
from db.letters.remarks.names import Who
from db.letters.remarks.numbers import COUNT, SEVERAL
from db.letters.remarks.praise import is_praise
from db.letters.remarks.wordings import By, Wording, find_act

_GENERAL = phrase(
    r"\bcompliance rate below 100%|\bcompl(?:y|iance) [^.]{0,60}?is rare\b|\byou can find\b"
    r"|\bpublic reports we have issued\b|\bin one great example\b|\b(?:officers?'?|council's|authority's) (?:comment"
    r"|response|note)s?:|\A\W*\[|\b(?:I|we) (?:make|have) no criticisms?\b"
)
"""What every council is told, what is no reproach, and what officers have written between the lines."""
_SUPPOSED = re.compile(
    r"^\W*(?:If|Where|Should|Unless|Whenever|(?:We|I)\s+(?:all\s+)?know\s+that)\b|\b(?:had|were) [^,]{3,80}, (?:I"
    r"|we) would\b|\bin the (?:unlikely )?event\b",
    re.IGNORECASE,
)
"""A sentence about what would follow, not about what was done."""
_UNDONE = re.compile(
    r"\b(?:not|no|none|never|nor|neither|without|if|would|could|may|might|will|should|must|can|cannot|rarely|seldom"
    r"|hardly|minded|whether|any|avoid|prevent)\b|n't\b",
    re.IGNORECASE,
)
"""What, before an act in its clause, says that there was no such act."""
_PREFACE = re.compile(
    r"\bwould\s+(?:\w+\s+)?(?:like|ask|urge)\s+(?:you|your\s+\w+)\s+to\b|\bshould\s+not\s+(?:be\s+necessary|have"
    r"|need)\s+(?:for\s+(?:me|us)\s+)?to\b|\bcould\s+(?:\w+\s+){0,4}?only\b|\b(?:must|should|would|will|may|might"
    r"|can)\s+(?:\w+ly\s+|also\s+|again\s+)?(?:like\s+to\s+|want\s+to\s+|wish\s+to\s+)?(?:draw|raise|mention|report"
    r"|express|say|tell|bring|highlight|record|note|ask|urge|point|add|share|stress|emphasise|take|see)\b",
    re.IGNORECASE,
)
"""What the Ombudsman has to say, which is no doubt of what is then said."""
_DENIED = re.compile(
    r"(?:\bnot\s+(?:find|found|conclude|say|suggest|agree|accept|think|believe|mean)|\bno\s+(?:evidence|sign|suggestion"
    r"|indication|finding))\s+that\s*$",
    re.IGNORECASE,
)
_NEVER_LATE = re.compile(
    r"\b(?:in|on)\s+(?:no|0|zero)\b|\bnone\b(?![^;]{0,400}?\b(?:within|(?:in|on)\s+time|by\s+the)\b)", re.IGNORECASE
)
_SINGLE = re.compile(
    rf"\b(?:half|most|many|number|thirds?|quarters?|{SEVERAL})\s+of\s+(?:the\s+|those\s+|our\s+)?"
    r"(?:cases|decisions|complaints|investigations)\s*$"
    rf"|\b(?:(?:{COUNT}|this|both|the)\s+(?:\w+\s+)?(?:case|complaint|investigation|instance|occasion|year|time)"
    rf"|(?:{SEVERAL}|both)\s+(?:\w+\s+)?(?:cases|complaints|investigations|instances|occasions))\s*$",
    re.IGNORECASE,
)
"""Before "where": a case that there was; after "cases" alone, any there may be."""
_IN_WHICH = re.compile(r"\b(?:where|in\s+which)\s*$", re.IGNORECASE)
_NO_SUCH = re.compile(
    r"\b(?:no|never|cannot|can't|without|not\s+(?:\w+\s+){0,3}?(?:any|a|one)|any)\s+(?:\w+\s+){0,4}?(?:case|complaint"
    r"|investigation|instance|occasion|time)s?\s*$",
    re.IGNORECASE,
)
"""Before "where": a case that there was not."""
_PAST = re.compile(
    r"\b(?:did|was|were|had|took|gave|dug|stood|went|broke|withdrew|wrote|told|said|made|sent|let|came|lost|chose|fell"
    r"|(?!(?:need|indeed|proceed|exceed|succeed|speed|feed)\b)\w+ed)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?:in|on|of|only)\s+(?:{COUNT}\b|half|most)(?!\s+(?:similar|local))|\b\d+%"
    r"|\bthere\s+(?:was|were|(?:has|have)\s+been)\s+(?:\w+\s+)?(?:an?|some|several|many|repeated|further|instances"
    r"|cases|occasions|delays)\b"
    rf"|\A\W*{SEVERAL}\s+(?:\w+\s+)?(?:remedies|recommendations|responses|replies|cases|complaints|payments)\b"
    rf"|\b(?:{SEVERAL}|half|most|many)\s+of\s+(?:our|my|the|these|those)\b"
    r"|\b(?:I|we)\s+(?:have\s+)?(?:seen|saw|found)\s+(?:\w+\s+)?(?:cases|examples|instances)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:across|nationally|national|country|nationwide|region|sector|councils|authorities|average|similar|generally"
    r"|usually|overall|trend|increas\w+|rise|summonses|than\s+(?:ever|before))\b",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"\b(?:our|my)\s+(?:\w+\s+)?(?:enquir|recommend|investigat|request|draft|letter|question)|\bto\s+(?:us|me)\b",
    re.IGNORECASE,
)
"""What the council that the letter is to is asked."""
_NOT_ACTING = {None, Who.THING, Who.OMBUDSMAN}
"""Subjects that leave open whose act it is."""
_CLAIMED = re.compile(
    r"\b(?:said|says|claimed|claims|alleged|felt|believed|complained|argued|thought|considered|wrote|reported|suggested"
    r"|told\s+us)\b(?![^;]{0,400}?\bbut\b)",
    re.IGNORECASE,
)


def is_general(sentence: str) -> bool:
    """Whether a sentence is one that all councils get, or supposes what might be done."""
    return bool(_GENERAL.search(sentence) or _SUPPOSED.search(sentence))


def is_done(actors: Actors, match: re.Match[str]) -> bool:
    """Whether the act that begins here is told as done: not denied or supposed in its clause, not somebody's claim."""
    claims = _CLAIMED.finditer(actors.text[: match.end()])
    if any(actors.find_doer(claim.start()) in {Who.PERSON, Who.OTHER} for claim in claims):
        return False
    for index, clause in enumerate(actors.find_clauses(match.start())):
        if index == 0 and _UNDONE.search(_PREFACE.sub("", actors.text[clause.start : clause.end])):
            return False
        if clause.opener == "that" and _DENIED.search(actors.text, 0, clause.start):
            return False
        if clause.opener in {"if", "unless", "whether", "wherever", "whenever"}:
            return False
        is_past = _PAST.match(match.group()) or _PAST.search(actors.text, clause.start, match.start())
        if clause.opener in {"when", "once", "until"} and not is_past:
            return False
        in_which = _IN_WHICH.search(actors.text, 0, clause.start) if clause.opener in {"where", "which"} else None
        if in_which and not _was_case(actors.text, in_which.start()):
            return False
    return True


def _was_case(text: str, end: int) -> bool:
    """Whether the words before "where" or "in which" tell of a case that there was."""
    return bool(_SINGLE.search(text, 0, end)) and not _NO_SUCH.search(text, 0, end)


def is_ours(actors: Actors, act: Wording, match: re.Match[str]) -> bool:
    """Whether the act is this council's, or about it."""
    start, end = find_act(match)
    if act.by is By.SUBJECT:
        return actors.find_doer(start) is Who.COUNCIL
    if act.by is By.NAMED:
        return _concerns_council(actors)
    if act.by in {By.KNOWN, By.PRESSED}:
        return _concerns_council(actors) or _concerns_nobody_else(actors)
    if act.by is By.ASKED:
        is_known = _concerns_council(actors) or (_concerns_nobody_else(actors) and not actors.has_named(Who.PERSON))
        return is_known and actors.find_doer(start) in _NOT_ACTING
    if act.by is By.ABOUT:
        is_open = actors.find_doer(match.start()) in _NOT_ACTING
        return is_open and actors.find_first_council(*match.span("about")) is Who.COUNCIL
    if act.by is By.PRAISED:
        return is_praise(actors, *match.span("about"))
    owner = actors.find_owner(start, end) or actors.find_doer(start)
    if owner not in _NOT_ACTING:
        return owner is Who.COUNCIL
    if _concerns_nobody_else(actors) and _TO_US.search(actors.text) and not actors.has_named(Who.PERSON):
        return True
    is_near = act.by is By.THEIRS or not actors.list_bodies() or actors.has_in_clause(Who.COUNCIL, start, end)
    return is_near and _concerns_council(actors)


def _concerns_council(actors: Actors) -> bool:
    """Whether this council alone is in question; where the sentence names none, by its paragraph or a count."""
    if actors.list_bodies():
        return actors.concerns_only(Who.COUNCIL)
    is_one_s = _COUNTED.search(actors.text) if actors.has_no_bodies() else actors.concerns_only(Who.COUNCIL)
    return bool(is_one_s) and not _MANY.search(actors.text)


def _concerns_nobody_else(actors: Actors) -> bool:
    """Whether a sentence tells what was, where neither it nor its paragraph has named a body."""
    return actors.has_no_bodies() and bool(_PAST.search(actors.text)) and not _MANY.search(actors.text)


def is_never_late(sentence: str) -> bool:
    """Whether a sentence says that nothing was late ("in no case")."""
    return bool(_NEVER_LATE.search(sentence))
