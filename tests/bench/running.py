"""How a bench is run: what may be asked of it on the command line, and its results printed as they come."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.results import Result, write_head, write_row


class Options(NamedTuple):
    """How a bench is to be run: a tenth of the sizes, how often, and beside which other checkout of upheld."""

    is_small: bool = False
    runs: int | None = None
    before: Path | None = None

    def size(self, full: int) -> int:
        """That many, or a tenth of them for a quick look."""
        return full // 10 if self.is_small else full

    def rounds(self, usual: int) -> int:
        """How often to measure: as often as was asked for, else as usual for what is measured."""
        return self.runs or (max(usual // 2, 2) if self.is_small else usual)


Bench = Callable[[Options], Iterator[Result]]
"""Measures, and gives a result for each of its bars as soon as it is there."""


def run_alone(bench: Bench) -> None:
    """The command of one bench."""
    parser = _make_parser(sys.modules["__main__"].__doc__)
    _print_results([bench], parser.parse_args())


def run_named(benches: Mapping[str, Bench]) -> None:
    """The command of all of them: those that are named, or every one."""
    parser = _make_parser(f"Run the benches named, or all: {', '.join(benches)}.")
    parser.add_argument("names", nargs="*", choices=[*benches, []], metavar="NAME")
    arguments = parser.parse_args()
    _print_results([benches[name] for name in arguments.names or benches], arguments)


def _make_parser(description: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--small", action="store_true", help="a tenth of the sizes, and fewer rounds: a quick look")
    parser.add_argument("--runs", type=int, metavar="N", help="rounds in which each is measured, in turn")
    parser.add_argument("--before", type=Path, metavar="FOLDER", help="another checkout of upheld to parse beside")
    parser.add_argument("--markdown", action="store_true", help="print a table for a page in Markdown")
    return parser


def _print_results(benches: Sequence[Bench], arguments: argparse.Namespace) -> None:
    """Print each result as it comes; what a bench fails with is told, and the next one runs."""
    options = Options(is_small=arguments.small, runs=arguments.runs, before=arguments.before)
    if options.is_small:
        sys.stdout.write("Every size is a tenth of the one named.\n\n")
    sys.stdout.write(f"{write_head(is_markdown=arguments.markdown)}\n")
    for bench in benches:
        try:
            for result in bench(options):
                sys.stdout.write(f"{write_row(result, is_markdown=arguments.markdown)}\n")
                sys.stdout.flush()
        except (TimeoutError, subprocess.CalledProcessError) as error:
            sys.stderr.write(f"{bench.__module__} has failed: {error}\n")
