"""That a council refused what the Ombudsman found or asked for, or was slow to accept it, as letters word it."""

from db.letters.remarks.terms import AS_OF, OURS, TO_AGREE
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_WENT = r"(?:also |then |again |initially |at first |twice |repeatedly |still |yet |fully )*"
_UNWILLING = r"(?:declined|refused|continue[sd] to refuse|still refuses) to"
_LONG = r"(?:too long|(?:\w+ ){0,2}?(?:a long time|\w+ (?:weeks|months|years)))"
_WORDINGS = {
    By.SUBJECT: (
        rf"\b(?:did|would|could) not {_WENT}(?:agree to|agree with|accept) (?:\w+ed )?{OURS}",
        rf"\b(?:has|have|had) (?:still )?not {_WENT}(?:agreed to|agreed with|accepted) {OURS}",
        rf"\b{_UNWILLING} [^.,;]{{0,80}}?\b(?:{OURS}|(?:findings?|recommendations?)\b{AS_OF})",
        rf"\b{_UNWILLING} [^.]{{0,160}}?\b(?:requests? (?:from|by) (?:us|me)|(?:our|my) requests?)",
        rf"\b(?:refused|declined|rejected|disputed|resisted|disagreed with) {OURS}",
        rf"\b(?:voted|decided|chose|resolved) (?:to (?:reject|refuse|resist|dispute)|not to {TO_AGREE}) {OURS}",
        rf"\bcontinue[sd] to (?:dispute|challenge|contest|resist|reject) {OURS}",
        rf"\b(?:was|were|has been|remains) (?:\w+ ){{0,2}}?(?:reluctant|unwilling|not willing|not prepared|slow)"
        rf" (?:to|in) {TO_AGREE} {OURS}",
        rf"\btook {_LONG} to {TO_AGREE} {OURS}",
        rf"\bdelayed (?:in )?{TO_AGREE} {OURS}",
        rf"\bonly (?:accepted|agreed to|agreed with) {OURS} (?:\w+ ){{0,3}}?(?:after|when|once|following)\b",
        rf"\b(?:accepted|agreed to|agreed with) {OURS} only (?:after|when|once|following)\b",
    ),
    By.THEIRS: (
        rf"\brefusal to\b[^.,;]{{0,80}}?\b(?:{OURS}|(?:findings?|recommendations?)\b{AS_OF})",
        rf"\b(?:reluctance|unwillingness) to {TO_AGREE} {OURS}",
        rf"\b(?:refusal|rejection) of {OURS}",
        rf"\bdelays? in {TO_AGREE} {OURS}",
    ),
    By.PRESSED: (
        r"\bdraft further report\b",
        r"\bthreaten(?:ed)? to issue a (?:further report|witness summons)\b",
        r"\bissued a (?:further report|witness summons)\b",
    ),
}
REFUSALS = define_wordings(
    RemarkKind.REFUSAL,
    (
        "recommend|finding|decision|remed|report|request|summons",
        "not|declin|refus|reject|disput|resist|disagree|reluctan|unwilling|took|delay|only|challeng|contest|slow"
        "|further|summons|continue",
    ),
    _WORDINGS,
)
