"""The whole page: who and when, figures, years, standing, remarks, what to ask, definitions, cautions, sources."""

from collections.abc import Iterator
from datetime import date

from db.export.briefing import Briefing
from db.export.document import Block, Bullets, Document, Paragraph, Passage, Section, Sources
from db.figures.cases import FEW_CASES
from db.figures.significance import CHANCE_LIMIT
from db.model import CouncilType, MeasureKind, MeasureName, State, StoredLetter
from db.text.clean import one_line
from tui.draw import labels
from tui.draw.brief.citations import Citations, format_place, name_source, quote_words
from tui.draw.brief.figures import build_figures, build_years
from tui.draw.brief.questions import ask
from tui.draw.brief.standing import build_standing
from tui.draw.doubt_text import write_doubt
from tui.draw.figures.remarks import label_remarks
from tui.draw.meaning_words import MEASURE_MEANINGS
from tui.draw.review_text import describe_correction

MOST_REMARKS = 8
_LONGEST_REMARK = 420


def build_page(briefing: Briefing, today: date) -> Document:
    """The page, made on that day. It has nothing that is not in the library, but for definitions and questions."""
    letter, citations = briefing.stored.letter, Citations(briefing.stored)
    sections = [
        Section("Figures", tuple(build_figures(briefing, citations))),
        Section("Years", tuple(build_years(briefing, citations))),
        Section(_name_standing(letter.council.type), tuple(build_standing(briefing))),
        Section("What the Ombudsman remarks", tuple(_build_remarks(briefing.stored, citations))),
        Section("What to ask", tuple(_build_questions(briefing, citations))),
        Section("What the figures mean", tuple(_build_definitions(briefing)), is_small=True),
        Section("Read with care", (Bullets(tuple(_list_cautions(briefing))),), is_small=True),
        Section("Sources", tuple(_build_sources(briefing.stored, citations)), is_small=True),
    ]
    place = labels.describe_council(letter.council)
    when = labels.format_period(letter.period) if letter.period else f"Year {letter.year or 'not known'}"
    to = labels.name_addressee(letter)
    name = labels.name_letter(letter)
    whole = f"the Ombudsman's {name} to {to}" if to else f"the Ombudsman's {name}"
    return Document(
        title=one_line(f"{letter.council.name}, {letter.year or 'year not known'}: complaints to the Ombudsman"),
        subtitle=". ".join(part for part in (place, when, f"From {whole}") if part) + ".",
        sections=tuple(section for section in sections if section.blocks),
        made=f"Made with upheld on {labels.format_day(today)}. Not by the Ombudsman, and it speaks for nobody.",
    )


def _name_standing(council_type: CouncilType) -> str:
    return "Where it stands" if council_type is CouncilType.OTHER else "Where it stands among similar councils here"


def _build_remarks(stored: StoredLetter, citations: Citations) -> Iterator[Block]:
    """The passages about this council, each with its place."""
    passages = label_remarks(stored.letter.remarks)
    for label, quote in passages[:MOST_REMARKS]:
        words = quote_words(stored, quote, _LONGEST_REMARK)
        yield Passage(label, words, citations.cite(stored, quote, has_words=True))
    if len(passages) > MOST_REMARKS:
        yield Paragraph(f"{labels.format_count(len(passages) - MOST_REMARKS, 'more remark')} in the letter.")
    if not passages:
        yield Paragraph("No passage about this council in particular was found by its wording.")


def _build_questions(briefing: Briefing, citations: Citations) -> Iterator[Block]:
    """The questions, where there are any."""
    if briefing.questions:
        yield Bullets(tuple(ask(question, briefing, citations) for question in briefing.questions))
    else:
        yield Paragraph("No figure and no remark of this letter asks for an answer by itself.")


def _build_definitions(briefing: Briefing) -> Iterator[Block]:
    """What each measure of the letter is, in our words."""
    items = []
    for name, judged in briefing.measures.items():
        if judged.measure.state is not State.NOT_GIVEN:
            items.append(f"{labels.MEASURE_LABELS[name].label}: {_define(briefing, name)}")
    if items:
        yield Bullets(tuple(items))


def _define(briefing: Briefing, name: MeasureName) -> str:
    """The definition of one measure, what held of it that year, and where the letter says it in its own words."""
    meaning, quote = MEASURE_MEANINGS[name], briefing.definitions.get(name)
    year = briefing.stored.letter.year
    notes = [note for first, last, note in meaning.notes if year is not None and first <= year <= last]
    own = [] if quote is None else [f"The letter's own words: {format_place(quote)}."]
    return " ".join([meaning.counted, f"Of: {meaning.of[:1].lower()}{meaning.of[1:]}", *notes, *own])


def _build_sources(stored: StoredLetter, citations: Citations) -> Iterator[Block]:
    """The letter itself, then each place."""
    source = stored.source
    yield Paragraph(f"Where no other is named: {name_source(stored)} (SHA-256 {source.sha256}).", is_muted=True)
    yield Sources(citations.sources)


def _list_cautions(briefing: Briefing) -> Iterator[str]:
    """What a reader must know so as not to take the numbers for what they are not."""
    stored = briefing.stored
    shares = [each for name, each in briefing.measures.items() if name.kind is MeasureKind.SHARE]
    upheld = briefing.measures[MeasureName.UPHELD]
    if upheld.missing is None:
        yield f"Upheld is of the cases investigated. {MEASURE_MEANINGS[MeasureName.UPHELD].is_not[0]}"
    if any(each.has_few_cases for each in shares):
        yield f"Fewer than {FEW_CASES} cases stand behind some of these shares: read the cases, not the share."
    if any(each.measure.average is not None for each in shares):
        yield (
            "Higher and lower than similar councils are said only where chance explains such a gap in fewer than "
            f"{CHANCE_LIMIT * 100} of 100 cases (exact binomial test, ours). The average is the printed one."
        )
    if correction := describe_correction(stored):
        yield correction
    yield from (write_doubt(doubt) for doubt in stored.doubts)
    if briefing.needs_a_look and not stored.doubts:
        yield "This letter is on the list of those that need a person's eye."
    yield "What is not printed, or could not be read for certain, is left out: that is not zero."
