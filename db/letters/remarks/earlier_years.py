"""Whether a sentence speaks of a year before the letter's, and whether what it tells of lasts until now."""

import re

from db.letters.dates import YEARS, closing_year

_LAST_YEAR = re.compile(
    r"(?<!the )(?<!the past )\blast year\b|\b(?:previous|earlier) years?\b|\bpreviously\b", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:previous|earlier|past) (?:years?|letters?)\b|\b(?:my|our) last (?:annual )?(?:letter|review)\b"
    r"|\bpreviously\b|\byears? ago\b|\byear before last\b|\bin the past\b",
    re.IGNORECASE,
)
_MENDED = re.compile(
    r"\bno longer\b|(?<!not )(?<!little )(?<!needs )\bimprove(?:d|ments?)\b|\b(?:overcome|resolved|much better)\b"
    r"|\bthings? of the past\b|\bput behind\b"
    r"|\bbut\s+(?:\w+\s+){0,3}?(?:now|this year|since)\b[^.;]{0,400}\b(?:prompt|timely|good|better|well|quick)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:again|still|yet|too|also|same|unchanged|since|worse|once more|this year|now|not|second|third|fourth"
    r"|consecutive|successive|running|in a row|continu\w+|remain\w*|persist\w*|deteriorat\w+)\b|\A\W*As\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?:in|during) ({YEARS})", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b|\bduring the year\b|\bthe (?:past|last) year\b", re.IGNORECASE)


def is_overcome(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of what was wrong in a year before the letter's, and not of its lasting until now."""
    is_earlier = _EARLIER.search(sentence) or _is_dated_earlier(sentence, year)
    if is_earlier or is_of_earlier(sentence, year):
        return bool(_MENDED.search(sentence) or (is_earlier and not _LASTING.search(sentence)))
    return False


def is_of_earlier(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of a year before the letter's."""
    if _THIS_YEAR.search(sentence):
        return False
    return bool(_LAST_YEAR.search(sentence)) or _is_dated_earlier(sentence, year)


def _is_dated_earlier(sentence: str, year: int | None) -> bool:
    """Whether the years that a sentence names all end before the letter's."""
    dated = [ended for match in _DATED.finditer(sentence) if (ended := closing_year(match[1]))]
    spans = any("-" in match[1] or "/" in match[1] for match in _DATED.finditer(sentence))
    first = year if spans or year is None else year - 1  # a letter of 2020 is about most of 2019
    return first is not None and bool(dated) and max(dated) < first
