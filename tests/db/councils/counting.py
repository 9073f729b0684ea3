"""Counts what is asked of the register and of what finds in it, so that a test can say how often that is."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from db.councils.finder import Candidates, CouncilFinder
from db.councils.query import Query
from db.councils.register import Lookup, Register


@dataclass(kw_only=True)
class Questions:
    """The names looked up in the register, and those that councils were found for, whole register included."""

    looked_up: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


def count_questions(monkeypatch: pytest.MonkeyPatch) -> Questions:
    """Note every question from here on."""
    questions = Questions()
    look_up, weigh = Register.look_up, CouncilFinder.weigh

    def count_look_up(self: Register, written: str, on: date | None = None) -> Lookup:
        """Note a name looked up."""
        questions.looked_up.append(written)
        return look_up(self, written, on)

    def count_weigh(self: CouncilFinder, query: Query, *, is_known: bool | None = None) -> Candidates:
        """Note a name that councils are found for."""
        questions.found.append(query.folded)
        return weigh(self, query, is_known=is_known)

    monkeypatch.setattr(Register, "look_up", count_look_up)
    monkeypatch.setattr(CouncilFinder, "weigh", count_weigh)
    return questions
