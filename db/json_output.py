"""The library's answers as JSON objects: the contract that scripts rely on. Unknown is null, numbers are numbers."""

from collections.abc import Iterable, Sequence
from datetime import date

from db.model import (
    Council,
    CouncilEntry,
    FileOutcome,
    Hit,
    Letter,
    Measure,
    MeasureName,
    Outcome,
    Quote,
    RereadReport,
    SearchPage,
    Source,
    StoredLetter,
    Table,
    TableName,
)

Json = dict[str, object]


def show(council: Council, letters: Iterable[StoredLetter]) -> Json:
    """One council and its letters: `upheld show --json`."""
    return {"council": council_object(council), "letters": [letter_object(stored) for stored in letters]}


def council_object(council: Council) -> Json:
    """A council by name, type, region and GSS code."""
    return {
        "name": council.name,
        "type": council.type.value,
        "region": council.region,
        "gss_code": council.gss_code,
    }


def letter_object(stored: StoredLetter) -> Json:
    """One letter with all its figures, each with its quotes; without its text."""
    letter = stored.letter
    return {
        "year": letter.year,
        "set_by_hand": list(stored.set_by_hand),
        "dated": _day(letter.dated),
        "period": {"start": _day(letter.period.start), "end": _day(letter.period.end)} if letter.period else None,
        "kind": letter.kind.value,
        "council_as_written": letter.council_as_written,
        "addressee": letter.addressee,
        "role": letter.role,
        "source": _source(stored.source),
        "measures": {measure.name.value: _measure(measure) for measure in letter.measures},
        "received": _table(letter.table(TableName.RECEIVED), "by_service"),
        "decided": _table(letter.table(TableName.DECIDED), "outcomes"),
        "remedied": _remedied(letter.table(TableName.REMEDIED)),
        "remarks": [{"kind": remark.kind.value, "quote": _quote(remark.quote)} for remark in letter.remarks],
        "warnings": [doubt.message for doubt in stored.warnings],
    }


def text(stored: StoredLetter) -> Json:
    """One letter's stored text: `upheld read --json`. Quotes of `show --json` are places in it."""
    letter = stored.letter
    return {
        "council": council_object(letter.council),
        "year": letter.year,
        "dated": _day(letter.dated),
        "source": _source(stored.source),
        "text": letter.text,
    }


def councils(entries: Iterable[CouncilEntry]) -> Json:
    """Councils with their years: `upheld councils --json`."""
    return {"councils": [{**council_object(entry.council), "years": list(entry.years)} for entry in entries]}


def search(page: SearchPage) -> Json:
    """A page of hits: `upheld search --json`."""
    return {"total": page.total, "hits": [_hit(hit) for hit in page.hits]}


def imported(outcomes: Sequence[FileOutcome]) -> Json:
    """What became of each file: `upheld import --json`."""
    return {
        "files": [
            {
                "path": outcome.path,
                "outcome": outcome.outcome.value,
                "reason": outcome.reason,
                "letters": [_imported_letter(letter) for letter in outcome.letters],
            }
            for outcome in outcomes
        ],
        **{kind.value: sum(outcome.outcome is kind for outcome in outcomes) for kind in Outcome},
    }


def reread(report: RereadReport) -> Json:
    """What reading every file again has changed: `upheld check --read-again --json`."""
    return {
        "files": report.files,
        "changes": [
            {
                "change": one.change.value,
                "council": one.council,
                "year": one.year,
                "source": _source(one.source),
                "differences": [
                    {"what": difference.what, "before": difference.before, "after": difference.after}
                    for difference in one.changes
                ],
            }
            for one in report.changes
        ],
        "kept": [{"source": _source(one.source), "reason": one.reason} for one in report.kept],
        "cancelled": report.cancelled,
    }


def error(kind: str, message: str, choices: Sequence[str] = ()) -> Json:
    """Why a command did not answer."""
    return {"error": {"kind": kind, "message": message, "choices": list(choices)}}


def _source(source: Source) -> Json:
    return {"name": source.name, "sha256": source.sha256, "media_type": source.media_type}


def _imported_letter(letter: Letter) -> Json:
    return {
        "council": letter.council.name,
        "year": letter.year,
        "warnings": [doubt.message for doubt in letter.warnings],
    }


def _measure(measure: Measure) -> Json:
    told: Json = {"state": measure.state.value, "rate": measure.rate, "average": measure.average}
    if measure.name is not MeasureName.UPHELD_PER_100K:  # no cases are counted or totalled beside it
        told |= {
            "count": measure.count,
            "base": measure.base,
            "base_of": measure.base_of,
            "denominator": measure.denominator,
        }
    return {**told, "quotes": [_quote(quote) for quote in measure.quotes]}


def _table(table: Table | None, columns: str) -> Json | None:
    if table is None:
        return None
    return {
        "total": table.total.value if table.total else None,
        columns: {cell.key: cell.value for cell in table.cells},
    }


def _remedied(table: Table | None) -> Json | None:
    return {cell.key: cell.value for cell in table.cells} if table else None


def _quote(quote: Quote) -> Json:
    return {"start": quote.start, "end": quote.end, "text": quote.text}


def _hit(hit: Hit) -> Json:
    return {
        "council": hit.council,
        "year": hit.year,
        "start": hit.start,
        "end": hit.end,
        "context": hit.context,
    }


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None
