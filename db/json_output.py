"""The library's answers as JSON objects: the contract that scripts rely on. Unknown is null, numbers are numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.model import (
    Council,
    CouncilEntry,
    Doubt,
    Letter,
    Measure,
    MeasureKind,
    Period,
    Quote,
    Source,
    StoredLetter,
    Table,
    TableName,
)
from db.outcome import FileOutcome, Outcome

if TYPE_CHECKING:
    from db.councils.coverage import CoverageSum, CoverageTable
    from db.councils.succession import SuccessorMatch
    from db.figures.comparison import Comparison
    from db.figures.year_table import YearRow, YearTable
    from db.letters.boilerplate.own_words import OwnWords
    from db.reread.report import Change, RereadReport
    from db.reread.salvage import RescueReport
    from db.review.findings import Finding
    from db.store.entries import LibraryCounts
    from db.words.hits import Hit, SearchPage

Json = dict[str, object]

WriteDoubt = Callable[[Doubt], str]
"""Makes the sentence of a doubt: words for people are not this package's to choose."""

WriteChange = Callable[["Change"], tuple[str, str | None, str | None]]
"""Tells a change: what of the letter, as it was, as it is."""


def build_show(council: Council, letters: Iterable[StoredLetter], write_doubt: WriteDoubt) -> Json:
    """One council and its letters: `upheld show --json`."""
    return {"council": build_council(council), "letters": [build_letter(stored, write_doubt) for stored in letters]}


def build_council(council: Council) -> Json:
    """A council by name, type, region and GSS code."""
    return {
        "name": council.name,
        "type": council.type.value,
        "region": council.region,
        "gss_code": council.gss_code,
    }


def build_letter(stored: StoredLetter, write_doubt: WriteDoubt) -> Json:
    """One letter with all its figures, each with its quotes; without its text."""
    letter = stored.letter
    return {
        "year": letter.year,
        "set_by_hand": list(stored.corrected_parts),
        "dated": _format_day(letter.dated),
        "period": _build_period(letter.period),
        "kind": letter.kind.value,
        "council_as_written": letter.council_as_written,
        "addressee": letter.addressee,
        "role": letter.role,
        "source": _build_source(stored.source),
        "measures": {measure.name.value: _build_measure(measure) for measure in letter.measures},
        "received": _build_table(letter.table(TableName.RECEIVED), "by_service"),
        "decided": _build_table(letter.table(TableName.DECIDED), "outcomes"),
        "remedied": _build_remedied(letter.table(TableName.REMEDIED)),
        "remarks": [{"kind": remark.kind.value, "quote": _build_quote(remark.quote)} for remark in letter.remarks],
        "warnings": [write_doubt(doubt) for doubt in stored.doubts],
    }


def build_read(stored: StoredLetter, own: "OwnWords") -> Json:
    """One letter's stored text: `upheld read --json`. Quotes of `show --json` are places in it.

    Of its sentences it says which councils in general were told, and by what that is known, if it is.
    """
    letter = stored.letter
    return {
        "council": build_council(letter.council),
        "year": letter.year,
        "dated": _format_day(letter.dated),
        "source": _build_source(stored.source),
        "text": letter.text,
        "own_words": {
            "basis": own.basis,
            "other_letters": own.others,
            "sentences": [
                {"start": each.start, "end": each.end, "is_boilerplate": each.is_boilerplate if own.is_known else None}
                for each in own.sentences
            ],
        },
    }


def build_councils(entries: Iterable[CouncilEntry], successors: Iterable["SuccessorMatch"] = ()) -> Json:
    """Councils with their years: `upheld councils --json`; a successor with the council it is found by."""
    found = [_build_entry(entry) for entry in entries]
    return {"councils": [*found, *({**_build_entry(each.entry), "via": each.via.name} for each in successors)]}


def _build_entry(entry: CouncilEntry) -> Json:
    """A council with its years."""
    return {**build_council(entry.council), "years": list(entry.years)}


def build_search(page: "SearchPage") -> Json:
    """A page of hits: `upheld search --json`."""
    return {"total": page.total, "councils": page.councils, "hits": [_build_hit(hit) for hit in page.hits]}


def build_removal(letters: Iterable[StoredLetter]) -> Json:
    """The files taken out, each with the letters that were in it: `upheld remove --json`."""
    files: dict[str, tuple[Source, list[Json]]] = {}
    for stored in letters:
        _, inside = files.setdefault(stored.source.sha256, (stored.source, []))
        inside.append({"council": stored.letter.council.name, "year": stored.letter.year})
    return {"removed": [{"source": _build_source(source), "letters": inside} for source, inside in files.values()]}


def build_year(table: "YearTable", without_letter: Iterable[Council]) -> Json:
    """All councils of a year: `upheld year --json`. Ranks, gaps and our own averages are ours, never a letter's."""
    averages = table.averages
    return {
        "year": table.year,
        "type": table.type.value if table.type else None,
        "sort": table.column.value,
        "councils": [_build_year_row(row) for row in table.rows],
        "without_a_letter": [council.name for council in without_letter],
        "averages": {
            "printed": averages.printed if averages else None,
            "of_letters_here": averages.of_letters_here if averages else None,
            "letters": averages.letters if averages else None,
        },
        "tested": table.tested,
    }


def build_brief(stored: StoredLetter, kind: str, text: str | None, file: Path | None) -> Json:
    """A briefing: `upheld brief --json`. Its text, or the file that it was written to."""
    return {
        "council": build_council(stored.letter.council),
        "year": stored.letter.year,
        "source": _build_source(stored.source),
        "format": kind,
        "text": text,
        "file": str(file) if file else None,
    }


def build_export(folder: Path, rows: Mapping[str, int], letters: int, *, cancelled: bool) -> Json:
    """What was written of a library: `upheld export --json`. Nothing, if it was stopped."""
    return {
        "folder": str(folder),
        "files": [] if cancelled else [{"name": name, "rows": number} for name, number in rows.items()],
        "letters": letters,
        "cancelled": cancelled,
    }


def build_compare(comparison: "Comparison", write_doubt: WriteDoubt) -> Json:
    """Councils side by side: `upheld compare --json`; each as in `show`, with its letter of the year or none."""
    letters = [(each, each.find_letter(comparison.year)) for each in comparison.councils]
    return {
        "year": comparison.year,
        "councils": [
            build_show(each.entry.council, [stored] if stored else [], write_doubt) for each, stored in letters
        ],
    }


def build_import(
    outcomes: Sequence[FileOutcome], write_doubt: WriteDoubt, *, passed_over: int, cancelled: bool
) -> Json:
    """What became of each file, and how many were none to try: `upheld import --json`."""
    return {
        "files": [
            {
                "path": outcome.path,
                "outcome": outcome.outcome.value,
                "reason": outcome.reason,
                "letters": [_build_imported_letter(letter, write_doubt) for letter in outcome.letters],
            }
            for outcome in outcomes
        ],
        **{kind.value: sum(outcome.outcome is kind for outcome in outcomes) for kind in Outcome},
        "passed_over": passed_over,
        "cancelled": cancelled,
    }


def build_check(
    library: Path,
    counts: "LibraryCounts | None",
    findings: Iterable["Finding"],
    write_doubt: WriteDoubt,
    *,
    is_whole: bool,
) -> Json:
    """What a library holds, if that can be counted, and what in it needs a person's eye: `upheld check --json`."""
    return {
        "library": str(library),
        "letters": counts.letters if counts else None,
        "councils": counts.councils if counts else None,
        "files": counts.files if counts else None,
        "whole": is_whole,
        "findings": [
            {
                "kind": finding.kind.value,
                "message": write_doubt(finding.doubt),
                "council": finding.council,
                "year": finding.year,
                "source": finding.source,
            }
            for finding in findings
        ],
    }


def build_coverage(table: "CoverageTable", sums: Iterable["CoverageSum"]) -> Json:
    """Which councils have a letter of which years: `upheld check --coverage --json`."""
    return {
        "years": list(table.years),
        "councils": [
            {
                **build_council(row.council),
                "years": {str(year): state.value for year, state in zip(table.years, row.states, strict=True)},
            }
            for row in table.rows
        ],
        "sums": [
            {"year": each.year, "figures": each.figures, "no_figures": each.no_figures, "missing": each.missing}
            for each in sums
        ],
    }


def build_reread(report: "RereadReport", write_change: WriteChange) -> Json:
    """What reading every file again has changed: `upheld check --read-again --json`."""
    return {
        "files": report.files,
        "changes": [
            {
                "change": one.kind.value,
                "council": one.council,
                "year": one.year,
                "source": _build_source(one.source),
                "differences": [
                    dict(zip(("what", "before", "after"), write_change(change), strict=True)) for change in one.changes
                ],
            }
            for one in report.changes
        ],
        "kept": [{"source": _build_source(one.source), "reason": one.reason} for one in report.kept],
        "cancelled": report.cancelled,
    }


def build_error(kind: str, message: str, choices: Sequence[str] = ()) -> Json:
    """Why a command did not answer."""
    return {"error": {"kind": kind, "message": message, "choices": list(choices)}}


def _build_year_row(row: "YearRow") -> Json:
    return {
        "council": row.letter.council.name,
        "type": row.letter.council.type.value,
        "rank": row.rank.place if row.rank else None,
        "tied": bool(row.rank and row.rank.tied),
        "measures": {name.value: _build_measure(judged.measure) for name, judged in row.measures.items()},
        "gap": row.gap,
        "stands_out": [
            {
                "code": reason.code.value,
                "measure": reason.measure.value if reason.measure else None,
                "quote": _build_quote(reason.quote) if reason.quote else None,
            }
            for reason in row.stands_out
        ],
    }


def _build_period(period: Period | None) -> Json | None:
    return {"start": _format_day(period.start), "end": _format_day(period.end)} if period else None


def _build_source(source: Source) -> Json:
    return {"name": source.name, "sha256": source.sha256, "media_type": source.media_type}


def _build_imported_letter(letter: Letter, write_doubt: WriteDoubt) -> Json:
    return {
        "council": letter.council.name,
        "year": letter.year,
        "warnings": [write_doubt(doubt) for doubt in letter.doubts],
    }


def _build_measure(measure: Measure) -> Json:
    built: Json = {"state": measure.state.value, "rate": measure.rate, "average": measure.average}
    if measure.name.kind is MeasureKind.SHARE:  # no cases are counted or totalled beside it
        built |= {
            "count": measure.count,
            "base": measure.base,
            "base_of": measure.base_of,
            "denominator": measure.denominator,
        }
    return {**built, "quotes": [_build_quote(quote) for quote in measure.quotes]}


def _build_table(table: Table | None, columns: str) -> Json | None:
    if table is None:
        return None
    return {
        "total": table.total.value if table.total else None,
        columns: {cell.key: cell.value for cell in table.cells},
    }


def _build_remedied(table: Table | None) -> Json | None:
    return {cell.key: cell.value for cell in table.cells} if table else None


def _build_quote(quote: Quote) -> Json:
    return {"start": quote.start, "end": quote.end, "text": quote.text}


def _build_hit(hit: "Hit") -> Json:
    return {
        "council": hit.council,
        "year": hit.year,
        "file": hit.file,
        "start": hit.start,
        "end": hit.end,
        "context": hit.context,
    }


def _format_day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def build_backup(library: Path, copy: Path) -> Json:
    """Where a library was copied to: `upheld check --backup --json`."""
    return {"library": str(library), "copy": str(copy)}


def build_rescue(library: Path, report: "RescueReport") -> Json:
    """What a new library has of a damaged one: `upheld check --rescue --json`."""
    return {
        "library": str(library),
        "letters": report.letters,
        "files": report.files,
        "not_as_they_were": [{"source": name, "saved": how.value} for name, how in report.others],
        "corrections_lost": [
            {
                "source": lost.file_name,
                "position": lost.position,
                "council": lost.correction.council.name if lost.correction and lost.correction.council else None,
                "year": lost.correction.year if lost.correction else None,
            }
            for lost in report.lost_corrections
        ],
        "log_left_out": report.has_left_log,
    }
