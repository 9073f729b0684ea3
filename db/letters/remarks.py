"""Passages a reader wants flagged, from sentences that speak of this council, never from what all councils get.

Every letter mentions public reports, compliance below 100% and late remedies in general. A remark needs both the
act and this council as the one who acted: "I issued a public report about your Council", "The Council did not agree".
"""

import re
from collections.abc import Iterator

from db.letters.dates import YEARS, closing_year
from db.letters.heading import CLOSING, salutation
from db.letters.phrases import phrase
from db.letters.view import View
from db.model import Remark, RemarkKind

_US = r"(?:the|your) (?:council|authority|organisation)"
_OURS = r"(?:our|my|the Ombudsman's|these|the) (?:recommendations?|findings?|decisions?|remed(?:y|ies)|reports?)"
_REMEDY = r"(?:recommendations?|remed(?:y|ies)|agreed actions?|service improvements?|responses?|replies)"
_IN_TIME = r"(?:within (?:the |our )?(?:agreed (?:time|timescales?|timeframes?)|timescales? agreed)|on time)"
_THIS_COUNCIL = phrase(
    rf"\b{_US}\b|\byour (?:new council|staff|officers)\b|\bits (?:elected|continued|refusal|view)\b"
    r"|\bit (?:then |eventually |finally )"
)
_PATTERNS: dict[RemarkKind, tuple[re.Pattern[str], ...]] = {
    RemarkKind.PUBLIC_REPORT: (
        phrase(
            r"\b(?:I|we|the Ombudsman) (?:have |has |had |also )*(?:issued|published)"
            r" (?:an?|one|two|three|four|five|\d+|several) (?:\w+ )?(?:public|public interest) reports? "
            rf"(?:about|against|on|concerning|into|following|after)\b(?:(?!other)[^.,]){{0,60}}?{_US}"
        ),
        phrase(
            rf"\b(?:an?|one|two|three|four|five|\d+) public(?: interest)? reports? (?:was|were) (?:issued|published)"
            rf" (?:(?!other)[^.,]){{0,60}}?{_US}"
        ),
        phrase(rf"\b{_US} was the subject of (?:an?|one|two|three) public(?: interest)? reports?"),
    ),
    RemarkKind.REFUSAL: (
        phrase(rf"\b(?:did|would|could) not (?:initially )?(?:agree to|agree with|accept) {_OURS}"),
        phrase(rf"\b(?:has|have|had) not (?:yet )?(?:agreed to|agreed with|accepted) {_OURS}"),
        phrase(rf"\b(?:declined|refused|refusal) to\b[^.,;]{{0,80}}?\b(?:{_OURS}|findings?|recommendations?)\b"),
        phrase(
            r"\b(?:declined|refused|refusal) to\b[^.]{0,160}?\b(?:requests? (?:from|by) (?:us|me)|(?:our|my) requests?)"
        ),
        phrase(rf"\brejected {_OURS}"),
        phrase(rf"\btook too long to (?:accept|agree to|agree with) {_OURS}"),
        phrase(r"\bdraft further report\b"),
        phrase(r"\bthreaten(?:ed)? to issue a (?:further report|witness summons)\b"),
        phrase(r"\bissued a further report\b"),
    ),
    RemarkKind.LATE_COMPLIANCE: (
        phrase(rf"\b(?:not|n't) (?:\w+ ){{0,5}}{_IN_TIME}"),
        phrase(r"\boutside (?:of )?(?:the |our )?agreed (?:time|timescales?|timeframes?)"),
        phrase(rf"\bonly [^.,;]{{0,80}}? {_IN_TIME}"),
        phrase(r"\b(?:late|delays?|delayed) (?:in |with )?(?:complying|compliance)\b"),
        phrase(
            r"\b(?:late|delays?|delayed) (?:in )?(?:providing|completing|implementing|carrying out)\b"
            rf"[^.,;]{{0,60}}?\b{_REMEDY}\b"
        ),
        phrase(rf"\blate {_REMEDY}\b"),
        phrase(rf"\b{_REMEDY} [^.,;]{{0,60}}?\b(?:late|overdue|delayed)\b"),
        phrase(r"\btook longer than agreed\b"),
    ),
    RemarkKind.NOT_COMPLIED: (
        phrase(
            r"\b(?:failed|failing) to (?:comply with|implement|carry out|complete)"
            r" (?:\w+ ){0,3}(?:recommendation|remed)"
        ),
        phrase(
            rf"\b{_US}'s failure to (?:comply with|implement|carry out|complete)"
            r" (?:\w+ ){0,3}(?:recommendation|remed)"
        ),
        phrase(r"\b(?:did|has|have) not (?:complied? with|implement(?:ed)?) (?:\w+ ){0,3}(?:recommendation|remed)"),
    ),
    RemarkKind.APOLOGY: (
        phrase(
            r"\bapolog(?:y|ies)\b[^.]{0,60}?\b(?:(?<!not\s)(?:unsatisfactory|inadequate|insincere)"
            r"|not (?:good enough|satisfactory))"
        ),
        phrase(r"\b(?:unsatisfactory|inadequate) apology\b"),
    ),
    RemarkKind.PRAISE: (
        phrase(
            r"\bI (?:am|was) (?:\w+ )?(?:pleased|grateful|impressed|encouraged)\b"
            r"(?! to (?:visit|meet|deliver|provide|offer|share|present|enclose))"
            r"[^.]{0,160}?\byour (?:council|authority|organisation|staff|officers)"
        ),
        phrase(
            r"\bI (?:\w+ )?(?:would like to |want to )?(?:welcome|commend|congratulate|thank)\b[^.]{0,160}?"
            r"\byour (?:council|authority|organisation|staff|officers)(?!'s investment in (?:good )?complaint handling)"
        ),
    ),
    RemarkKind.REORGANISATION: (
        phrase(
            r"\b(?:your|the) (?:new |former |predecessor )(?:unitary )?(?:council|authority|authorities|councils)"
            r" [^.,;]{0,60}?\b(?:abolished|replaced|dissolved|created|established|formed|came into being"
            r"|reorgani[sz]ation)"
        ),
        phrase(rf"\b{_US} (?:\w+ ){{0,3}}(?:abolished|replaced|dissolved|cease[sd]? to exist)\b"),
        phrase(
            rf"\b{_US}\b[^.,;]{{0,60}}?\b(?:because of|affected by|part of|following) [^.,;]{{0,40}}?reorgani[sz]ation"
        ),
    ),
}
_MERGER = phrase(r"\bis a merger of several councils\b")
"""What the statistics page says of a new council; it speaks of none as "your"."""
_GENERAL = phrase(
    r"\bcompliance rate below 100%|\bcompl(?:y|iance) [^.]{0,60}?is rare\b|\byou can find\b"
    r"|\bpublic reports we have issued\b|\bin one great example\b"
)
_SUPPOSED = re.compile(
    r"^\W*(?:If|Where|Should|Unless|When|Whenever)\b|\b(?:had|were) [^,]{3,80}, (?:I|we) would\b", re.I
)
"""A sentence about what would follow, not about what was done."""
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while|although|though|because|since|which|that|who)\b", re.IGNORECASE)
_UNDONE = re.compile(
    r"\b(?:not|no|none|never|nor|neither|without|if|would|could|may|might|will)\b|n't\b", re.IGNORECASE
)
"""What, before an act in its clause, says that there was no such act."""
_LAST_YEAR = re.compile(
    r"(?<!the )(?<!the past )\blast year\b|\b(?:previous|earlier) years?\b|\bpreviously\b", re.IGNORECASE
)
_DATED = re.compile(rf"\bin ({YEARS})", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\bthis year\b|\bduring the year\b|\bthe (?:past|last) year\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s)[^.!?]*)*(?:[.!?]+['\")\]]*|$)")
_LONGEST = 1500
"""No sentence is longer: a text without full stops is not searched from every word to its end."""


def read_remarks(view: View, year: int | None) -> tuple[Remark, ...]:
    """The remarks in the order of the letter; a sentence may carry several kinds.

    `year` is the letter's: a public report of an earlier one is none of this letter's.
    """
    dear = salutation(view.text)
    closing = CLOSING.search(view.text, dear.end() if dear else 0)
    start = dear.end() if dear else 0
    end = closing.start() if closing else len(view.text)
    return tuple(
        Remark(kind, view.quote(begin, finish))
        for begin, finish in _sentences(view, start, end)
        for kind in _kinds(view.text[begin:finish], year)
    )


def _sentences(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences, each without a heading that stands above it, and whole across the end of a line or page."""
    for match in _SENTENCE.finditer(view.text, start, end):
        begin, finish = match.span()
        for line_end in re.compile(r"\n(?=\W*[A-Z0-9])").finditer(view.text, begin, finish):
            if view.parts_at(line_end.start()):
                begin = line_end.end()
        finish = min(finish, begin + _LONGEST)
        if view.text[begin:finish].strip():
            yield begin, finish


def _kinds(sentence: str, year: int | None) -> Iterator[RemarkKind]:
    if _MERGER.search(sentence):
        yield RemarkKind.REORGANISATION
        return
    if _GENERAL.search(sentence) or _SUPPOSED.search(sentence) or not _THIS_COUNCIL.search(sentence):
        return
    for kind, patterns in _PATTERNS.items():
        if kind is RemarkKind.PUBLIC_REPORT and _is_of_earlier(sentence, year):
            continue
        if any(_is_done(sentence, match.start()) for pattern in patterns for match in pattern.finditer(sentence)):
            yield kind


def _is_done(sentence: str, start: int) -> bool:
    """Whether nothing before it in its clause denies or only supposes the act that begins here."""
    return not _UNDONE.search(_CLAUSE.split(sentence[:start])[-1])


def _is_of_earlier(sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of a year before the letter's."""
    if _THIS_YEAR.search(sentence):
        return False
    dated = [ended for match in _DATED.finditer(sentence) if (ended := closing_year(match[1]))]
    spans = any("-" in match[1] or "/" in match[1] for match in _DATED.finditer(sentence))
    first = year if spans or year is None else year - 1  # a letter of 2020 is about most of 2019
    return bool(_LAST_YEAR.search(sentence)) or (first is not None and bool(dated) and max(dated) < first)
