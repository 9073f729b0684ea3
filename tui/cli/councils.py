"""`upheld councils`: which councils have letters here, or all that the register knows."""

from db import json_output
from db.councils.register import Register
from db.councils.resolve import Resolver
from db.model import CouncilEntry
from tui.cli.context import NoAnswer, Question, note, opened, say, say_json
from tui.draw import labels


def councils(question: Question, typed: str, everyone: bool) -> int:
    """Answer `upheld councils [QUERY] [--all]`, best match first; the exit code."""
    entries = list(_here(question, everyone))
    if everyone:
        names = {entry.council.name for entry in entries}
        others = [council for council in Register.load().councils if council.name not in names]
        entries.extend(CouncilEntry(0, council, ()) for council in others)
    found = [match.entry for match in Resolver(entries).find(typed)]
    if not found and typed:
        more = "" if everyone else " Add --all to look among councils without letters too."
        raise NoAnswer("not_found", f"No council matches.{more}")
    if question.as_json:
        say_json(json_output.councils(found))
        return 0
    if not found:
        note("The library has no letters yet. Import some with: upheld import FILE")
    for entry in found:
        years = ", ".join(str(year) for year in entry.years) or "no letters here"
        say(f"{entry.council.name} ({labels.COUNCIL_TYPES[entry.council.type]}): {years}")
    return 0


def _here(question: Question, everyone: bool) -> tuple[CouncilEntry, ...]:
    """The councils with letters; none, where all are asked for and there is no library yet."""
    if everyone and not question.library.exists():
        return ()
    with opened(question) as library:
        return library.councils()
