"""`upheld search`: words in all letters, best match first, with what stands around them."""

from db import json_output
from tui.cli.context import NoAnswer, Question, opened, say, say_json, the_council
from tui.draw.labels import counted


def search(question: Question, typed: str, council: str | None, year: int | None, limit: int) -> int:
    """Answer `upheld search WORDS... [--council C] [--year Y]`; the exit code."""
    with opened(question) as library:
        entry = the_council(library, council) if council else None
        page = library.search(typed, entry.id if entry else None, year, limit)
    if not page.hits:
        raise NoAnswer("not_found", "No letter here has those words.")
    if question.as_json:
        say_json(json_output.search(page))
        return 0
    for hit in page.hits:
        say(f"{hit.council}, {hit.year or 'year not known'}")
        say(f"    {' '.join(hit.context.split())}")
    if page.total > len(page.hits):
        say(f"{len(page.hits)} of {counted(page.total, 'letter')} shown; see more with --limit {page.total}.")
    return 0
