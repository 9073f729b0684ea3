"""Passages a reader wants flagged, from sentences that speak of this council, never from what all councils get.

Every letter mentions public reports, compliance below 100% and late remedies in general. A remark needs both the
act and this council as the one who acted: "I issued a public report about your Council", "The Council did not agree".
"""

import re
from collections.abc import Iterator

from db.letters.heading import CLOSING, DEAR
from db.letters.phrases import phrase
from db.letters.view import View
from db.model import Remark, RemarkKind

_US = r"(?:the|your) (?:council|authority|organisation)"
_OURS = r"(?:our|my|the Ombudsman's|these|the) (?:recommendations?|findings?|decisions?|remed(?:y|ies)|reports?)"
_THIS_COUNCIL = phrase(rf"\b{_US}\b|\bits (?:elected|continued|refusal|view)\b|\bit (?:then |eventually |finally )")
_PATTERNS: dict[RemarkKind, tuple[re.Pattern[str], ...]] = {
    RemarkKind.PUBLIC_REPORT: (
        phrase(
            r"\b(?:I|we|the Ombudsman) (?:have |has |had |also )*(?:issued|published)"
            r" (?:an?|one|two|three|four|five|\d+|several) (?:\w+ )?(?:public|public interest) reports? "
            rf"(?:about|against|on|concerning|into|following|after)\b[^.]*?{_US}"
        ),
        phrase(
            rf"\b(?:an?|one|two|three|four|five|\d+) public(?: interest)? reports? (?:was|were) (?:issued|published)"
            rf" [^.]*?{_US}"
        ),
    ),
    RemarkKind.REFUSAL: (
        phrase(rf"\bdid not (?:initially )?(?:agree to|agree with|accept) {_OURS}"),
        phrase(rf"\b(?:declined|refused|refusal) to\b[^.]*?\b(?:us|I|{_OURS})\b"),
        phrase(r"\b(?:declined|refused|refusal) to\b[^.]*?\b(?:findings?|recommendations?)\b"),
        phrase(rf"\btook too long to (?:accept|agree to|agree with) {_OURS}"),
        phrase(r"\bdraft further report\b"),
        phrase(r"\bthreaten(?:ed)? to issue a further report\b"),
        phrase(r"\b(?:issued|issue) a further report\b"),
    ),
    RemarkKind.LATE_COMPLIANCE: (
        phrase(r"\b(?:not|n't) (?:\w+ ){0,4}within (?:the )?agreed (?:time|timescales?|timeframes?)"),
        phrase(r"\boutside (?:of )?(?:the |our )?agreed (?:time|timescales?|timeframes?)"),
        phrase(
            r"\b(?:late|delays?|delayed) (?:in )?"
            r"(?:complying|compliance|providing|completing|implementing|carrying out)\b"
        ),
        phrase(r"\b(?:remedies|recommendations|responses|replies) [^.]{0,60}\b(?:late|overdue|delayed)\b"),
        phrase(r"\btook longer than agreed\b"),
    ),
    RemarkKind.NOT_COMPLIED: (
        phrase(
            r"\b(?:failed|failing) to (?:comply with|implement|carry out|complete)"
            r" (?:\w+ ){0,3}(?:recommendation|remed)"
        ),
        phrase(r"\b(?:did|has|have) not (?:complied? with|implement(?:ed)?) (?:\w+ ){0,3}(?:recommendation|remed)"),
    ),
    RemarkKind.APOLOGY: (
        phrase(
            r"\bapolog(?:y|ies)\b[^.]{0,60}\b(?:unsatisfactory|inadequate|insincere|not (?:good enough|satisfactory))"
        ),
        phrase(r"\b(?:unsatisfactory|inadequate) apology\b"),
    ),
    RemarkKind.PRAISE: (
        phrase(
            r"\bI (?:am|was) (?:\w+ )?(?:pleased|grateful|impressed|encouraged)\b[^.]*?"
            r"\byour (?:council|authority|organisation|staff|officers)"
        ),
        phrase(
            r"\bI (?:\w+ )?(?:welcome|commend|congratulate|thank)\b[^.]*?"
            r"\byour (?:council|authority|organisation|staff|officers)"
        ),
    ),
    RemarkKind.REORGANISATION: (
        phrase(r"\bis a merger of several councils\b"),
        phrase(
            r"\b(?:your|the) (?:new |former |predecessor )(?:unitary )?(?:council|authority|authorities|councils)\b"
            r"[^.]*?\b(?:abolished|replaced|dissolved|created|established|formed|reorgani[sz]ation)"
        ),
        phrase(rf"\b(?:abolished|dissolved|ceased to exist|reorgani[sz]ation)\b[^.]*?{_US}"),
    ),
}
_GENERAL = phrase(
    r"\b(?:an authority|authorities|councils|organisations|an organisation) (?:with|that|which|who|to|should)\b"
    r"|\bis rare\b|\bcause for concern\b|\byou can find\b|\bpublic reports we have issued\b|\bin one great example\b"
)
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s)[^.!?]*)*(?:[.!?]+['\")\]]*|$)")


def read_remarks(view: View) -> tuple[Remark, ...]:
    """The remarks in the order of the letter; a sentence may carry several kinds."""
    dear = DEAR.search(view.text)
    closing = CLOSING.search(view.text, dear.end() if dear else 0)
    start = dear.end() if dear else 0
    end = closing.start() if closing else len(view.text)
    return tuple(
        Remark(kind, view.quote(begin, finish))
        for begin, finish in _sentences(view, start, end)
        for kind in _kinds(view.text[begin:finish])
    )


def _sentences(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences, each without a heading that stands above it, and whole across the end of a line or page."""
    for match in _SENTENCE.finditer(view.text, start, end):
        begin, finish = match.span()
        for line_end in re.compile(r"\n(?=\W*[A-Z0-9])").finditer(view.text, begin, finish):
            if view.parts_at(line_end.start()):
                begin = line_end.end()
        if view.text[begin:finish].strip():
            yield begin, finish


def _kinds(sentence: str) -> Iterator[RemarkKind]:
    if _GENERAL.search(sentence) or not _THIS_COUNCIL.search(sentence):
        return
    for kind, patterns in _PATTERNS.items():
        if any(pattern.search(sentence) for pattern in patterns):
            yield kind
