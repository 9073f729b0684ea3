"""The address block of a letter, between its date and "Dear": which council, who, and what they are there.

Copies run its lines together or break them in two, and the letters of 2006-2008 have a street and a town: a line that
is a council's full name counts before any that is only a place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from db.councils.names import fold
from db.councils.register import Lookup, Register
from db.letters.cued import CuedPattern
from db.letters.kept_answers import keep_answers

BODY = CuedPattern(
    re.compile(r"\b(?:Councils?|Borough|Authority|Corporation|Commissioner|Assembly)\b", re.IGNORECASE),
    ("council", "borough", "authority", "corporation", "commissioner", "assembly"),
)
"""A word that the full name of nearly every body has."""
_BODY_ENDS = re.compile(r"\b(?:Councils?|Authority|Corporation|Assembly)$", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by (?:e-?mail|post)(?: only)?|by email and post)\b[ :]*", re.IGNORECASE)
_BYLINE_BEHIND = re.compile(r"(?<![ \t,-])[ \t,-]++by (?:e-?mail|post)(?: only)?$", re.IGNORECASE)
# What a letterhead or references set beside the address leave in its lines where a copy has lost the gap between.
_BESIDE = re.compile(
    r"(?:^|[ \t]+)(?:PO Box 4771|CV4 0EH|(?:our|your) ref(?:erence)?[ .:].*|(?:tele)?phone[ .:].*|tel[ .:]+[\d ()+]+"
    r"|fax[ .:].*|e-?mail(?: address)?:.*|web(?:site)?:.*|www\.\S.*|\S[^\s@]*+@\S+|direct line[ .:].*"
    r"|please (?:contact|ask for)\b.*|if telephoning\b.*|date:.*)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:PO Box 4771|CV4 0EH|(?:tele)?phone:? 0300 061 \d{4}|web(?:site)?: www\.lgo\.org\.uk\S*)[ \t]+", re.IGNORECASE
)
_CONTACT = re.compile(
    r"(?:\b|(?<=council)(?=w))(?:(?:web(?:site)?|tel(?:ephone)?|phone|fax|e-?mail|mobile|[wtem])[ \t]?:"
    r"|web(?:site)?(?:$|[ \t](?=www|http))|https?:|www\.)",
    re.IGNORECASE,
)
_BEFORE_CONTACT = " \t,;|([-\u2022\u00b7"
"""What may stand between a name and that."""
_BOX = re.compile(r"\bPO Box 4771\b", re.IGNORECASE)
_TOWN = re.compile(r"(?<=[\w,])[ \t]+Coventry$|^Coventry(?:[ \t]+|$)", re.IGNORECASE)
"""The town of that box, beside the line below."""
_COPIED = re.compile(r"^(?:c\.?c\.?(?:[:.]|\s|$)|cop(?:y|ied|ies) to\b)", re.IGNORECASE)
"""Who else got the letter: from there on nobody is addressed."""
_NOT_ADDRESS = re.compile(
    r"^(?:(?:our|your) ref|if telephoning|tel\b|telephone|phone|fax\b|e-?mail(?: address)?:|\S[^\s@]*+@\S+$|www\.|web:"
    r"|http|dx\b|date:|[\d ()+]{6,}$|please (?:contact|ask for)\b|sample letter|figures published"
    r"|local government (?:&|and) social care|local government ombudsman|ombudsman$)",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?:\b(?:(?:The|Joint|Interim|Acting|Deputy|Group|Corporate|Strategic|Executive|Managing|County|Town)[ ]){0,6}"
    r"(?:Co-)?(?:Chief[ ](?:Executives?(?:[ ]Officers?)?|Operating[ ]Officers?|Officers?|Fire[ ]Officer)"
    r"|Directors?(?:[ ]of[ ][^,\n]+)?|Head[ ]of[ ]Paid[ ]Service|Town[ ]Clerk|Clerk|Solicitor|Monitoring[ ]Officer"
    r"|Commissioner|Leader(?:[ ]of[ ]the[ ]Council)?|Secretary|Managing[ ]Director)(?:[ ](?:and|&)[ ][^,\n]+)?)",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"(?:\b(?:and|of|the|with|north|south|east|west|mid|central|greater|upon|on)|&)$", re.IGNORECASE)
_RUNS_INTO = re.compile(
    r"(?:(?:and|of|with|upon|under|on|in)\b|&|(?:(?:metropolitan|borough|district|county|city)[ ]){0,4}"
    r"Councils?(?:,|$))",
    re.IGNORECASE,
)
"""What ends a line that goes on, and what begins a line that goes on from the one above."""
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Cllr|Councillor|Professor)\b", re.IGNORECASE)
_OF = re.compile(r"^of\s+(?:the\s+)?", re.IGNORECASE)
_MOST_LINES = 25
_MOST_KEPT = 4096
"""Of how many lines it is kept which full name stands on them, under 1 MB: the councils are the same from year to
year."""
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Addressed:
    """A council's name as written, what the register makes of it, the number of its line, and what is left of it."""

    written: str
    resolution: Lookup
    line: int
    left: str = ""


def address_lines(block: str) -> list[str]:
    """The lines of the block without references, telephone numbers and "By email", broken ones put together."""
    lines: list[str] = []
    is_below_box = False
    for raw in block.split("\n")[-_MOST_LINES:]:
        line = _without_town(raw) if is_below_box else _without_beside(raw)
        is_below_box = "4771" in raw and bool(_BOX.search(raw))
        if lines and _COPIED.match(line):
            break
        if not line or len(line) > _LONGEST_LINE or _NOT_ADDRESS.match(line):
            continue
        if lines and (_RUNS_ON.search(lines[-1]) or _RUNS_INTO.match(line)):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def cut_contact(line: str) -> str:
    """A name without a site, an address or a number to reach somebody that stands behind it on its line."""
    contact = _CONTACT.search(line)
    return line[: contact.start()].rstrip(_BEFORE_CONTACT) if contact else line


@keep_answers
def strip_letterhead(line: str) -> str:
    """A line of a head without what a letterhead or references beside it have left in it."""
    return _BEFORE.sub("", _BESIDE.sub("", line))


@keep_answers
def _without_beside(raw: str) -> str:
    """A line of the block without how the letter was sent and what a letterhead beside it has left in it."""
    return raw if len(raw) > _LONGEST_LINE else _without_sending(strip_letterhead(raw.strip(" \t,")))


def _without_town(raw: str) -> str:
    """The same of a line below the Ombudsman's box, the town of which may stand in it."""
    return raw if len(raw) > _LONGEST_LINE else _without_sending(_TOWN.sub("", strip_letterhead(raw.strip(" \t,"))))


def _without_sending(line: str) -> str:
    """A line without how the letter was sent."""
    return cut_contact(_BYLINE_BEHIND.sub("", _BYLINE.sub("", line.strip(" \t,")))).strip(_BEFORE_CONTACT)


def addressed_to(lines: Sequence[str], register: Register, on: date | None) -> tuple[Addressed, ...]:
    """The councils of the address: every full name; without one, a place right under the role, or a name unknown."""
    turn = None if on is None else register.find_turn(on)
    named = [_find_full_name(line, register, turn) for line in lines]
    full = [Addressed(*name[:2], index, name[2]) for index, name in enumerate(named) if name]
    if full:
        return tuple(full)
    short = _under_role(lines, register, on) or _unknown(lines)
    return (short,) if short else ()


def person(block: Sequence[str], left: str) -> tuple[str | None, str | None]:
    """Addressee and role from the lines before the council's and the words before it on its own line.

    What has a tab in it is a table's row, and nobody's name.
    """
    lines = [*block, *([left] if left else [])]
    people: list[str] = []
    for line in lines:
        role = ROLE.search(line)
        if role and not line[role.end() :].strip(" ,"):
            people.append(line[: role.start()].strip(" ,-\t"))
            name = _join_people([part for part in people if part and "\t" not in part]) or None
            return name, re.sub(r"^The[ ]", "", role.group().strip())
        if "\t" not in line:
            people.append(line)
    return (people[0] if people else None), None


def _join_people(people: Sequence[str]) -> str:
    """The lines that name who is addressed: of several persons, or of one over several lines."""
    is_each_titled = len(people) > 1 and all(_TITLED.match(person) for person in people)
    return " and ".join(people) if is_each_titled else " ".join(people)


def _without_street(line: str) -> Iterator[str]:
    """The line, then the line without what follows its last comma, and so on: a street may follow the council."""
    while line:
        yield line
        line = line.rpartition(",")[0].strip()


@lru_cache(maxsize=_MOST_KEPT)
def _find_full_name(addressed: str, register: Register, turn: date | None) -> tuple[str, Lookup, str] | None:
    """The full name on a line, what it can mean since `turn`, and what is left of the line."""
    for line in _without_street(addressed):
        if _may_be_full_name(line, register):
            whole = register.look_up(line, turn)
            if whole.matches and is_full_name(line, whole):
                return line, whole, ""
        at_end = register.look_up_at_end(line, turn)
        if at_end:
            return *at_end, line[: line.rfind(at_end[0])].strip(" ,\t-")
    return None


def _may_be_full_name(line: str, register: Register) -> bool:
    """Whether `is_full_name` could be said of a line, whatever it means: of a person's name it cannot."""
    return bool(BODY.search(line)) or register.has_name(line) or fold(line).startswith("city of ")


def is_full_name(line: str, resolution: Lookup) -> bool:
    """Whether a name is more than a place: with such a word as "Council", or City of York, Transport for London."""
    folded = fold(line)
    return (
        bool(BODY.search(line))
        or folded.startswith("city of ")
        or any(fold(council.name) == folded for council in resolution.matches)
    )


def _under_role(lines: Sequence[str], register: Register, on: date | None) -> Addressed | None:
    for index, line in enumerate(lines[1:], 1):
        role = ROLE.search(lines[index - 1])
        if role and not lines[index - 1][role.end() :].strip(" ,"):
            name = line
            if index + 1 < len(lines) and BODY.search(lines[index + 1]):  # "Derbyshire / Dales District Council"
                name = f"{line} {lines[index + 1]}"
            resolution = register.look_up(name, on)
            return Addressed(name, resolution, index) if resolution.matches else None
    return None


def _unknown(lines: Sequence[str]) -> Addressed | None:
    """The line that must be the name of a body, though the register has none of that name."""
    found: list[Addressed] = []
    for index, line in enumerate(lines):
        role = ROLE.search(line)
        written = _OF.sub("", line[role.end() :].strip(" ,\t-")) if role else line
        if BODY.search(written) and len(line.split()) <= 12 and not line.endswith("."):
            left = line[: role.end()] if role else line[: -len(written)]
            found.append(Addressed(written, Lookup(matches=()), index, left.strip(" ,\t-")))
    return next((named for named in found if _BODY_ENDS.search(named.written)), found[0] if found else None)
