"""`upheld check`: whether the library is whole, and everything in it that needs a person's eye."""

from tui.cli.context import Question, opened, say, say_json
from tui.draw.labels import counted


def check(question: Question) -> int:
    """Answer `upheld check`; 1 only where the library itself is damaged."""
    with opened(question) as library:
        counts = library.counts()
        findings = library.check()
    damaged = any(finding.kind == "damage" for finding in findings)
    if question.as_json:
        say_json(
            {
                "library": str(question.library),
                "letters": counts.letters,
                "councils": counts.councils,
                "files": counts.files,
                "whole": not damaged,
                "findings": [
                    {
                        "kind": str(finding.kind),
                        "message": finding.message,
                        "council": finding.council,
                        "year": finding.year,
                        "source": finding.source,
                    }
                    for finding in findings
                ],
            }
        )
        return 1 if damaged else 0
    held = f"{counted(counts.letters, 'letter')} to {counted(counts.councils, 'council')}"
    say(f"{held}, from {counted(counts.files, 'file')}.")
    for finding in findings:
        place = ", ".join(str(part) for part in (finding.council, finding.year) if part)
        say(f"{place}: {finding.message}" if place else finding.message)
    if all(finding.kind == "dismissed" for finding in findings):
        say("The library is whole; nothing needs a look.")
    return 1 if damaged else 0
