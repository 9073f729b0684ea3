"""That a council did not carry out what the Ombudsman recommended, as letters word it."""

from db.letters.remarks.terms import COMPLY, OUTSIDE, WITHIN, WORDS
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_RECOMMENDED = (
    r"(?:(?:\w+ ){0,4}?(?:recommendation|(?<!\ba\s)(?<!\bany\s)remed(?:y|ies)\b|agreed action"
    r"|(?:we|I) (?:had |have )?recommended)"
    r"|(?:\w+ ){0,10}?under our recommendations?)"
)
_UNTIMELY = rf"(?![^.;]{{0,40}} (?:{WITHIN}|{OUTSIDE}|on time\b|in time\b))"
"""Not followed by a time: what was done late was done."""
_KIND = RemarkKind.NOT_COMPLIED
NOT_COMPLIED = (
    define_wordings(
        _KIND,
        ("not |fail", "recommend|remed|agreed "),
        {
            By.SUBJECT: (
                rf"\b(?:failed|failing) to {COMPLY} {_RECOMMENDED}{_UNTIMELY}",
                rf"\b(?:did|has|have|had) (?:still )?not (?:yet )?(?:fully )?{COMPLY} {_RECOMMENDED}{_UNTIMELY}",
            ),
            By.THEIRS: (rf"\bfailures? to {COMPLY} {_RECOMMENDED}{_UNTIMELY}",),
        },
    ),
    define_wordings(
        _KIND,
        ("outstanding |not ", "recommend|remed"),
        {
            By.THEIRS: (
                rf"\b(?:recommendations?|remed(?:y|ies)) (?:{WORDS}){{0,6}}?(?:remain(?:s|ed)? (?:\w+ )?outstanding"
                r"|(?:is|are|was|were) (?:still )?outstanding"
                r"|(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:implemented|complied with|carried out))"
                rf"{_UNTIMELY}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("satisfied ", "not "),
        {
            By.ABOUT: (
                rf"\bwe (?:were|are) not satisfied (?:that )?(?P<about>[^.,;]{{3,40}}? (?:had|has) (?:\w+ )?{COMPLY})",
            ),
        },
    ),
)
