"""That a council was late with remedies or with its replies to the Ombudsman, as letters word it."""

from db.letters.remarks.numbers import COUNT
from db.letters.remarks.terms import AGREED, FOR_US, OUTSIDE, REMEDY, WITHIN, WORDS
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_LATE = (
    r"(?:late(?! (?:\d|in the (?:year|day)|last|january|february|march|april|may\b|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter))|overdue|delayed)\b"
)
_DONE = r"(?:was|were|are|been|came|arrived|sent|received|provided|completed|implemented)(?: often| also)?"
_CASES = r"(?:cases?|complaints?|occasions?|investigations?|instances?|enquir(?:y|ies)|remed(?:y|ies)|recommendations?)"
_WORDINGS = {
    By.SUBJECT: (
        r"\b(?:late|delays?|delayed|slow) (?:in |with |at )?(?:complying|compliance)\b",
        r"\b(?:late|delayed|slow) (?:in |with |at )?(?:providing|completing|implementing|carrying out|responding|paying"
        rf"|replying|sending|delivering|making|submitting)\b[^.,;]{{0,60}}?\b{FOR_US}",
        rf"\b(?:was|were|been) (?:\w+ )?late (?:in doing so )?(?:in|on) {COUNT} (?:of (?:\w+ ){{0,2}})?{_CASES}",
        r"\btook longer than (?:we had )?agreed\b",
        rf"\b(?:missed|failed to meet|did not meet) (?:\w+ ){{0,2}}?{AGREED}",
        r"\bmissed (?:\w+ ){0,4}?(?:deadlines?|timescales?|target dates?)\b"
        rf"[^.,;]{{0,60}}?\b{FOR_US}",
    ),
    By.THEIRS: (
        rf"\b(?:late|delayed) {REMEDY}\b",
        r"\b(?:delays? (?:in |with )(?:complying|compliance)|late compliance)\b",
        rf"\bcompliance (?:was|is|has been) {WORDS}?late\b",
        r"\bdelays?(?: by [^.,;]{0,40}?)? in (?:providing|completing|implementing|carrying out|responding|replying)\b"
        rf"[^.,;]{{0,60}}?\b{FOR_US}",
        rf"(?<!\ba\s)\b{REMEDY}(?: to (?:our|my) (?:\w+ )?\w+)? (?:{WORDS}){{0,10}}?{_DONE} {_LATE}",
        rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,12}}{WITHIN}",
        rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,4}}?{FOR_US}\w*(?: \w+){{0,6}}? (?:on time|in time)\b",
        rf"\b{REMEDY} (?:\w+ ){{0,4}}?not (?:\w+ ){{0,3}}?(?:on time|in time)\b",
        rf"\b{OUTSIDE}",
        rf"\b(?:only|just|fewer than|less than) [^.,;]{{0,80}}? (?:{WITHIN}|on time\b)",
    ),
}
LATE_COMPLIANCE = define_wordings(
    RemarkKind.LATE_COMPLIANCE, ("late|delay|slow| time|agreed|missed| date|deadline|overdue",), _WORDINGS
)
