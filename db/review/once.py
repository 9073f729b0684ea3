"""Doubts of very many letters, held in little memory: what they say is mostly the same, over and over."""

from collections.abc import Iterable
from operator import is_

from db.model import Doubt, NamedParameter, Parameter, Quote


class Once:
    """Of equal words, places and parameters in all that it is given to keep, the first, so that each is held once."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._quotes: dict[tuple[Quote, ...], tuple[Quote, ...]] = {}
        # By the type too: 0 and 0.0 are equal, and not written alike.
        self._numbers: dict[tuple[int, type], int] = {}
        self._parameters: dict[tuple[NamedParameter, type], NamedParameter] = {}
        self._lists: dict[tuple[Doubt, ...], tuple[Doubt, ...]] = {}

    def keep_text(self, text: str) -> str:
        """The same words."""
        return self._texts.setdefault(text, text)

    def keep_number(self, number: int) -> int:
        """The same number."""
        return self._numbers.setdefault((number, type(number)), number)

    def keep_doubts(self, doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
        """The same doubts."""
        kept = tuple(self._keep_doubt(doubt) for doubt in doubts)
        known = self._lists.setdefault(kept, kept)
        return known if all(map(_is_written_alike, known, kept)) else kept

    def _keep_doubt(self, doubt: Doubt) -> Doubt:
        """The same doubt."""
        return Doubt(
            code=doubt.code,
            about=None if doubt.about is None else self.keep_text(doubt.about),
            quotes=self._quotes.setdefault(doubt.quotes, doubt.quotes),
            parameters=tuple(self._keep_parameter(*each) for each in doubt.parameters),
        )

    def _keep_parameter(self, name: str, value: Parameter) -> NamedParameter:
        """The same parameter."""
        named = (name, self.keep_text(value) if isinstance(value, str) else value)
        return self._parameters.setdefault((named, type(value)), named)


def _is_written_alike(doubt: Doubt, other: Doubt) -> bool:
    """Whether two equal doubts, whose parameters are held once, have the very same ones."""
    return all(map(is_, doubt.parameters, other.parameters))
