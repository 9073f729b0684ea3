"""What kind of letter a text is, and why it is none.

What has a heading, a signature or a table of the Ombudsman's is theirs, whether or not more of it is understood: it is
kept, read and listed.
"""

import re
from collections.abc import Sequence
from itertools import islice

from db.letters.anatomy import Anatomy
from db.letters.council import REPORT
from db.letters.folded import FoldedText
from db.letters.heading import Heading
from db.letters.page_head import PAGE_TITLE
from db.letters.patterns import phrase
from db.letters.rates.definitions import SHARES
from db.letters.started import StartedPattern
from db.letters.tables.region import find_regions
from db.model import LetterKind, Measure, Table

_SUMMARY = phrase(r"annual (?:summary of statistics|review letter|letter)\b")
_EARLIER_LETTER = phrase(
    r"\b(?:I|we) (?:wrote|have written|have already written) to you (?:earlier this year|in (?:April|May|June))\b"
    r"|\bfurther to (?:my|our) (?:annual )?(?:review )?letter (?:of|in|dated) (?:\d{1,2} )?(?:April|May|June)\b"
    r"|\bsince (?:my|our) annual (?:review )?letter (?:of|in) (?:April|May|June)\b"
)
_OFFICE = StartedPattern.at_words(
    phrase(r"\bLocal Government (?:(?:&|and) Social Care )?Ombudsman\b"), r"local(?=\s+(?:\d|government))"
)
_OMBUDSMAN = re.compile(r"\bOmbudsm[ae]n\b|\bLGS?C?O\b", re.IGNORECASE)
_COPIED = re.compile(r"^[ \t]*(?:cc|copy to|copied to)\b", re.IGNORECASE | re.MULTILINE)
_ANOTHERS = StartedPattern.at_words(
    phrase(
        r"\b(?:Public Services Ombudsman for Wales|Scottish Public Services Ombudsman|Northern Ireland Public Services"
        r" Ombudsman|Housing Ombudsman Service|Parliamentary and Health Service Ombudsman)\b"
    ),
    r"public(?=\s+(?:\d|services))",
    r"scottish(?=\s+(?:\d|public))",
    r"northern(?=\s+(?:\d|ireland))",
    r"housing(?=\s+(?:\d|ombudsman))",
    r"parliamentary(?=\s+(?:\d|and))",
)
"""Offices whose letters look much like these."""
_NOTES = phrase(
    r"\bNotes? (?:to (?:assist|help|aid|interpret)|(?:on|for) (?:the )?interpret)"
    r"|\binterpretation of (?:the )?statistics\b"
)
_MORE = phrase(r"\bFind out more about annual statistics\b")
_FIGURES = phrase(r"\bbased on a total of\b|\bof complaints we investigated\b|\bof cases,? we were satisfied\b")
_NEAR = 600  # characters
_MOST_TABLES = 30

_WHOLE = "; import the letter itself, whole, as it was sent."
_NO_LETTER = "There is no annual letter of the Ombudsman in this file"


def detect_kind(
    anatomy: Anatomy, heading: Heading, measures: Sequence[Measure], tables: Sequence[Table]
) -> LetterKind | None:
    """What kind of letter this is; None where it is none of the Ombudsman's.

    A letter says "Dear", and either names its council or is signed by the Ombudsman: a reply to one, and a message that
    goes with one, do neither. A statistics page has figures, or a title under its council's name; any text may mention
    the Ombudsman. From 2025 on some councils get a further letter in July, about concerns or good practice: it has no
    figures and refers to the annual one of May.
    """
    text, is_letter = anatomy.text, anatomy.salutation is not None
    has_figures = bool(tables) or any(measure.quotes for measure in measures)
    is_named = bool(heading.written) or heading.is_torn
    if not (has_figures or anatomy.booklet or _speaks_of_ombudsman(text) or _has_table(anatomy)) or _is_anothers(text):
        return None
    if is_letter and not is_named and not _is_signed(anatomy):
        return None
    if not has_figures and _is_further(anatomy, heading):
        return LetterKind.FURTHER
    if anatomy.booklet or (is_letter and (anatomy.subjects or _SUMMARY.search(text) or _is_signed(anatomy))):
        return LetterKind.ANNUAL
    if is_named and (has_figures or _has_table(anatomy)):
        return LetterKind.ANNUAL if is_letter else LetterKind.STATISTICS
    if is_letter:
        return None
    if _has_subject(anatomy) or (is_named and _is_signed(anatomy)):
        return LetterKind.ANNUAL
    return LetterKind.STATISTICS if is_named and heading.is_titled else None


def explain_no_letter(folded: FoldedText) -> str:
    """Why there is no letter in a text, as a sentence: what it has instead, or what is missing."""
    anatomy = Anatomy.find(folded)
    return f"{_NO_LETTER}{_name_what_is_there(anatomy)}{_WHOLE}"


def _name_what_is_there(anatomy: Anatomy) -> str:
    """What a text without a letter has, as the rest of a sentence; nothing where it is of something else."""
    if _is_anothers(anatomy.text):
        return ", only one of another Ombudsman"
    if _has_table(anatomy):
        return ", only a table, and no council is named"
    if _FIGURES.search(anatomy.text):
        return ", only figures, and no council is named"
    if _NOTES.search(anatomy.text):
        return ", only notes on its statistics"
    if anatomy.salutation and (anatomy.subjects or _SUMMARY.search(anatomy.text)):
        return ": what begins like one names no council and is not signed by the Ombudsman"
    return ""


def _speaks_of_ombudsman(text: str) -> bool:
    """Whether a text names the Ombudsman, or has a heading that only the Ombudsman's pages have."""
    is_named = bool(_OMBUDSMAN.search(text) or REPORT.search(text) or _MORE.search(text))
    return is_named or any(share.heading.search(text) for share in SHARES)


def _is_anothers(text: str) -> bool:
    """Whether a text speaks of another Ombudsman's office, and not of this one."""
    return not _OFFICE.search(text) and bool(_ANOTHERS.search(text))


def _has_table(anatomy: Anatomy) -> bool:
    """Whether a table of the Ombudsman's stands in a text, readable or not."""
    return any(region.is_table for region in islice(find_regions(anatomy.folded), _MOST_TABLES))


def _has_subject(anatomy: Anatomy) -> bool:
    """Whether a subject line stands in a text; below its title a statistics page lists other years' letters."""
    title = PAGE_TITLE.search(anatomy.text)
    return any(title is None or subject.start < title.start() for subject in anatomy.subjects)


def _is_signed(anatomy: Anatomy) -> bool:
    """Whether the Ombudsman has signed the letter."""
    if anatomy.closing is None:
        return False
    office = _OFFICE.search(anatomy.text, anatomy.closing.end, anatomy.closing.end + _NEAR)
    return office is not None and not _COPIED.search(anatomy.text, anatomy.closing.end, office.start())


def _is_further(anatomy: Anatomy, heading: Heading) -> bool:
    dated = heading.dated
    is_late = dated is not None and dated.year >= 2025 and dated.month >= 7
    return is_late and anatomy.salutation is not None and bool(_EARLIER_LETTER.search(anatomy.text))
