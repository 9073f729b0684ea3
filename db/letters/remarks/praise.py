"""Praise, as letters word it: for how this council handled complaints, put things right, worked with us or improved."""

import re

from db.letters.patterns import phrase
from db.letters.remarks.actors import Actors
from db.letters.remarks.names import Who
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_SURE = r"(?:(?!(?:not|never|no|less|hardly|cannot|would|should|will|could|may|might|if)\b)\w+ )"
_WHAT = r"(?P<about>(?:(?!(?:(?<!in\s)(?<!with\s)which|but|although|if|and I|and we|so that)\b)[^.;]){0,160})"
_SEE = r"(?:see|note|hear|learn|read|say|record|report|observe|find|have seen|recognise|acknowledge)"
_TO_SEE = (
    rf"(?: (?:with|by|at)|(?: (?:and \w+ )?to (?:\w+ )?{_SEE}(?: from [^.,;]{{0,40}}?(?= that\b))?)?(?: that)?)(?! to )"
)
_COMMEND = r"(?:commend(?:ed)?(?! [^.,;]{0,60}? to (?:the|your|all|you)\b)|congratulate[d]?|thank(?:ed)?|applaud)"
_WELCOME = r"welcomed?(?! (?:this|that|it)(?:,| and| but))"
_WISH = (
    r"(?:(?:would|should) (?:also )?like to|want to|wish to|must|let me|(?:may I|I) take (?:this|the) opportunity to)"
)
_GOOD_WORK = r"(?:way|efforts?|care|work|help|co-?operation|openness|willingness|speed)"
_KIND = RemarkKind.PRAISE
_PRAISING = "welcom|commend|congratul|thank|applaud"
PRAISES = (
    define_wordings(
        _KIND,
        ("pleased |delighted |heartened |encouraged |impressed |glad |pleasure ", "i |we "),
        {
            By.PRAISED: (
                rf"\b(?:I|we) (?:(?:am|was|are|were|have been) {_SURE}{{0,2}}?(?:pleased|delighted|heartened|encouraged"
                rf"|impressed|glad)|(?:\w+ly )?note[d]? with pleasure)\b{_TO_SEE}{_WHAT}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("grateful |thankful ", "i |we "),
        {By.PRAISED: (rf"\b(?:I|we) (?:am|was|are|were) {_SURE}{{0,2}}?(?:grateful|thankful) (?:to|for)\b{_WHAT}",)},
    ),
    define_wordings(
        _KIND,
        (_PRAISING, "i |we "),
        {By.PRAISED: (rf"\b(?:I|we) {_SURE}{{0,2}}?(?:{_WELCOME}|{_COMMEND})\b{_WHAT}",)},
    ),
    define_wordings(
        _KIND,
        (_PRAISING, "like |want |wish |must |let |opportunity "),
        {By.PRAISED: (rf"\b{_WISH} (?:also |particularly )?(?:{_WELCOME}|{_COMMEND})\b{_WHAT}",)},
    ),
    define_wordings(
        _KIND,
        ("appreciate", "i |we "),
        {By.PRAISED: (rf"\b(?:I|we) {_SURE}{{0,2}}?appreciated? (?:the|your) {_GOOD_WORK}\b{_WHAT}",)},
    ),
    define_wordings(
        _KIND,
        ("commended |congratulated |praised |deserve",),
        {
            By.SUBJECT: (
                r"\b(?:(?:is|are) to|should|must) be (?:commended|congratulated|praised)\b",
                r"\bdeserves? (?:\w+ )?(?:credit|praise)\b",
            ),
        },
    ),
)

_COURTESY = phrase(
    r"\b(?:(?:our|my|the|this year's) (?:[\w-]+ ){0,3}?(?:surveys?|courses?|training|seminars?|conferences?|workshops?"
    r"|webinars?|consultations?)|complaints?(?:-| )handling (?:training|courses?)"
    r"|(?:interest|investment|taking part|participat\w+) in|opportunity|invitation|visit(?:ing|ed)?|hosting"
    r"|feedback|comments|views|suggestions|questions|contact from|decision not to)\b"
)
"""What thanks and welcomes are about that say nothing of how complaints were handled or put right."""
_SAYING = re.compile(r"\b(?:that|say)\s*$", re.IGNORECASE)
_NO_ACTOR = {Who.THING, Who.IT, Who.THEY}


def is_praise(actors: Actors, start: int, end: int) -> bool:
    """Whether what the Ombudsman is pleased with, between these places, is this council's doing and no mere courtesy.

    The first who is named there is whose doing it is; "you" may be anybody.
    """
    if _COURTESY.search(actors.text, start, end):
        return False
    is_clause = bool(_SAYING.search(actors.text[:start]))
    for mention in actors.mentions:
        if mention.start < start or mention.start >= end or mention.is_you:
            continue
        if mention.who is Who.COUNCIL:
            return True
        if mention.who not in _NO_ACTOR or (is_clause and mention.is_free):
            return False
    return False
