"""What a highlighted figure means: by the letter itself where it says so, else in our words, and what it is not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from db.figures.series import find_breaks
from db.model import Letter, MeasureName, Quote, RemarkKind, TableName
from db.text.clean import one_line
from db.text.markup import remove_signs
from tui.draw.labels import MEASURE_LABELS, REMARKS, TABLES
from tui.draw.layout import MUTED, wrap_hanging
from tui.draw.meaning_words import MEASURE_MEANINGS, OUR_WORDS, REMARK_MEANINGS, TABLE_MEANINGS, Meaning
from tui.draw.signs import SIGNS
from tui.keymap_sentences import fill_in_keys

Subject = MeasureName | TableName | RemarkKind
"""What is asked about."""

_LONGEST = 2000
_INDENT = 2
_WORDS_WIDTH, _SIGNS_WIDTH = 28, 15
_MIN_WIDTH_FOR_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Explained:
    """What is explained: these subjects of a letter, with its own definitions; without a letter, in our words alone."""

    letter: Letter | None
    subjects: tuple[Subject, ...]
    definitions: Mapping[MeasureName, Quote]

    @property
    def title(self) -> str:
        """The subject, where it is one."""
        return f"Meaning: {name_subject(self.subjects[0])}" if len(self.subjects) == 1 else "Meaning"

    @property
    def defined(self) -> MeasureName | None:
        """The first of the subjects that the letter itself defines."""
        return next(
            (each for each in self.subjects if isinstance(each, MeasureName) and each in self.definitions), None
        )

    @property
    def definition(self) -> Quote | None:
        """The letter's own words on that subject."""
        return self.definitions[self.defined] if self.defined is not None else None

    @property
    def leads_on(self) -> str:
        """What those words are called; empty where the letter defines none of the subjects."""
        if self.defined is None:
            return ""
        about = f" on {name_subject(self.defined)}" if len(self.subjects) > 1 else ""
        return f"the letter's own words{about}"


def find_subjects(letter: Letter, key: str, quote: Quote | None) -> tuple[Subject, ...]:
    """What a row of the figures, or a passage of the letter, is about; all measures where that is nothing of its own.

    `key` says what the row is about, "" for a passage; `quote` are the row's words, or the passage.
    """
    kind, _, name = key.partition(" ")
    if kind == "measure" and name in list(MeasureName):
        return (MeasureName(name),)
    table = name.rpartition(" ")[0]
    if kind == "cell" and table in list(TableName):
        return (TableName(table),)
    if kind in ("", "remark") and quote is not None:
        found = _find_in_letter(letter, quote)
        if found:
            return found
    return tuple(MeasureName)


def name_subject(subject: Subject) -> str:
    """What it is called on the screens."""
    if isinstance(subject, MeasureName):
        return MEASURE_LABELS[subject].label
    return TABLES[subject] if isinstance(subject, TableName) else REMARKS[subject]


def build_meaning(explained: Explained, width: int) -> Content:
    """All of it, laid out for `width` cells: each subject, then every word of ours and every sign."""
    blocks = [Content("\n").join(_explain(subject, explained, width)) for subject in explained.subjects]
    blocks.append(Content("\n").join(_list_words("Words used here", OUR_WORDS, _WORDS_WIDTH, width)))
    blocks.append(Content("\n").join(_list_words("Signs used here", SIGNS, _SIGNS_WIDTH, width)))
    return Content("\n\n").join(blocks)


def _find_in_letter(letter: Letter, quote: Quote) -> tuple[Subject, ...]:
    """What stands in these words of the letter."""

    def is_there(other: Quote) -> bool:
        """Whether another passage shares any of these words."""
        return other.start < quote.end and quote.start < other.end

    measures = [measure.name for measure in letter.measures if any(is_there(each) for each in measure.quotes)]
    tables = [table.name for table in letter.tables if any(cell.quote and is_there(cell.quote) for cell in table.cells)]
    remarks = [remark.kind for remark in letter.remarks if is_there(remark.quote)]
    return tuple(dict.fromkeys([*remarks, *measures, *tables]))


def _explain(subject: Subject, explained: Explained, width: int) -> Iterator[Content]:
    """The lines on one subject."""
    yield Content.styled(name_subject(subject), "bold underline")
    if isinstance(subject, RemarkKind):
        yield wrap_hanging(Content(REMARK_MEANINGS[subject]), width)
        yield wrap_hanging(Content("Found by its wording in this letter: read the passage itself."), width)
        return
    if isinstance(subject, TableName):
        yield from _explain_figure(TABLE_MEANINGS[subject], None, width)
        return
    definition = explained.definitions.get(subject)
    letter = explained.letter
    if definition is not None and letter is not None:
        yield from _quote(letter, definition, width)
        if subject is explained.defined:
            leads_on = fill_in_keys("{meaning_definition} goes to these words in the letter.")
            yield wrap_hanging(Content.styled(leads_on, MUTED), width, _INDENT, Content(""))
    yield from _explain_figure(MEASURE_MEANINGS[subject], letter.year if letter else None, width)


def _quote(letter: Letter, definition: Quote, width: int) -> Iterator[Content]:
    """The letter's own words, with their place."""
    words = one_line(remove_signs(letter.text, definition.start, definition.end), _LONGEST)
    yield Content.styled("In this letter's own words", "bold")
    yield wrap_hanging(Content(f"\u201c{words}\u201d"), width, _INDENT, Content(""))


def _explain_figure(meaning: Meaning, year: int | None, width: int) -> Iterator[Content]:
    """Ours: what is counted, of what, what it is not, and what holds for this year."""
    yield Content.styled("In our words", "bold")
    yield wrap_hanging(Content(f"Counted: {meaning.counted}"), width, _INDENT, Content(""))
    yield wrap_hanging(Content(f"Of: {meaning.of}"), width, _INDENT, Content(""))
    yield Content.styled("What it is not", "bold")
    for sentence in meaning.is_not:
        yield wrap_hanging(Content(sentence), width, _INDENT, Content("-"))
    notes = list(_list_notes(meaning, year))
    if notes:
        yield Content.styled(f"In the letters of {year}", "bold")
        for note in notes:
            yield wrap_hanging(Content(note), width, _INDENT, Content("-"))


def _list_notes(meaning: Meaning, year: int | None) -> Iterator[str]:
    """What holds for a year: of the figure, and the breaks right before and after it."""
    if year is None:
        return
    yield from (note for first, last, note in meaning.notes if first <= year <= last)
    for each in find_breaks(year - 1, year):
        yield f"Does not compare with the years before: {each.reason}"
    for each in find_breaks(year, year + 1):
        yield f"Does not compare with the years after: {each.reason}"


def _list_words(heading: str, explained: Iterable[tuple[str, str]], column: int, width: int) -> Iterator[Content]:
    """Words or signs, in a column of so many cells where there is room, and what each means."""
    yield Content.styled(heading, "bold underline")
    for words, meaning in explained:
        if width >= _MIN_WIDTH_FOR_COLUMNS:
            yield wrap_hanging(Content(meaning), width, column, Content.styled(words, "bold"))
        else:
            yield wrap_hanging(Content.assemble((f"{words}: ", "bold"), meaning), width, _INDENT, Content(""))
