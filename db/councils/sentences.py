"""What is said of a typed name: why no one council with letters here is meant by it, or whom it was taken to mean.

Whoever shows a sentence adds how to go on from there.
"""

from collections.abc import Sequence

from db.councils.succession import list_successors
from db.model import Council
from db.text.clean import one_line

_MOST_NAMED = 3


def describe_ambiguity(typed: str, councils: int) -> str:
    """That so many councils could be meant; without a full stop, for what to do about it."""
    return f'"{one_line(typed)}" could be one of {councils} councils'


def describe_unknown(typed: str) -> str:
    """That none is called so."""
    return f'No council with letters here is called "{one_line(typed)}".'


def describe_known(councils: Sequence[Council]) -> str:
    """That these are known, but there is no letter to them here, and what one became that is gone; at least one."""
    if len(councils) == 1 and (fate := describe_fate(councils[0])):
        return f"No letter to {councils[0].name} here. {fate}"
    if len(councils) == 1:
        return f"{councils[0].name} is known, but there is no letter to it here."
    return f"{_join_names(councils, 'and')} are known, but there is no letter to them here."


def describe_absence(councils: Sequence[Council]) -> str:
    """That there is no letter to any of these, and what one became that is gone; at least one."""
    fate = describe_fate(councils[0]) if len(councils) == 1 else ""
    return f"There is no letter to {_join_names(councils, 'or')} here. {fate}".rstrip()


def describe_fate(council: Council) -> str:
    """What a council became, and when; empty for one that exists, or whose successor the register does not know."""
    successors = list_successors(council)
    if council.abolished_on is None or not successors:
        return ""
    return f"It became {_join_names(successors, 'and')} in {council.abolished_on.year}."


def describe_stand_in(taken: Council, absent: Sequence[Council]) -> str:
    """That a council was taken to be meant, as those that bear the name have no letter here; at least one."""
    return f"Taken to mean {taken.name}: there is no letter to {_join_names(absent, 'or')} here."


def describe_passed_over(taken: Council, abolished: Sequence[Council]) -> str:
    """That a council was taken to be meant, and not those abolished that bore the name; at least one."""
    others = " or ".join(
        f"{council.name}, abolished on {council.abolished_on.day} {council.abolished_on:%B %Y}"
        for council in abolished
        if council.abolished_on is not None
    )
    return f"Taken to mean {taken.name}, not {others}."


def _join_names(councils: Sequence[Council], joint: str) -> str:
    """The names of councils in a sentence, joined by `joint` ("and", "or"); of many, some and how many more."""
    names = [council.name for council in councils]
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1} others"]
    *first, last = names
    return f"{', '.join(first)} {joint} {last}" if first else last
