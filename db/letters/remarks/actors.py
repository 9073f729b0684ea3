"""Which of those named in a sentence does an act, or owns what is spoken of.

The doer of an act is looked for as a reader does: in the act's clause first, then in the clauses it is joined to. A
name behind a preposition ("by the Council") is no subject.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from db.letters.remarks.names import BODIES, Mention, Names, Who

_BOUNDARY = re.compile(
    r"(?:[,;:()]\s*|\s-\s)?\b(?P<word>and|but|or|yet|having|which|who|that|because|since|while|whilst|although|though|after"
    r"|before|until|when|once|where|wherever|whenever|if|unless|whether|why|how)\b|[,;:()]|\s-\s",
    re.IGNORECASE,
)
_JOINING = frozenset(["and", "but", "or", "yet", "having"])
_RELATIVE = frozenset(["which", "who", "that"])
_ADVERBS = re.compile(
    r"(?:'s)?(?:\s+(?:\w+ly|also|has|have|had|was|were|is|are|been|then|again|twice|once|often|still|even|itself|since"
    r"|now|at|first|not|never|too|did|does|do|both|so))*\s*",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\s*(?:$|(?:\w+ly|also|then|now|later|so|even|only|this|last|in|on|at|by|for|from|as|with|despite|during)\b)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:'s?)?(?:\s+[\w-]+){0,3}\s*")
_DOER = re.compile(r"\b(?:by|from|on the part of)\s+$", re.IGNORECASE)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence, and the word or mark that opens it ("" at the sentence's start)."""

    start: int
    end: int
    opener: str


class Paragraph:
    """Reads a paragraph sentence by sentence: in it "the Council" and "it" may be one that it spoke of before.

    `own` are the names of this council; the paragraph begins at `start` of the text.
    """

    def __init__(self, text: str, start: int, own: Collection[str]) -> None:
        self._text = text
        self._read_to = start
        self._names = Names(own)
        self._spoken_of = Who.COUNCIL

    def actors(self, start: int, end: int) -> "Actors":
        """Who is named in the sentence between these places, which stands after those already asked for."""
        self._read(self._read_to, start)
        earlier = self._spoken_of
        return Actors(self._text[start:end], self._read(start, end), earlier)

    def _read(self, start: int, end: int) -> tuple[Mention, ...]:
        mentions = tuple(self._names.read(self._text[start:end]))
        self._spoken_of = next((one.who for one in reversed(mentions) if one.who in BODIES), self._spoken_of)
        self._read_to = end
        return mentions


class Actors:
    """Everybody named in a sentence; `earlier` is whom the one before spoke of last."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], earlier: Who) -> None:
        self.text = text
        self.mentions = mentions
        self._earlier = earlier

    def clauses(self, at: int) -> Iterator[Clause]:
        """The clause of the act at this place, and before it those to which it is joined, the nearest first.

        An act after a comma continues the main clause, so what stands between ("despite ...", "which ...") is left out;
        a semicolon or colon ends what went before.
        """
        found = [Clause(0, at, "")]
        for match in _BOUNDARY.finditer(self.text, 0, at):
            found[-1] = Clause(found[-1].start, match.start(), found[-1].opener)
            mark = ";" if match.group().strip()[:1] in {";", ":"} else ","
            found.append(Clause(match.end(), at, (match["word"] or mark).casefold()))
        is_joined = True
        for clause in reversed(found):
            if is_joined or clause.opener in {"", ",", "that"} | _JOINING:
                yield clause
                is_joined = clause.opener in _JOINING
            if clause.opener == ";":
                return

    def subject(self, at: int) -> Who | None:
        """Who does the act at this place; None where nobody is said to."""
        for clause in self.clauses(at):
            within = [one for one in self.mentions if clause.start <= one.start and one.end <= clause.end]
            free = [one for one in within if one.is_free]
            if self._is_verb_first(clause, at, free):
                continue
            if free:
                is_next = clause.end == at and _ADVERBS.fullmatch(self.text, free[-1].end, at)
                mention = free[-1] if is_next else free[0]
                return Who.THING if mention.is_owner else self._meant(mention)
            if clause.opener in _RELATIVE:
                return next((self._meant(one) for one in reversed(self.mentions) if one.end <= clause.start), None)
        return None

    def _is_verb_first(self, clause: Clause, at: int, free: list[Mention]) -> bool:
        """Whether a joined clause before the act's has no subject of its own ("..., and told the family")."""
        if clause.end == at or clause.opener not in {","} | _JOINING or not free:
            return False
        return not _ADVERBIAL.match(self.text, clause.start, free[0].start)

    def owner(self, start: int, end: int) -> Who | None:
        """Whose the noun between these places is ("the Council's ...", "... by the Council"); None where unsaid."""
        for mention in self.mentions:
            if mention.is_owner and mention.end <= start and _OWNED.fullmatch(self.text, mention.end, start):
                return self._meant(mention)
            between = self.text[min(start, mention.start) : mention.start]
            is_near = mention.start - end < _NEAR and not _BOUNDARY.search(self.text, end, mention.start)
            if mention.start > start and is_near and _DOER.search(between):
                return self._meant(mention)
        return None

    def first_council(self, start: int, end: int) -> Who | None:
        """The first council named between these places: this one or another; None where there is none."""
        within = (self._meant(one) for one in self.mentions if start <= one.start < end)
        return next((who for who in within if who in {Who.COUNCIL, Who.OTHER_COUNCIL}), None)

    def bodies(self) -> set[Who | None]:
        """What bodies the sentence speaks of, apart from the Ombudsman and persons."""
        apart = {Who.PERSON, Who.OMBUDSMAN, Who.THING}
        return {self._meant(mention) for mention in self.mentions} - apart

    def _meant(self, mention: Mention) -> Who | None:
        """Whom a mention means: one that stands for a name, the only one it can; None where it can be several."""
        if mention.who not in {Who.IT, Who.THEY}:
            return mention.who
        possible = {*BODIES, Who.PERSON} if mention.who is Who.THEY else BODIES
        named = {one.who for one in self.mentions if one.end <= mention.start and one.who in possible}
        return (named or {self._earlier}).pop() if len(named) < 2 else None
