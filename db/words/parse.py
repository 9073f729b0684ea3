"""The language in which people search letters: what was typed as a query, or what is wrong with it, and where.

All words must occur. "In quotes" they stand next to each other, begin* stands for every word that begins so, -without
rules letters out, one OR other takes either; year: type: council: remark: choose among the letters. Any text is either
a query or a fault of a stretch of it, and nothing in it means anything to what carries the query out.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from db.text.clean import one_line
from db.text.searched import fold_for_search, join_words
from db.words.filter_values import NoSuchValue, read_council_type, read_remark_kind, read_years
from db.words.query import Filter, NameFilter, QueryFault, RemarkFilter, Term, TypeFilter, WordsQuery, YearFilter

FILTERS = ("year", "type", "council", "remark")
"""What can be asked of letters beside their words, each before a colon."""

_PREFIX_LETTERS = 3
"""From this length on, the last word may be the beginning of one: shorter ones begin too many."""

_OR = "OR"
_CURLY = str.maketrans("“”„‟«»", '""""""')
_ITEM = re.compile(
    r"(?P<sign>-?)(?:"
    r'(?P<name>[^\W\d_]+):(?P<value>(?:"[^"]*"?|[^\s"])*)'
    r'|"(?P<phrase>[^"]*)"?(?P<star>\*?)'
    r'|(?P<word>[^\s"]+))'
)
_VALUE = re.compile(r'(?:"[^"]*"?|[^",])+')
_WORD = re.compile(r"[^\W_]+")


class _Fault(Exception):
    """What is wrong with a stretch of what was typed."""

    def __init__(self, reason: str, start: int, end: int) -> None:
        super().__init__(reason)
        self.fault = QueryFault(reason=reason, start=start, end=end)


class _Item(NamedTuple):
    """Something typed, with its stretch of the text: a term, or without one an OR, or a filter (`is_without`)."""

    start: int
    end: int
    term: Term | None
    is_without: bool = False
    is_bare: bool = False

    @property
    def is_alternative(self) -> bool:
        """Whether an OR can stand beside it."""
        return self.term is not None and not self.is_without


def parse_query(typed: str) -> WordsQuery | QueryFault:
    """What was typed as a query; or what is wrong with it, with the stretch of `typed` that is meant.

    Text without any word asks for nothing. The last word typed may be the beginning of one, from three letters on.
    """
    # Words that their copy has broken are whole in the index; what else cannot be printed (a NUL) only separates.
    joined = join_words(typed)
    text = "".join(character if character.isprintable() else " " for character in joined).translate(_CURLY)
    try:
        query = _read(text)
    except _Fault as error:
        start, end = _find_typed(typed, error.fault.start, error.fault.end)
        return replace(error.fault, start=start, end=end)
    if joined == typed:
        return query
    return replace(query, filters=tuple(_place(each, typed) for each in query.filters))


def _place(each: Filter, typed: str) -> Filter:
    """A filter of the text with its words put together, with the place where it was typed."""
    if not isinstance(each, NameFilter):
        return each
    start, end = _find_typed(typed, each.start, each.end)
    return replace(each, start=start, end=end)


def _find_typed(typed: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of the text with its words put together was typed."""
    searched = fold_for_search(typed)
    return searched.find_origin(start, end) if searched else (start, end)


def _read(text: str) -> WordsQuery:
    """The query in a text of printable characters.

    Raises:
        _Fault: it is none.
    """
    items: list[_Item] = []
    filters: list[Filter] = []
    for match in _ITEM.finditer(text):
        start, end = match.span()
        if match["name"] is not None and (match["value"] or match["name"].lower() in FILTERS):
            _refuse_repeated(filters, read := _read_filter(match), match)
            filters.append(read)
            items.append(_Item(start, end, None, is_without=True))
        elif item := _read_item(match):
            items.append(item)
    query = _gather(items, filters)
    _refuse_nothing_wanted(query, len(text.rstrip()))
    return query


def _read_item(match: re.Match[str]) -> _Item | None:
    """A term, or an OR; None for what has no word in it."""
    start, end = match.span()
    if match["phrase"] is not None:
        is_beginning = bool(match["star"])
        return _make_item(match, match["phrase"], is_beginning=is_beginning) if _WORD.search(match["phrase"]) else None
    word = match["word"] if match["word"] is not None else f"{match['name']}:"
    if word == _OR and not match["sign"]:
        return _Item(start, end, None)
    before, star, after = word.partition("*")
    if star and (_WORD.search(after) or not _WORD.search(before)):
        at = start + len(match["sign"]) + len(before)
        raise _Fault('* can only stand at the end of a word: write "complain*" for all that begin so.', at, at + 1)
    if not _WORD.search(before):
        return None
    return _make_item(match, before, is_beginning=bool(star), is_bare=not star)


def _make_item(match: re.Match[str], text: str, *, is_beginning: bool, is_bare: bool = False) -> _Item:
    """A term with its place."""
    term = Term(text=text.strip(), is_beginning=is_beginning)
    return _Item(*match.span(), term, is_without=bool(match["sign"]), is_bare=is_bare)


def _read_filter(match: re.Match[str]) -> Filter:
    """A filter.

    Raises:
        _Fault: there is no such filter, or it does not take that value.
    """
    name, value, is_without = match["name"].lower(), match["value"], bool(match["sign"])
    start, end = match.start("name"), match.end()
    if name not in FILTERS:
        known = ", ".join(f"{each}:" for each in FILTERS)
        reason = f'There is no filter "{one_line(name)}:", only {known}; in quotes it is searched for as words.'
        raise _Fault(reason, start, match.end("name") + 1)
    values = [part.replace('"', "").strip() for part in _VALUE.findall(value)]
    values = [part for part in values if part]
    if not values:
        example = {"year": "2020", "type": "district", "council": "leeds", "remark": "refusal"}[name]
        raise _Fault(f"{name}: needs something right behind it, as in {name}:{example}.", start, end)
    try:
        if name == "year":
            return YearFilter(ranges=tuple(map(read_years, values)), is_without=is_without)
        if name == "type":
            return TypeFilter(types=tuple(map(read_council_type, values)), is_without=is_without)
        if name == "remark":
            return RemarkFilter(kinds=tuple(map(read_remark_kind, values)), is_without=is_without)
    except NoSuchValue as error:
        raise _Fault(str(error), start, end) from error
    return NameFilter(names=tuple(values), start=start, end=end, is_without=is_without)


def _refuse_repeated(filters: list[Filter], read: Filter, match: re.Match[str]) -> None:
    """Refuse a second filter that no letter could pass beside the first.

    Raises:
        _Fault: a letter has one year and one council.
    """
    if isinstance(read, RemarkFilter) or read.is_without:
        return
    if any(type(each) is type(read) and not each.is_without for each in filters):
        name = match["name"].lower()
        reason = f"{name}: stands here twice: for either, write one with a comma, as in {_EITHER[type(read)]}."
        raise _Fault(reason, match.start("name"), match.end())


_EITHER: dict[type[Filter], str] = {
    YearFilter: "year:2018,2020",
    TypeFilter: "type:county,district",
    NameFilter: "council:leeds,bradford",
}


def _gather(items: list[_Item], filters: list[Filter]) -> WordsQuery:
    """The query of all items: terms with OR between them are one group.

    Raises:
        _Fault: an OR does not stand between two terms.
    """
    wanted: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    is_either = False
    for index, item in enumerate(items):
        term = item.term
        if term is not None and index == len(items) - 1 and item.is_bare and item.is_alternative:
            term = Term(text=term.text, is_beginning=len(_WORD.findall(term.text)[-1]) >= _PREFIX_LETTERS)
        if term is None and not item.is_without:
            _refuse_open_or(items, index)
            is_either = True
        elif term is not None and item.is_without:
            unwanted.append(term)
        elif term is not None:
            wanted.append((*(wanted.pop() if is_either else ()), term))
            is_either = False
    return WordsQuery(
        wanted=tuple(dict.fromkeys(wanted)), unwanted=tuple(dict.fromkeys(unwanted)), filters=tuple(filters)
    )


def _refuse_open_or(items: list[_Item], index: int) -> None:
    """Refuse an OR that does not stand between two terms.

    Raises:
        _Fault: one side has none.
    """
    start, end = items[index].start, items[index].end
    beside = [items[at] for at in (index - 1, index + 1) if 0 <= at < len(items)]
    if len(beside) < 2 or not all(each.is_alternative for each in beside):
        reason = 'OR stands between two words or phrases; write "or" small, or in quotes, to search for the word.'
        if any(each.term is None and each.is_without for each in beside):
            reason = "OR stands between words or phrases; for either of two values write a comma: year:2018,2020."
        raise _Fault(reason, start, end)


def _refuse_nothing_wanted(query: WordsQuery, end: int) -> None:
    """Refuse what only rules letters out.

    Raises:
        _Fault: there is nothing that a letter is to have.
    """
    if not query.is_empty and not query.wanted and not query.remarks_wanted:
        reason = "This says which letters, not what to find in them: write words, or a remark such as remark:refusal."
        raise _Fault(reason, 0, end)
