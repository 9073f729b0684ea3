"""Parts that letters read together have in common, held once: a year may be there in many copies."""

from collections.abc import Hashable
from typing import Any, TypeVar

from db.model import Measure

Part = TypeVar("Part", bound=Hashable)


class EqualParts:
    """Of equal parts of letters, the first. It is to live no longer than the letters are read."""

    def __init__(self) -> None:
        self._parts: dict[Hashable, Any] = {}

    def keep(self, part: Part) -> Part:
        """The same part: one whose numbers are whole, so that equal ones are written alike."""
        return self._keep(part, part)

    def keep_measures(self, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
        """The same measures, written alike: 80 and 80.0 are equal, and not printed so."""
        written = [(repr(each.rate), repr(each.average)) for each in measures]
        return self._keep((measures, *written), measures)

    def _keep(self, key: Hashable, part: Part) -> Part:
        kept: Part = self._parts.setdefault(key, part)
        return kept
