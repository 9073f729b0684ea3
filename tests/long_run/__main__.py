"""The long run, or the kinds of it that are named: `python -m tests.long_run [KIND...] [--minutes M] [--seed N]`.

Prints for each kind how many tries there were, how many failed, how many answered otherwise in silence, and the
seconds; and of each failure the command that repeats it. What hangs on the moment, as a kill does, is repeated only in
what is done, not in where it falls. Exits with 1 where anything has failed.
"""

import argparse
import os
import signal
import sys
from tempfile import TemporaryDirectory

from tests.long_run import faults, files, kills, libraries, screens
from tests.long_run.attack import Attack
from tests.long_run.report import list_others, write_finding, write_head, write_row, write_skipped
from tests.long_run.running import Share, run, run_in_processes

ATTACKS: dict[str, Attack] = {
    one.name: one for one in (files.FILES, libraries.LIBRARIES, kills.KILLS, faults.FAULTS, screens.SCREENS)
}
_MINUTE = 60.0


def main() -> int:
    """Run what was asked for; the exit code."""
    arguments = _parse_arguments()
    for number in (signal.SIGINT, signal.SIGTERM):  # both end it with its figures
        signal.signal(number, signal.default_int_handler)
    names = arguments.kinds or list(ATTACKS)
    share = Share(seed=arguments.seed, seconds=arguments.minutes * _MINUTE / len(names), tries=arguments.tries)
    rows, has_failed = [write_head()], False
    with TemporaryDirectory(prefix="upheld-long-run-") as home:
        # What goes wrong is logged there, and nothing of the user's own is read or written.
        os.environ.update(HOME=home, XDG_STATE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        for name in names:
            attack = ATTACKS[name]
            missing = attack.explain_missing()
            if missing:
                rows.append(write_skipped(name, missing))
                _say(rows[-1])
                continue

            def tell(seed: int, what: str, name: str = name) -> None:
                _say(write_finding(name, seed, what))

            if arguments.processes == 1:
                tally = run(attack, share, tell)
            else:
                tally = run_in_processes(attack, share, arguments.processes, tell)
            for line in list_others(name, tally):
                _say(line)
            rows.append(write_row(name, tally))
            _say(rows[-1])
            has_failed = has_failed or bool(tally.failures)
            if tally.ends["interrupted"]:
                break
    _say("\n" + "\n".join(rows))
    return 1 if has_failed else 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.long_run", description="Attack upheld by chance.")
    parser.add_argument("kinds", nargs="*", choices=[*ATTACKS, []], metavar="KIND", help=f"of {', '.join(ATTACKS)}")
    parser.add_argument("--minutes", type=float, default=30.0, metavar="M", help="for all kinds together (30)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the first try; the next has the next (1)")
    parser.add_argument("--tries", type=int, metavar="T", help="so many of each kind at most")
    parser.add_argument("--processes", type=int, default=1, metavar="N", help="at once (1)")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
