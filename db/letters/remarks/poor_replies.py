"""That a council's answers to the Ombudsman were poor, as letters word it."""

from db.letters.remarks.judgements import CRITICAL, FAULTS, IN, NOT_SO, POOR
from db.letters.remarks.terms import WORDS
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_REPLIES = (
    r"(?:(?:responses?|repl(?:y|ies)|answers|submissions)\b"
    r"(?! (?:of|about|(?:sent |made |given |that (?:it|they) sent )?to (?!us\b|me\b|our\b|my\b|this office|the "
    r"Ombudsman"
    r"|enquiries|draft)\w+))"
    r"|(?:(?<='s\s)|(?<=its\s)|(?<=your\s))(?:information|evidence|comments))"
)
"""What a council sends the Ombudsman; what it answers others is its service."""
_MATERIAL = r"(?:information|evidence|documents|material|records|comments)"
_OTHERS = (
    r"(?! (?:to )?(?:Mr|Mrs|Ms|Miss|Dr|him|her|them"
    r"|(?:the|a|one) (?:complainant|famil|tenant|resident|parent|mother|father))\b)"
)
_BAD = (
    r"(?:incomplete|inaccurate|inadequate|of poor quality|poor|misleading|unclear|incorrect|wrong|insufficient"
    r"|unhelpful"
    r"|muddled|jumbled|contradictory|disorgani[sz]ed|missing|lack(?:s|ed|ing)|left out|omitted|out of date"
    r"|(?:did|do|does) not (?:\w+ ){0,2}?(?:address|answer|include|contain|deal|provide|engage)"
    r"|not (?:\w+ ){0,2}?(?:complete|good enough|adequate|of the standard|what (?:we|I)))\b"
)
_BAD_STEMS = (
    "poor|incomplete |inaccurate |inadequate |misleading |unclear |incorrect |wrong |insufficient |unhelpful |muddled "
    "|jumbled |contradictory |disorgani|missing |lack|left |omitted |out |not "
)
_QUALITY = r"(?:quality|standard|accuracy|completeness|content) of"
_KIND = RemarkKind.POOR_COMPLAINT_HANDLING
POOR_REPLIES = (
    define_wordings(
        _KIND,
        (
            "quality |standard |accuracy |completeness |content ",
            "repl|respon|answers |submission|information |evidence |comments ",
        ),
        {
            By.OWNED: (
                rf"\b{_QUALITY} (?P<act>(?:[^.;]{{0,50}}? )?{_REPLIES})[^.;]{{0,60}}?"
                rf" (?:was|were|is|are|has been|have been|remains|varied|fell) (?:{WORDS}){{0,4}}?"
                rf"(?:{POOR}|{NOT_SO}|variable|varied|short|disappoint\w+|a concern)",
                rf"\b(?:(?:{FAULTS}|declines?|falls?|drop|deterioration|reduction) {IN}|{CRITICAL}) (?:the )?"
                rf"{_QUALITY} (?P<act>(?:[^.;]{{0,50}}? )?{_REPLIES})",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("repl|respon|answers |submission|information |evidence |comments ", _BAD_STEMS + "|partial "),
        {
            By.OWNED: (
                rf"(?P<act>\b{_REPLIES}) (?:{WORDS}){{0,10}}?{_BAD}",
                r"\b(?:incomplete|inadequate|poor(?: quality)?|inaccurate|partial|misleading)(?:,? (?:and )?\w+)?,?"
                rf" (?P<act>{_REPLIES})",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "gave |supplied |provided |sent |submitted |given ",
            _BAD_STEMS,
            "information |evidence |document|material |record|comments |us |me ",
        ),
        {
            By.SUBJECT: (
                rf"\b{_MATERIAL}\b (?:that |which )?[^.,;]{{2,40}}? (?P<act>gave|supplied|provided|sent"
                rf"|submitted)\b{_OTHERS}"
                rf"[^.;]{{0,40}}?\b{_BAD}",
                r"\b(?:sent|gave|provided|supplied) (?:us|me) (?:with )?(?:incomplete|inaccurate|inadequate"
                r"|misleading|unclear|wrong|incorrect)"
                rf" (?:{_MATERIAL}|files|answers|responses|replies)\b",
                r"(?P<act>\b(?:sent|gave|provided|supplied)) (?:to )?(?:us|me)\b[^.;]{0,50}? (?:was|were|to be|proved)"
                rf" (?:\w+ ){{0,3}}?{_BAD}",
            ),
            By.THEIRS: (
                rf"(?P<act>\b{_MATERIAL}(?: \w+)? (?:provided|supplied|sent|given|submitted)) "
                rf"by\b[^.;]{{0,60}}?\b{_BAD}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("engagement |liaison |communication|relationship |contact ", "us |me |my |our ", "with "),
        {
            By.OWNED: (
                r"(?P<act>\b(?:engagement|liaison|communications?|(?:working )?relationship|contact) with"
                r" (?:us|me|my (?:office|staff|investigators)|our (?:office|staff|investigators)))\b"
                rf" (?:{WORDS}){{0,5}}?(?:{POOR}|{NOT_SO}|difficult)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("performance ", "responding |replying |answering |dealing "),
        {
            By.OWNED: (
                r"(?P<act>\bperformance in (?:responding|replying|answering|dealing))\b[^.;]{0,40}?"
                r" (?:has|was|is|have|had)\b (?:\w+ ){0,3}?(?:poor|fallen|fell|below|disappoint|unacceptable|short"
                r"|declin|deteriorat)",
            ),
        },
    ),
)
