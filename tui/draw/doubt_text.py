"""The sentence for each doubt: what does not fit, could not be read, or needs a look, for a person."""

from collections.abc import Callable, Mapping

from db.model import Doubt, DoubtCode, MeasureName, Parameter, Quote
from tui.draw.labels import MEASURE_LABELS, format_count

_LONGEST_QUOTE = 70

_TABLES = {
    "received": "complaints received",
    "decided": "decisions made",
    "remedied": "complaints remedied",
    "satisfactory": "satisfactory remedies",
    "complied": "compliance",
}
"""The tables that letters print, as a sentence calls them."""

_PARTS = {
    "average": "The average beside {title}",
    "base": "The total behind {title}",
    "count": "The number counted in {title}",
    "count_and_base": "The number of complaints investigated and upheld",
}
"""The parts of a measure, but for its rate, which is called by the measure's title."""

_SUBJECTS = {
    ("period", "period"): "The period of the figures",
    ("year", "year"): "The letter's year",
    ("received", "total"): "The number of complaints received",
    ("decided", "total"): "The number dealt with",
    ("decided", "not_for_us"): "The number not for us or not ready for us",
    ("decided", "assessed_and_closed"): "The number assessed and closed",
    ("decided", "investigated"): "The number investigated",
}
"""Other things that are printed, by what a doubt is about and which part of it."""

_MEASURES = {name.value: name for name in MeasureName}
_LEFT_OUT = "; it is left out."
_SENTENCES: dict[DoubtCode, str] = {
    DoubtCode.CHARACTERS_REPAIRED: "Another program garbled characters of this file, such as {meant} into {written}; "
    "they are put right: compare the names with the original.",
    DoubtCode.CHARACTERS_STRAY: "{number} of this file's bytes are not stored as the others are and are read as those "
    "of an old {system} file: compare the signs and accents with the original.",
    DoubtCode.CHARACTERS_GUESSED: "The characters of this file are read as those of an old {system} file, which makes "
    "most sense of them: compare the names with the original.",
    DoubtCode.COUNCIL_NOT_NAMED: "The letter does not say which council it is to.",
    DoubtCode.COUNCIL_AMBIGUOUS: "{written} could be one of several councils ({choices}); it is kept as written.",
    DoubtCode.COUNCIL_UNKNOWN: "{written} is not in the register of English councils; it is kept as written.",
    DoubtCode.COUNCILS_CONTRADICT: "The letter names two councils, {first} and {second}; its figures are left out.",
    DoubtCode.FOREIGN_PART: "What follows under {title} is not this council's of this year; it is not read.",
    DoubtCode.YEAR_NOT_NAMED: "The letter does not say which year it is about.",
    DoubtCode.DATED_OTHER_YEAR: "The letter is dated {dated}, but speaks of the year to March {year}.",
    DoubtCode.DATED_OTHER_YEAR_LEFT_OUT: "The letter is dated {dated}, but speaks of the year to March {year}; "
    "its year is left out.",
    DoubtCode.FIGURES_MISSING: "No figure can be read under {quote}: this copy is cut off there, or mixes up what "
    "stands side by side.",
    DoubtCode.LETTER_CUT: "The letter is cut off after {quote}, before its signature: its figures may be missing.",
    DoubtCode.PRINTED_TWO_WAYS: "{subject} is printed in two ways, {quote} and {other_quote}" + _LEFT_OUT,
    DoubtCode.PRINTED_TOO_OFTEN: "{subject} is printed in more than {most} places, as in no letter" + _LEFT_OUT,
    DoubtCode.RATE_PRINTED_TOO_OFTEN: "{subject} is printed in more than {most} places, as in no letter; "
    "no rate is read.",
    DoubtCode.RATE_UNREADABLE: "{subject} cannot be read for certain" + _LEFT_OUT,
    DoubtCode.RATE_ABOVE_100: "{subject} is printed as {rate}%, which no share can be" + _LEFT_OUT,
    DoubtCode.RATE_OF_NOTHING: "{subject} is printed as {rate}% of a total of 0: {nothing}, so it is no rate.",
    DoubtCode.ZERO_RATE_WITHOUT_BASE: "{subject} is 0%, but of how many cannot be read: it may be a rate of nothing.",
    DoubtCode.RATES_PARTED: "The rates stand together in this copy, parted from their averages, counts and totals: "
    "which belongs to which cannot be told, so these are left out.",
    DoubtCode.COUNTS_CONTRADICT: "{stated} are said to be upheld, but {counted} are counted; neither is taken.",
    DoubtCode.COUNT_BESIDE_NUMBER: "{subject} is printed right after another number" + _LEFT_OUT,
    DoubtCode.COUNT_UNCONFIRMED: "{subject} is read as {count}, which nothing confirms, from where a page's number "
    "could stand" + _LEFT_OUT,
    DoubtCode.COUNT_MAY_BE_PAGE_NUMBER: "{subject} is read as {count}, which does not fit {rate}% of {denominator}, "
    "from where a page's number could stand" + _LEFT_OUT,
    DoubtCode.MAY_HOLD_FOOTNOTE_MARK: "{subject} is read as {number}, which does not fit {rate}% but would without its "
    "last digit, perhaps a footnote's mark" + _LEFT_OUT,
    DoubtCode.COUNT_ABOVE_BASE: "{subject} is read as {count} of {denominator}, which cannot be" + _LEFT_OUT,
    DoubtCode.BASE_BELOW_COUNT: "{subject} is read as {base}, of which {count} cannot be" + _LEFT_OUT,
    DoubtCode.RATE_IMPOSSIBLE: "The letter prints {rate}%, which no number of {denominator} is.",
    DoubtCode.COUNT_IMPOSSIBLE: "{count} of {denominator} cannot be: one of the two is misprinted or misread.",
    DoubtCode.RATE_MISFITS: "The letter prints {rate}%, but {count} of {denominator} is {share}%.",
    DoubtCode.TABLE_AND_SENTENCE_DIFFER: "A table and a sentence of this letter print different figures; both are "
    "left out.",
    DoubtCode.TABLE_AND_SENTENCE_COUNT_DIFFERENTLY: "A table and a sentence count complaints {about} differently; "
    "both are left out.",
    DoubtCode.TABLE_PRINTED_TOO_OFTEN: "The table of {table} is printed {times} times" + _LEFT_OUT,
    DoubtCode.TABLES_DIFFER: "The table of {table} is printed twice with different figures" + _LEFT_OUT,
    DoubtCode.TABLE_UNREADABLE: "The table of {table} could not be read for certain; its figures are left out.",
    DoubtCode.RECEIVED_LAST_YEAR: "The letter counts {count} complaints as received “last year”, which may be the year "
    "before" + _LEFT_OUT,
    DoubtCode.SUM_MISFITS: "The columns add up to {summed}, but the printed total is {total}.",
    DoubtCode.AS_WORDED: "{message}",
    DoubtCode.NOT_IN_REGISTER: "This council is not in the register: see how the letter names it.",
    DoubtCode.YEAR_UNKNOWN: "The year of this letter is not known, so it is compared with none.",
    DoubtCode.NO_FIGURES: "No figure was found in this letter: see whether it prints any.",
    DoubtCode.SECOND_LETTER: "Another letter of this council and year is shown in its place, as no less full.",
    DoubtCode.LIBRARY_DAMAGED: "The library is damaged ({detail}): put back a copy of the library, or import its "
    "letters into a new one.",
    DoubtCode.LETTER_DAMAGED: "This letter is damaged in the library, so no figure of it is shown: read the letters "
    "again from their kept files, or put back a copy of the library.",
    DoubtCode.COUNCIL_DAMAGED: "What is kept of this council is damaged: import a letter to it again, or put back a "
    "copy of the library.",
    DoubtCode.ORIGINAL_DAMAGED: "The kept file {file} is damaged: take it out and import it again.",
    DoubtCode.FIGURE_IMPOSSIBLE: "{subject} is kept as {number}, which no letter prints: read the letters again from "
    "their kept files.",
    DoubtCode.SCHEMA_DIFFERS: "The library's {kind} “{thing}” is not as it should be: have the library repaired.",
    DoubtCode.UNTRUSTED_OBJECT: "Another program has put “{thing}” into the library, which would run whenever that is "
    "asked or changed, so nothing else was looked at: have the library repaired, or put back a copy of it.",
    DoubtCode.SHOWN_AMISS: "Which of the letters of this year is to be shown is damaged: have the library repaired.",
    DoubtCode.INDEX_DAMAGED: "The library is damaged (the index of its words does not fit the letters, so searches may "
    "miss some): put back a copy of the library, or import its letters into a new one.",
    DoubtCode.ROW_ORPHANED: "The library is damaged (a row of “{table_name}” belongs to nothing): put back a copy of "
    "the library, or import its letters into a new one.",
    DoubtCode.INDEX_UNCHECKED: "The index of the letters' words was not checked, as the library is write-protected.",
}
"""The sentences that are made by filling in; `subject` is what is printed, `quote` where."""

_FIGURES = {"rate": "a rate of", "average": "an average of", "count": "a count of", "base": "a total of"}
"""The printed figures of a measure, with the words before them."""


def write_doubt(doubt: Doubt) -> str:
    """The doubt as one sentence."""
    values = dict(doubt.parameters)
    special = _SPECIAL.get(doubt.code)
    if special is not None:
        return special(doubt, values)
    about = doubt.about or ""
    quote, other_quote, *_ = (*map(_shorten, doubt.quotes), "", "")
    return _SENTENCES[doubt.code].format_map(
        {
            "subject": name_subject(about, str(values.get("part", "rate"))),
            "about": about,
            "table": _TABLES.get(about, about),
            "nothing": MEASURE_LABELS[_MEASURES[about]].nothing if about in _MEASURES else "",
            "quote": quote,
            "other_quote": other_quote,
            **values,
        }
    )


def name_subject(about: str, part: str) -> str:
    """What is printed, as it begins a sentence: a measure, a part of one, or another thing that a letter prints."""
    if about not in _MEASURES:
        return _SUBJECTS.get((about, part), "")
    title = MEASURE_LABELS[_MEASURES[about]].title
    return _PARTS[part].format(title=lower_first(title)) if part in _PARTS else title


def lower_first(title: str) -> str:
    """A title in the middle of a sentence."""
    return title[:1].lower() + title[1:]


def _shorten(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    return f'"{words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"}"'


def _write_conflict(doubt: Doubt, values: Mapping[str, Parameter]) -> str:
    """Two letters of one year that print a figure differently."""
    about = doubt.about or ""
    if about in _MEASURES:
        what = lower_first(MEASURE_LABELS[_MEASURES[about]].title)
        mine, yours = (
            " and ".join(
                f"{words} {values[f'{side}_{name}']}" for name, words in _FIGURES.items() if f"{side}_{name}" in values
            )
            for side in ("our", "their")
        )
    else:
        what = f"“{values['heading']}” in the table of {_TABLES.get(about, about)}"
        mine, yours = str(values["our_value"]), str(values["their_value"])
    ours, theirs = f"“{values['our_file']}”", f"“{values['their_file']}”"
    if values["our_file"] == values["their_file"]:
        ours, theirs = f"{ours} ({values['our_sha256']})", f"{theirs} ({values['their_sha256']})"
    if values["our_sha256"] == values["their_sha256"]:
        ours, theirs = f"“{values['our_file']}”", "another letter in the same file"
    return f"Two letters of this year disagree on {what}: {ours} prints {mine}, {theirs} prints {yours}."


def _write_set_aside(_doubt: Doubt, values: Mapping[str, Parameter]) -> str:
    """How many letters were dismissed."""
    number = int(values["number"])
    return f"{format_count(number, 'letter')} {'was' if number == 1 else 'were'} looked at and set aside as fine."


def _write_gap(_doubt: Doubt, values: Mapping[str, Parameter]) -> str:
    """Years without a letter."""
    *first, last = str(values["years"]).split()
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"Between its first and last letter here there is none for {listed}."


_SPECIAL: dict[DoubtCode, Callable[[Doubt, Mapping[str, Parameter]], str]] = {
    DoubtCode.LETTERS_CONFLICT: _write_conflict,
    DoubtCode.SET_ASIDE: _write_set_aside,
    DoubtCode.YEARS_MISSING: _write_gap,
}
