"""That a council's apology was a bad one, as letters word it."""

from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_POOR = r"(?:unsatisfactory|inadequate|insincere|half-hearted)"
APOLOGIES = (
    define_wordings(
        RemarkKind.APOLOGY,
        ("apolog", "unsatisfactory |inadequate |insincere |half|not |fell "),
        {
            By.THEIRS: (
                rf"\bapolog(?:y|ies)\b[^.]{{0,90}}?(?:(?<!not\s)\b{_POOR}"
                r"|\bnot (?:good enough|satisfactory|sincere|adequate)|\bfell short)",
                rf"\b{_POOR} (?:letter of )?apolog(?:y|ies)\b",
            ),
        },
    ),
)
