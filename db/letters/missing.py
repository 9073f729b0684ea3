"""Doubts where a letter has the place for figures and no figures: a copy that is cut off there, or mixes columns up.

Letters of 2020 on may come without their page of figures, which is nothing to doubt: they have no such place.
"""

import re
from collections.abc import Sequence

from db.letters.anatomy import Anatomy
from db.letters.council import REPORT
from db.letters.doubts import DoubtCollector
from db.letters.page_head import PAGE_TITLE
from db.letters.patterns import phrase
from db.letters.rates.definitions import SHARES, ShareDefinition
from db.letters.started import StartedPattern
from db.letters.tables.headings import TITLES, PrintedTable
from db.model import DoubtCode, Measure, MeasureName, State, Table, TableName

_TABLES_OF = {
    MeasureName.UPHELD: {PrintedTable.DECIDED},
    MeasureName.COMPLIANCE: {PrintedTable.COMPLIED},
    MeasureName.REMEDY: {PrintedTable.SATISFACTORY},
}
"""The table that prints a measure where no sentence does."""
_PAGE = StartedPattern.at_words(phrase(r"\bStatistics are based\b"), "statistics")
"""What stands on a page of figures, however a copy mixes it up."""
_SIGNED = re.compile(
    r"\bOmbudsman\W*$|\bCommission for Local Administration\b|^\W*(?:\w+ )?(?:regards|wishes)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""How the end of a letter looks without the usual closing."""
_LAST_WORDS = re.compile(r"(?<!\S)\S[^\n]{0,60}\s*\Z")


def doubt_missing(
    anatomy: Anatomy, measures: Sequence[Measure], tables: Sequence[Table], doubts: DoubtCollector
) -> None:
    """Doubts about what a letter has the heading of, and neither a figure nor a doubt under it."""
    known = {doubt.about for doubt in doubts.doubts} | {table.name.value for table in tables}
    given = {measure.name for measure in measures if measure.quotes or measure.state is not State.NOT_GIVEN}
    for share in SHARES:
        names = {share.name.value, *(table.value for table in _TABLES_OF[share.name])}
        if share.name not in given and known.isdisjoint(names):
            _doubt_share(anatomy, share, doubts)
    for name in TableName:
        if name.value not in known:
            _doubt_table(anatomy, name, doubts)
    is_empty = not given and not tables and known <= {"council", "year", "period"}
    if is_empty and known == {doubt.about for doubt in doubts.doubts}:
        _doubt_whole(anatomy, doubts)


def _doubt_share(anatomy: Anatomy, share: ShareDefinition, doubts: DoubtCollector) -> None:
    """A doubt where the share's heading stands on the page of figures, or words of its block."""
    text, folded = anatomy.text, anatomy.folded
    headings = (
        match for match in share.heading.finditer(text, anatomy.signed_at) if match.group().strip()[0].isupper()
    )
    heading = next(headings, None)
    if heading:
        doubts.add(DoubtCode.FIGURES_MISSING, share.name, folded.quote(*heading.span()))
        return
    words = share.words.search(text, anatomy.signed_at) if _PAGE.search(text, anatomy.signed_at) else None
    if words:
        doubts.add(DoubtCode.RATE_UNREADABLE, share.name, folded.quote(*words.span()))


def _doubt_table(anatomy: Anatomy, name: TableName, doubts: DoubtCollector) -> None:
    """A doubt where nothing stands between the table's title and the next title or the end."""
    text = anatomy.text
    title = max(TITLES[PrintedTable(name)].finditer(text), key=lambda match: match.end(), default=None)
    if title is None:
        return
    following = (each.search(text, title.end()) for each in TITLES.values())
    end = min((match.start() for match in following if match), default=len(text))
    if not text[title.end() : end].strip(" \t\n|"):
        doubts.add(DoubtCode.FIGURES_MISSING, name, anatomy.folded.quote(*title.span()))


def _doubt_whole(anatomy: Anatomy, doubts: DoubtCollector) -> None:
    """A doubt about a page or report that ends below its title, and about a letter that ends above its signature."""
    text, folded = anatomy.text, anatomy.folded
    title = REPORT.search(text) or (None if anatomy.salutation else PAGE_TITLE.search(text))
    if title:
        line_end = text.find("\n", title.start() + 1)
        end = min(title.end(), line_end if line_end > 0 else len(text))
        doubts.add(DoubtCode.FIGURES_MISSING, None, folded.quote(title.start(), end))
    elif (
        anatomy.salutation
        and not anatomy.closing
        and not _SIGNED.search(text, max(anatomy.body.start, len(text) - 400))
    ):
        last = _LAST_WORDS.search(text, max(len(text) - 60, 0))
        doubts.add(DoubtCode.LETTER_CUT, None, folded.quote(*last.span()) if last else None)
