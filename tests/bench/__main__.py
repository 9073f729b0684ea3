"""All benches, or those named: `python -m tests.bench [NAMES] [--small] [--runs N] [--markdown]`."""

from tests.bench import (
    find_councils,
    import_pdfs,
    import_stalls,
    import_texts,
    keys,
    library_size,
    memory,
    parse_letters,
    read_in_processes,
    search_words,
    show,
    start,
)
from tests.bench.running import Bench, run_named

BENCHES: dict[str, Bench] = {
    module.__name__.rpartition(".")[2]: module.measure
    for module in (
        start,
        keys,
        find_councils,
        import_texts,
        parse_letters,
        read_in_processes,
        import_pdfs,
        import_stalls,
        search_words,
        show,
        memory,
        library_size,
    )
}
"""Each bench by the name of its file."""

if __name__ == "__main__":
    run_named(BENCHES)
