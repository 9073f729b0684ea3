"""What is doubtful in a letter, gathered while it is read."""

from db.model import Doubt, DoubtCode, Parameter, Quote


class DoubtCollector:
    """Takes every doubt about one letter, in the order in which they are met."""

    def __init__(self) -> None:
        self._doubts: list[Doubt] = []

    def add(self, code: DoubtCode, about: str | None, *quotes: Quote | None, **parameters: Parameter) -> None:
        """Note a doubt about a measure, a table or a part of the heading; quotes that are not known are left out."""
        known = [quote for quote in quotes if quote]
        self._doubts.append(Doubt.of(code, None if about is None else str(about), known, **parameters))

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """All of them."""
        return tuple(self._doubts)
