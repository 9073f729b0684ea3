"""`upheld read`: the words of a letter as they are stored, which is what every quote is a place in."""

from db import json_output
from tui.cli.context import Question, note, opened, say, say_json, the_council, the_letters


def read(question: Question, council: str, year: int | None) -> int:
    """Answer `upheld read COUNCIL [--year Y]`, the newest letter if no year is asked for; the exit code."""
    with opened(question) as library:
        entry = the_council(library, council)
        stored = the_letters(library, entry, year)[0]
    if question.as_json:
        say_json(json_output.text(stored))
        return 0
    note(f"{entry.council.name}, {stored.letter.year or 'year not known'}, from {stored.source.name}")
    say(stored.letter.text)
    return 0
