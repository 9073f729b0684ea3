"""A council made ready to be found: each way of writing its name, in words, letters and initials."""

from collections.abc import Sequence
from sys import intern

from db.councils import tiers
from db.councils.names import SPOKEN_WORDS, NameParts, fold, take_apart
from db.councils.query import Query, drop_small_words
from db.model import Council, CouncilType


class IndexedCouncil:
    """A council with its names prepared, `aliases` being those beside its own; says in which tier it matches.

    `own` are its own names, run together, and `others` what else it goes by.
    """

    __slots__ = (
        "_core",
        "_letters",
        "core_letters",
        "council",
        "folded",
        "forms",
        "handicap",
        "is_abolished",
        "is_other",
        "others",
        "own",
        "type_words",
    )

    def __init__(self, council: Council, aliases: Sequence[str]) -> None:
        parts = take_apart(council.name)
        self.council = council
        self.type_words = parts.type_words
        self.folded = fold(council.name)
        self.is_other = council.type is CouncilType.OTHER and not self.has_word("council")
        core = self.folded if self.is_other or not parts.core else parts.core
        others = [fold(alias) for alias in aliases]
        apart = [_keep_whole(alias) if self.is_other else take_apart(alias) for alias in others]
        cores = [core, *(other.core or alias for other, alias in zip(apart, others, strict=True))]
        ends = [alias.removesuffix(" council") for alias in others]
        bare = [core, *(other.core for other in apart if not other.type_words)]
        self.core_letters = core.replace(" ", "")
        self.is_abolished = council.abolished_on is not None
        self.handicap = min(len(core), 60) / 100 + self.is_abolished + 2 * self.is_other
        forms = list(dict.fromkeys(drop_small_words(form.split()) for form in cores))
        spoken = [_spell_by_ear(form) for form in forms if not SPOKEN_WORDS.keys().isdisjoint(form)]
        # Hundreds of councils have a few words in common, which are kept once.
        self.forms = tuple(tuple(map(intern, form)) for form in (*forms, *spoken))
        own = dict.fromkeys(("".join(self.forms[0]), self.core_letters, self.folded.replace(" ", "")))
        called = dict.fromkeys(map("".join, spoken))
        called |= dict.fromkeys("".join(drop_small_words(form.split())) for form in bare)
        called |= dict.fromkeys(form.replace(" ", "") for form in (*bare, *others, *ends))
        self.own = tuple(own)
        self.others = tuple(letters for letters in called if letters not in own)
        self._core = core
        self._letters = " ".join(["", *self.others, *self.own, *(form.replace(" ", "") for form in cores)])

    def list_initials(self) -> frozenset[str]:
        """The initials of its core and of its whole name, small words counted or not, with and without a type."""
        bare = set()
        for name in (self._core, self.folded):
            for words in (name.split(), drop_small_words(name.split())):
                bare.add("".join(word[0] for word in words))
        with_type = {initials + ending for initials in bare for ending in ("c", "bc", "cc", "dc")}
        return frozenset(initials for initials in bare | with_type if len(initials) > 1)

    def is_called(self, type_words: frozenset[str]) -> bool:
        """Whether there are words for a type, and its own name has them too."""
        return bool(type_words) and type_words <= self.type_words

    def has_word(self, start: str) -> bool:
        """Whether a word of its whole name starts so."""
        return f" {start}" in f" {self.folded}"

    def starts_with(self, letters: str) -> bool:
        """Whether one of its names, run together, starts with these letters."""
        return f" {letters}" in self._letters

    def grade_words(self, words: tuple[str, ...]) -> float:
        """The tier it matches in if each typed word starts a word of one way of writing its name, else 0."""
        key = " ".join(words)
        own = _grade_form(self.forms[0], words, key)
        others = max((_grade_form(form, words, key) for form in self.forms[1:]), default=0.0)
        return max(own, others - tiers.OTHER_NAME)

    def grade_letters(self, query: Query) -> float:
        """The tier it matches in by letters alone, spaces left out, else 0."""
        if self.starts_with(query.letters):
            own = any(name.startswith(query.letters) for name in (self.core_letters, self.folded.replace(" ", "")))
            return (tiers.START if query.words else tiers.TYPE_START) - (0.0 if own else tiers.OTHER_NAME)
        if query.words:
            return tiers.INSIDE if query.letters in self._letters else 0.0
        return tiers.TYPE if all(self.has_word(word) for word in query.folded.split()) else 0.0


def _spell_by_ear(form: tuple[str, ...]) -> tuple[str, ...]:
    """A way of writing a name, as somebody writes it who has only heard it."""
    return tuple(SPOKEN_WORDS.get(word, word) for word in form)


def _keep_whole(alias: str) -> NameParts:
    """The alias of a body that is no council: its words for a type are part of its name."""
    return NameParts(core=alias, type_words=frozenset())


def _grade_form(form: tuple[str, ...], words: tuple[str, ...], key: str) -> float:
    """The tier of typed words against one way of writing a name, else 0. `key` is the words with spaces."""
    whole = " ".join(form)
    if whole.startswith(key):
        return tiers.WHOLE_WORDS if len(whole) == len(key) or whole[len(key)] == " " else tiers.START
    rest = iter(form)
    if all(any(own.startswith(word) for own in rest) for word in words):
        return tiers.IN_ORDER
    left = list(form)
    for word in sorted(words, key=len, reverse=True):
        begun = next((own for own in left if own.startswith(word)), None)
        if begun is None:
            return 0.0
        left.remove(begun)
    return tiers.ANY_ORDER
