"""Who is named in a sentence: this council, another one, the Ombudsman, or somebody else.

Letters call the council "your Council", "the Council" or by its name, and tell of complainants, providers and other
councils in the same breath.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache

from db.councils.names import NameParts, fold, take_apart
from db.letters.patterns import phrase


class Who(StrEnum):
    """Whom words name. `OTHER` is another body, `THING` any other noun, `IT` and `THEY` stand for one named before."""

    COUNCIL = auto()
    OTHER_COUNCIL = auto()
    OTHER = auto()
    PERSON = auto()
    OMBUDSMAN = auto()
    THING = auto()
    IT = auto()
    THEY = auto()


_BODY = r"(?:council|authority|organisation)"
_PART = (
    r"(?:officers?|staff|teams?|(?:elected )?members?|councillors?|cabinet|committees?|(?:chief )?executives?|leaders?"
    r"|leadership|departments?|directors?|directorate|services?|lawyers?|solicitors?|managers?|colleagues)\b"
)
"""Those through whom a council acts."""
_PERSON = (
    r"(?:complainants?|residents?|tenants?|leaseholders?|landlords?|neighbours?|parents?|mother|father|son|daughter"
    r"|child|children|family|families|woman|man|couple|carers?|people|applicants?|representatives?|advocates?)\b"
)
_PARTY = (
    r"(?:providers?|(?:care|nursing) homes?|contractors?|subcontractors?|compan(?:y|ies)|developers?|agents?"
    r"|agenc(?:y|ies)|trusts?|hospitals?|schools?(?! (?:places?|transport|admissions?|appeals?|year|bus|meals?)\b)"
    r"|academ(?:y|ies)|governors|panel|court|tribunal|inspector(?:ate)?"
    r"|government|ministers?|board|police|partners?|insurers?|associations?)\b"
)
_WORD = rf"(?:(?!(?:{_BODY}|that|and|of|to|in|for|on|by|from|which|the|your|about)\b)[\w'-]+ )"
_OURS = rf"(?:the|your|this) (?:new |former )?{_BODY}"
_NAMES = {  # none begins with "that": it opens a clause, and would take its first word with it
    "part": rf"(?:{_OURS}(?:'s {_WORD}{{0,2}}?| )|your {_WORD}{{0,2}}?|council )(?<!\w){_PART}"
    rf"|(?:officers|staff|members|councillors) (?:at|from|of|in|within) {_OURS}\b|elected members\b",
    "its_part": rf"its {_WORD}{{0,2}}?(?<!\w){_PART}",
    "person": rf"(?:(?:{_OURS}(?:'s)?|an?|the|one|some|his|her|their|this) {_WORD}{{0,2}}?)?(?<!\w){_PERSON}"
    r"|(?:Mr|Mrs|Ms|Miss|Mx|Dr|Lady|Lord|Sir)\.? (?-i:[A-Z])[\w-]*|s?he\b|h(?:is|er)\b",
    "other": rf"(?:(?:{_OURS}(?:'s)?|an?|the|one|some|his|her|their|its|this) {_WORD}{{0,2}}?)?(?<!\w){_PARTY}",
    "council": rf"{_OURS}\b(?! (?:tax|hous|home|flat|propert|estate|area|build))",
    "typed": rf"the (?:county|district|borough|city|metropolitan|unitary|parish|town) {_BODY}\b",
    "one_council": r"(?:an?|one|another|the (?:other|neighbouring|only|same|latter|host|home))"
    rf" {_WORD}{{0,2}}?{_BODY}\b|one of (?:the|our|your) {_WORD}?(?:councils|authorities|organisations)\b",
    "councils": rf"(?:any|no|each|every) {_WORD}{{0,2}}?{_BODY}\b"
    rf"|(?:(?:some|other|many|most|all|several|few|both|these|those|similar) {_WORD}?)?(?:councils|authorities"
    rf"|organisations)\b",
    "ombudsman": r"(?-i:I\b)|we\b|the Ombudsman\b|(?:my|our) (?:office|staff|investigators?|team)\b",
    "you": r"you\b",
    "yours": r"your\b(?! (?:annual )?(?:letters?|statistics|data|figures|performance|page|map|area|region|attention"
    r"|information|county|part of)\b)",
    "it": r"its?\b(?! (?:is|was|has been) (?:\w+ ){0,2}?(?:that|for|to)\b)",
    "they": r"they\b|their\b",
    "named": r"(?-i:(?:[Tt]he )?(?!(?:The|In|At|By|For|From|On|When|After|Before|Although|While|As|But|And|Our|My|Your"
    r"|This|That|These|Those|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|[A-Z][a-z]+ly)\b)[A-Z][\w-]*(?:'[a-rt-z]\w*)?"
    r"(?: (?:(?:and|of|upon|on|with|the|in|for|le) ){0,2}(?!I\b)[A-Z&][\w-]*){0,7})",
    "thing": r"(?:the|an?|one|this|these|those|some|another|each|no|any|our|my) "
    r"(?!(?:last |past |previous )?(?:year|time|occasion|month|week|way|fact|extent|manner|stage)\b)"
    r"(?!(?:the|your|our|my|its|their|his|her|he|she|we|it|they|you|I)\b)[\w-]+",
}
_MENTION = r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _NAMES.items()) + ")"
_WHO = {
    "its_part": Who.IT,
    "one_council": Who.OTHER_COUNCIL,
    "councils": Who.OTHER_COUNCIL,
    "you": Who.COUNCIL,
    "yours": Who.COUNCIL,
}
"""Whom each of these means, where it is not as it is called and does not depend on what else was said."""
BODIES = frozenset([Who.COUNCIL, Who.OTHER_COUNCIL, Who.OTHER])
_BODY_WORD = re.compile(r"\b(?:Council|Borough|Authority|Corporation)\b")
_NO_BODY = re.compile(
    r"\A(?:.*\b(?:Act|Code|Plan|Policy|Scheme|Badge|Regulations|Guidance|Framework|Allowance|Benefit|Credit|Grant"
    r"|Order|Tax|Road|Street|Lane|Protocol|Fund|Needs|Review|Survey)s?"
    r"|(?:(?:Education|Health|Social|Care|Housing|Planning|Adults?|Children's|Services?|and)\b ?)+)\Z"
)
"""Names that are no body's: a law's, a plan's or a benefit's, by their last word, or a service's."""
_PART_OF = re.compile(rf"'s?\s+{_WORD}{{0,2}}?(?<!\w){_PART}", re.IGNORECASE)
"""After the name of a body, those through whom it acts; they may stand before it too."""
_PART_BEFORE = re.compile(
    r"\b(?:officers|staff|members|councillors)\s+(?:at|from|of|in|within)\s+(?:the\s+)?$", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(?:of|to|from|by|with|about|against|for|in|on|at|into|between|despite|following|during|under|over|through"
    r"|without|within|towards|upon|than|unlike|like|including|concerning|regarding|among)\s+$",
    re.IGNORECASE,
)
_LONGEST_PREPOSITION = 12
_SHARE = re.compile(
    r"\b(?:some|many|most|all|several|few|none|each|both|any|half|more|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+)\s+of\s+$",
    re.IGNORECASE,
)
"""What takes a part of a whole, which can be a subject all the same."""
_LONGEST_SHARE = 16
_LONGEST_PART = 30
_OWNERS = frozenset(["its", "their", "his", "her", "your"])


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody is named. An owner is followed by what is theirs; a free mention can be a subject."""

    start: int
    end: int
    who: Who
    is_owner: bool
    is_free: bool
    is_you: bool


class Names:
    """Reads who is named, sentence after sentence of one paragraph.

    `own` are the names of this council. "The Council" is the one that the paragraph spoke of first.
    """

    def __init__(self, own: Collection[str]) -> None:
        self._own = _read_names(tuple(own))
        self._spoken_of: Who | None = None

    def read(self, text: str) -> Iterator[Mention]:
        """Everybody named in the text that follows, in its order."""
        first = len(text) - len(text.lstrip())
        for name, start, end in _find_names(text):
            words = text[start:end]
            is_any = name == "named" and " " not in words and (start == first or _BODY_WORD.fullmatch(words))
            if is_any and not self._is_own(words):
                continue  # any word has a capital at the start, and "Council" names none
            who = self._identify(name, words)
            if (
                self._spoken_of is None
                and name not in {"you", "yours", "councils"}
                and who in {Who.COUNCIL, Who.OTHER_COUNCIL}
            ):
                self._spoken_of = who
            if who in BODIES and (part := _PART_OF.match(text, end)):
                end = part.end()
            is_owner = text[end : end + 2] in {"'s", "' "} or words.casefold() in _OWNERS
            is_part = name == "named" and _PART_BEFORE.search(text, max(start - _LONGEST_PART, 0), start)
            is_free = (
                is_part
                or not _PREPOSITION.search(text, max(start - _LONGEST_PREPOSITION, 0), start)
                or _SHARE.search(text, max(start - _LONGEST_SHARE, 0), start)
            )
            yield Mention(start, end, who, is_owner, bool(is_free), name in {"you", "yours"})

    def _is_own(self, words: str) -> bool:
        """Whether a name as written is one of this council's."""
        return any(_is_same(words, *own) for own in self._own)

    def _identify(self, name: str, words: str) -> Who:
        if name in {"council", "part"}:
            is_yours = "your" in words.casefold().split()
            return Who.COUNCIL if is_yours else self._spoken_of or Who.COUNCIL
        if name == "named":
            named = self._is_own(words)
            if named or _BODY_WORD.search(words):
                return Who.COUNCIL if named else Who.OTHER_COUNCIL
            return Who.THING if _NO_BODY.match(words) else Who.OTHER
        if name == "typed":
            typed = take_apart(words).type_words
            return Who.COUNCIL if any(typed and typed <= own.type_words for _, own in self._own) else Who.OTHER_COUNCIL
        return _WHO.get(name) or Who(name)


@lru_cache(maxsize=1024)
def _find_names(text: str) -> tuple[tuple[str, int, int], ...]:
    """Which of `_NAMES` stand in a sentence and where; kept, as it takes long and the next letter says the same."""
    return tuple((match.lastgroup or "", *match.span()) for match in phrase(_MENTION).finditer(text))


@lru_cache(maxsize=512)
def _read_names(own: tuple[str, ...]) -> tuple[tuple[str, NameParts], ...]:
    """A council's own names folded and taken apart: they are asked for in every paragraph."""
    return tuple((fold(name), take_apart(name)) for name in own)


def _is_same(words: str, folded: str, own: NameParts) -> bool:
    """Whether a name as written is this one, or its core with a body's word and a type that fits."""
    if fold(words).removeprefix("the ") == folded.removeprefix("the "):
        return True
    parts = take_apart(words)
    is_type = parts.type_words == own.type_words or not parts.type_words or not own.type_words
    return parts.core == own.core and is_type and bool(_BODY_WORD.search(words))
