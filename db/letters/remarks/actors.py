"""Which of those named in a sentence does an act, or owns what is spoken of.

The doer of an act is looked for as a reader does: in the act's clause first, then in the clauses it is joined to. A
name behind a preposition ("by the Council") is no subject.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from db.letters.remarks.names import BODIES, Mention, Names, Who

_BOUNDARY = re.compile(
    r"(?:[,;:()]\s*|\s-\s)?\b(?P<word>and|but|or|yet|having|which|who|that|because|since|while|whilst|although|though"
    r"|after|before|until|when|once|where|wherever|whenever|if|unless|whether|why|how)\b|[,;:()]|\s-\s",
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
_DOING = re.compile(r"\w+ing\b", re.IGNORECASE)
_NEAR = 60
_STANDS_FOR = {Who.IT: BODIES, Who.THEY: BODIES | {Who.PERSON}}
"""Whom these can stand for."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence, and the word or mark that opens it ("" at the sentence's start)."""

    start: int
    end: int
    opener: str


class Paragraph:
    """A paragraph, sentence by sentence: in it "the Council" and "it" may be one that it spoke of before.

    `own` are the names of this council.
    """

    _spoken_of = frozenset({Who.COUNCIL})
    _bodies: frozenset[Who | None] = frozenset()

    def __init__(self, own: Collection[str]) -> None:
        self._own = own

    def read_actors(self, sentences: Sequence[str]) -> "Actors":
        """Who is named in the last of the sentences that follow those read before."""
        *passed, last = sentences
        for sentence in passed:
            self._read(sentence)
        return self._read(last)

    @cached_property
    def _names(self) -> Names:
        return Names(self._own)

    def _read(self, sentence: str) -> "Actors":
        actors = Actors(sentence, tuple(self._names.read(sentence)), self._spoken_of, self._bodies)
        self._spoken_of = actors.find_spoken_of()
        self._bodies |= actors.list_bodies()
        return actors


class Actors:
    """Everybody named in a sentence; `earlier` are those whom "it" and "they" can mean from the ones before it.

    `bodies` are all that its paragraph has named before.
    """

    def __init__(
        self, text: str, mentions: tuple[Mention, ...], earlier: frozenset[Who], bodies: frozenset[Who | None]
    ) -> None:
        self.text = text
        self.mentions = mentions
        self._earlier = earlier
        self._bodies = bodies
        self._meanings = {one.start: who for one, who in zip(mentions, _resolve_all(mentions, earlier), strict=True)}

    def find_spoken_of(self) -> frozenset[Who]:
        """Whom "it" and "they" can mean in the next sentence: all spoken of here; where no body is, the last ones."""
        meant = set(self._meanings.values())
        spoken_of = frozenset(who for who in meant if who in _STANDS_FOR[Who.THEY])
        if not spoken_of or None in meant:
            return spoken_of | self._earlier
        return spoken_of if spoken_of & BODIES else spoken_of | (self._earlier & BODIES)

    def find_clauses(self, at: int) -> Iterator[Clause]:
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

    def find_doer(self, at: int) -> Who | None:
        """Who does the act at this place; None where nobody is said to."""
        for clause in self.find_clauses(at):
            within = [one for one in self.mentions if clause.start <= one.start and one.end <= clause.end]
            free = [one for one in within if one.is_free]
            if within and clause.end == at and self._is_doing(within[-1], at):
                return self._resolve(within[-1])
            if self._is_verb_first(clause, at, free):
                continue
            if free:
                is_next = clause.end == at and _ADVERBS.fullmatch(self.text, free[-1].end, at)
                mention = free[-1] if is_next else free[0]
                who = Who.THING if mention.is_owner else self._resolve(mention)
                return who if is_next or self._is_main_verb(clause, at, who) else None
            if clause.opener in _RELATIVE:
                return next((self._resolve(one) for one in reversed(self.mentions) if one.end <= clause.start), None)
        return None

    def _is_doing(self, mention: Mention, at: int) -> bool:
        """Whether the act is this one's though a preposition stands before it ("a pattern of the Council failing")."""
        return not mention.is_owner and bool(_DOING.match(self.text, at)) and self.text[mention.end : at].isspace()

    def _is_verb_first(self, clause: Clause, at: int, free: list[Mention]) -> bool:
        """Whether a joined clause before the act's has no subject of its own ("..., and told the family")."""
        if clause.end == at or clause.opener not in {","} | _JOINING or not free:
            return False
        return not _ADVERBIAL.match(self.text, clause.start, free[0].start)

    def _is_main_verb(self, clause: Clause, at: int, who: Who | None) -> bool:
        """Whether an act some way behind its clause's subject is that one's.

        In "The trust that the Council funds refused" it is the trust's, of which the clause says something.
        """
        if clause.end != at or clause.opener not in _RELATIVE:
            return True
        before = [one for one in self.mentions if one.end < clause.start]
        is_about = bool(before) and not self.text[before[-1].end : clause.start - len(clause.opener)].strip(", \n")
        return not is_about or self._resolve(before[-1]) is who

    def find_owner(self, start: int, end: int) -> Who | None:
        """Whose the noun between these places is ("the Council's ...", "... by the Council"); None where unsaid."""
        for mention in self.mentions:
            if mention.is_owner and mention.end <= start and _OWNED.fullmatch(self.text, mention.end, start):
                return self._resolve(mention)
            between = self.text[min(start, mention.start) : mention.start]
            is_near = mention.start - end < _NEAR and not _BOUNDARY.search(self.text, end, mention.start)
            if mention.start > start and is_near and _DOER.search(between):
                return self._resolve(mention)
        return None

    def find_first_council(self, start: int, end: int) -> Who | None:
        """The first council named between these places: this one or another; None where there is none."""
        within = (self._resolve(one) for one in self.mentions if start <= one.start < end)
        return next((who for who in within if who in {Who.COUNCIL, Who.OTHER_COUNCIL}), None)

    def list_bodies(self) -> set[Who | None]:
        """What bodies the sentence speaks of, apart from the Ombudsman and persons."""
        bodies = {self._resolve(mention) for mention in self.mentions} - {Who.PERSON, Who.OMBUDSMAN, Who.THING}
        if bodies == {Who.COUNCIL, None} and self._earlier & BODIES <= {Who.COUNCIL}:
            bodies.remove(None)  # "their" is this council's or a person's
        return bodies

    def has_no_bodies(self) -> bool:
        """Whether neither the sentence nor its paragraph before it has named a body."""
        return not self.list_bodies() and not self._bodies

    def has_named(self, who: Who) -> bool:
        """Whether the sentence names such a one."""
        return any(mention.who is who for mention in self.mentions)

    def concerns_only(self, who: Who) -> bool:
        """Whether the sentence speaks of this body alone; where it names none, whether its paragraph did before it."""
        return (self.list_bodies() or self._bodies) == {who}

    def has_in_clause(self, who: Who, start: int, end: int) -> bool:
        """Whether this body is named in the clause of what stands between these places."""
        return any(
            self._resolve(one) is who and not self._is_parted(min(end, one.end), max(start, one.start))
            for one in self.mentions
        )

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether a clause ends between these places; one that says more of a noun ("which ...") goes on with it."""
        boundaries = _BOUNDARY.finditer(self.text, start, end)
        return any((match["word"] or "").casefold() not in _RELATIVE for match in boundaries)

    def _resolve(self, mention: Mention) -> Who | None:
        """Whom a mention means; None where that can be several."""
        return self._meanings[mention.start]


def _resolve_all(mentions: Iterable[Mention], earlier: frozenset[Who]) -> Iterator[Who | None]:
    """Whom each mention means: one that stands for a name, the only one it can; None where it can be several."""
    named: set[Who] = set()
    for mention in mentions:
        if mention.who in _STANDS_FOR:
            possible = named & _STANDS_FOR[mention.who] or earlier & _STANDS_FOR[mention.who]
            yield next(iter(possible)) if len(possible) == 1 else None
        else:
            named.add(mention.who)
            yield mention.who
