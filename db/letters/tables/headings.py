"""The titles and column headings of the printed tables, under our words; both drift from year to year."""

import re
from enum import StrEnum
from functools import lru_cache

from db.letters.cued import has_any, lower
from db.letters.patterns import column_heading, title_line
from db.letters.started import StartedPattern


class PrintedTable(StrEnum):
    """The tables that letters print: the first three count complaints, the last two (2019) stand behind a rate."""

    RECEIVED = "received"
    DECIDED = "decided"
    REMEDIED = "remedied"
    SATISFACTORY = "satisfactory"
    COMPLIED = "complied"


TITLES = {
    name: StartedPattern.at_lines(title_line(words), *beginnings)
    for name, (words, *beginnings) in {
        PrintedTable.RECEIVED: (
            r"(?:Table \d[.:]? )?(?:LGO )?(?:Advice Team(?::| -)? )?(?:Complaints (?:and enquiries )?received"
            r"|Enquiries and complaints\sreceived)(?: by (?:category|subject(?: area)?|service))?",
            *("table", "lgo", "advice", "complaint", "enquiries"),
        ),
        PrintedTable.DECIDED: (
            r"(?:Table \d[.:]? )?(?:LGO )?(?:Investigative Team(?::| -)? )?Decisions(?: made)?",
            *("table", "lgo", "investigative", "decisions"),
        ),
        PrintedTable.REMEDIED: (r"Complaints remedied", "complaint"),
        PrintedTable.SATISFACTORY: (r"Satisfactory remed(?:y|ies) provided by (?:the )?authority", "satisfactory"),
        PrintedTable.COMPLIED: (r"Compliance with Ombudsman recommendations", "compliance"),
    }.items()
}

RATE = "uphold_rate"
COMPLIANCE = "compliance_rate"
TOTAL = "total"
ROW_NAME = "row_name"

_RECEIVED = {
    "adult_care": r"Adult (?:Social )?Care(?: Services)?",
    "benefits_and_tax": r"Benefits (?:and|&) (?:Council )?Tax",
    "corporate_and_other": r"Corporate (?:and|&) Other(?: Services)?",
    "education_and_children": r"Education (?:and|&) Children'?s?'?(?: Services)?",
    "environment": r"Environment(?:al)? Services(?:,? (?:and |& )?Public Protection (?:and|&) Regulation)?",
    "highways_and_transport": r"Highways (?:and|&) Transport",
    "housing": r"Housing",
    "planning_and_development": r"Planning (?:and|&) Development",
    "other": r"Other(?! Services)",
    TOTAL: r"Total",
}
_DECIDED = {
    "incomplete_or_invalid": r"(?:Incomplete ?(?:or|/|and) ?Invalid|Invalid or Incomplete)",
    "advice_given": r"Advice Given",
    "referred_back": r"Referred Back(?: for Local Resolution)?",
    "closed_after_initial_enquiries": r"Closed after Initial Enquiries",
    "no_power": r"No power to investigate",
    "exceptional_power": r"No reason to use exceptional power to investigate",
    "not_justified": r"Investigation not justified(?: (?:&|and) Other)?",
    "not_enough_evidence": r"Not enough evidence of fault",
    "minor_injustice": r"No or minor injustice(?: (?:&|and) Other)?",
    "remedied_during_enquiries": r"Injustice remedied during enquiries",
    "report": r"Report",
    "not_upheld": r"Not Upheld",
    "upheld": r"Upheld",
    RATE: r"Uphold Rate(?: ?\(%\))?",
    TOTAL: r"Total",
}
_REMEDIED = {
    "by_ombudsman": r"(?:Remedied )?by (?:the )?(?:LGS?C?O|(?:Local Government )?Ombudsman)",
    "by_authority": r"(?:Remedied )?Satisfactorily by (?:the )?(?:Local )?Authority before (?:the )?"
    r"(?:LGS?C?O|Ombudsman)(?:'s)? Involvement",
    COMPLIANCE: r"Compliance Rate",
}
_SATISFACTORY = {
    "satisfied": r"Upheld cases where the authority had provided a satisfactory remedy before the complaint reached"
    r" the Ombudsman",
    RATE: r"% of upheld cases",
}
_COMPLIED = {
    "recorded": r"Complaints where compliance with the recommended remedy was recorded during the year\*?",
    "on_time": r"Complaints where the authority complied with our recommendations on-? ?time",
    "late": r"Complaints where the authority complied with our recommendations late",
    "not_complied": r"Complaints where the authority has not complied with our recommendations",
    "number": r"Number",
    COMPLIANCE: r"Compliance rate\*{0,2}",
}
_SPANNING = re.compile(
    r"Detailed\s+Investigations(?:\s+carried\s+out)?|^\s*(?:(?:Decisions\s+made|Complaints\s+remedied)\s*)+"
    r"|(?<!\w)(?:Not\s+)?Investigated(?!\w)",
    re.IGNORECASE,
)
"""Headings over several columns, which print no column of their own."""
_SPANNING_CUES = ("detailed", "investigated")
_SPANNING_FIRST = ("decisions", "complaints")
"""Words of such headings, and the first words of those that stand before all others."""
_SPANNING_SQUEEZED = re.compile(_SPANNING.pattern.replace(r"\s+", ""), re.IGNORECASE)

_ROW_NAME = r"(?:Local )?Authority(?: Name)?"


def _compile(words: dict[str, str]) -> dict[str, re.Pattern[str]]:
    named = {**words, ROW_NAME: _ROW_NAME}
    return {key: column_heading(pattern) for key, pattern in named.items()}


HEADINGS: dict[PrintedTable, dict[str, re.Pattern[str]]] = {
    PrintedTable.RECEIVED: _compile(_RECEIVED),
    PrintedTable.DECIDED: _compile(_DECIDED),
    PrintedTable.REMEDIED: _compile(_REMEDIED),
    PrintedTable.SATISFACTORY: _compile(_SATISFACTORY),
    PrintedTable.COMPLIED: _compile(_COMPLIED),
}
"""For each table, our word for a column -> the headings it has been printed under."""
_SQUEEZED = {
    table: {key: re.compile(words.replace(" ?", "").replace(" ", ""), re.IGNORECASE) for key, words in named.items()}
    for table, named in {
        PrintedTable.RECEIVED: _RECEIVED,
        PrintedTable.DECIDED: _DECIDED,
        PrintedTable.REMEDIED: _REMEDIED,
        PrintedTable.SATISFACTORY: _SATISFACTORY,
        PrintedTable.COMPLIED: _COMPLIED,
    }.items()
}
"""The same without spaces: a narrow column breaks its heading within words ("Environme nt Services")."""


OLD_HEADINGS: dict[PrintedTable, tuple[re.Pattern[str], ...]] = {
    PrintedTable.RECEIVED: tuple(
        column_heading(words)
        for words in (
            "Benefits",
            "Children (?:and|&) family services",
            "Education",
            "Planning (?:and|&) building control",
            "Public finance",
            "Social services",
            "Transport (?:and|&) highways",
        )
    ),
    PrintedTable.DECIDED: tuple(
        column_heading(words)
        for words in (
            "MI reps",
            "LS",
            "M reps",
            "NM reps",
            "No mal",
            "Omb disc",
            "Outside jurisdiction",
            "Premature complaints",
            "Total excl premature",
        )
    ),
}
"""The headings of 2006-2011 that later letters have not; they keep their own words."""


@lru_cache(maxsize=1024)
def find_key(table: PrintedTable, heading: str) -> str | None:
    """Our word for a printed column heading, or None for one that is not known."""
    words = _SPANNING.sub(" ", heading).strip(" \t*|")
    for key, pattern in HEADINGS[table].items():
        if pattern.fullmatch(words):
            return key
    squeezed = _SPANNING_SQUEEZED.sub("", "".join(words.split()))
    return next((key for key, pattern in _SQUEEZED[table].items() if pattern.fullmatch(squeezed)), None)


def without_spanning(text: str) -> str:
    """The text with headings that span several columns blanked out, its length kept."""
    small = lower(text)
    if not has_any(small, _SPANNING_CUES) and not small.lstrip().startswith(_SPANNING_FIRST):
        return text
    return _SPANNING.sub(lambda match: " " * len(match.group()), text)
