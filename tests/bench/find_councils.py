"""How quickly and how well councils are found, beside rapidfuzz's WRatio over the same names.

Queries are labelled by hand, and made by machine with a slip each, over the whole register.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from db.councils.finder import CouncilFinder
from db.councils.register import Register
from db.model import Council
from tests.bench.council_queries import LABELLED, MadeQuery, is_named, made_queries, rank_answer
from tests.bench.measuring import Figures, clock_ms, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 7


def measure(options: Options) -> Iterator[Result]:
    """All labelled queries by the finder and by WRatio, in turn; then how often each has the council meant first."""
    from rapidfuzz import fuzz, process

    councils = Register.load().councils
    finder = CouncilFinder(councils)
    lower = [council.name.lower() for council in councils]
    rate = partial(process.extract, choices=lower, scorer=fuzz.WRatio, limit=10)
    queries = list(LABELLED)
    finder.find("birmingam")
    ours, theirs = take_turns(
        options.rounds(_RUNS),
        lambda: _time_query(finder.find, queries),
        lambda: _time_query(lambda query: rate(query.lower()), queries),
    )
    yield Result("find", ours, theirs)
    firsts = sum(councils[rate(query.lower())[0][2]].name == meant for query, meant in LABELLED.items())
    labelled = [MadeQuery("by hand", text, is_named(name)) for text, name in LABELLED.items()]
    yield Result(
        "find-first",
        Figures((_share_first(finder, labelled),)),
        Figures((100 * firsts / len(LABELLED),)),
        details=tuple(_describe_kinds(finder, councils)),
    )


def _time_query(ask: Callable[[str], object], queries: Sequence[str]) -> float:
    """Milliseconds of a query, all of them asked one after the other."""

    def ask_all() -> None:
        for query in queries:
            ask(query)

    return clock_ms(ask_all) / len(queries)


def _share_first(finder: CouncilFinder, queries: Sequence[MadeQuery], places: int = 1) -> float:
    """Of how many in a hundred the council meant is among the first."""
    return 100 * sum(rank_answer(finder, query) < places for query in queries) / len(queries)


def _describe_kinds(finder: CouncilFinder, councils: Sequence[Council]) -> Iterator[str]:
    """How often an answer comes first where names have a slip, for each kind of slip."""
    of_kind: dict[str, list[MadeQuery]] = {}
    for query in made_queries(councils):
        of_kind.setdefault(query.kind, []).append(query)
    for kind, queries in of_kind.items():
        first, among_three = (_share_first(finder, queries, places) for places in (1, 3))
        yield f"{kind:16} {len(queries):5} queries: first {first:5.1f} %, among three {among_three:5.1f} %"


if __name__ == "__main__":
    run_alone(measure)
