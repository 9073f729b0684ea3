"""That the Ombudsman published a report about this council, as letters word it."""

from db.letters.remarks.numbers import COUNT
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_REPORTS = rf"(?:{COUNT} (?:further )?(?:formal )?)?public(?: interest)? reports?"
_REPORTED = (
    r"(?:(?:issued|published)"
    r"|(?:had|had cause|decided|chose|felt it necessary|found it necessary|it was necessary(?: for (?:me|us))?)"
    r" to (?:issue|publish)"
    r"|took the (?:\w+ )?(?:step of issuing|step of publishing|decision to issue|decision to publish))"
)
_ABOUT = (
    r"(?:about|against|on|concerning|regarding|into|following|after|highlighting|criticising) (?P<about>(?:"
    r"(?!(?:in )?which\b|where\b|who\b|that (?!your\b|(?:the )?council)|but\b|and (?:I|we|\w+ed)\b"
    r"|(?:for|to|with) (?:the|your)\b)[^.,;]){0,120})"
)
_KIND = RemarkKind.PUBLIC_REPORT
PUBLIC_REPORTS = (
    define_wordings(
        _KIND,
        ("public ", "report", "issu|publis"),
        {
            By.ABOUT: (
                rf"\b{_REPORTED} {_REPORTS}(?:, [^.,;]{{1,40}},)? {_ABOUT}",
                rf"\b{_REPORTS} (?:(?:was|were|has been|have been) )?(?:also )?(?:issued|published) {_ABOUT}",
                r"\bpublic(?: interest)? reports? (?:that |which )?(?:I|we) (?:have )?(?:issued|published)"
                rf"(?: this year| in \w+| during the year)? {_ABOUT}",
            ),
            By.NAMED: (
                r"\b(?:case|complaint|investigation)s?\b[^.;]{0,80}? (?:where|in which|on which|about which)"
                rf" (?:I|we) (?:\w+ )?(?:issued|published) {_REPORTS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("report", "issued |published ", "about |against "),
        {
            By.ABOUT: (
                rf"\b(?:issued|published) {COUNT} (?:formal )?reports? (?:about|against) (?P<about>(?:your|the) \w+)",
            )
        },
    ),
    define_wordings(
        _KIND,
        ("public ", "report", "was |were |been "),
        {
            By.ABOUT: (rf"\b(?:was|were|has been|have been) {_REPORTS} {_ABOUT}",),
            By.SUBJECT: (rf"\b(?:was|were|has been|have been) the subject of {_REPORTS}",),
        },
    ),
    define_wordings(
        _KIND,
        ("public ", "report", "resulted |led |ended |concluded "),
        {By.NAMED: (rf"\b(?:resulted in|led to|ended in|ended with|concluded with) (?:us issuing )?{_REPORTS}",)},
    ),
)
