"""What a letter itself says its figures are: the sentences in which it defines them."""

import re
from collections.abc import Mapping

from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.model import MeasureName, Quote

_LONGEST = 1500
"""No definition has more characters, however its paragraph goes on."""
_HEADINGS = {
    MeasureName.UPHELD: r"Complaints upheld",
    MeasureName.COMPLIANCE: r"Compliance with (?:Ombudsman )?recommendations",
    MeasureName.REMEDY: r"Satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)",
}
"""Since 2019 the letters define each figure in a paragraph that begins with its name and a dash."""
_SENTENCES = {
    MeasureName.UPHELD: phrase(r"\b(?:Our|The) uphold rate is calculated\b[^.]{0,300}\."),
    MeasureName.COMPLIANCE: phrase(r"\bThe compliance rate is the proportion\b[^.]{0,300}\."),
    MeasureName.REMEDY: phrase(
        r"\bThe number of remedied complaints may not\b[^.]{0,300}\.(?: This is [^.]{0,400}\.)?"
    ),
}
"""The notes below the tables of the letters before."""
_DEFINED = {
    name: re.compile(rf"^[ \t]*(?:- )?{phrase(heading).pattern}[ \t]*[-:][ \t]+(?=\S)", re.IGNORECASE | re.MULTILINE)
    for name, heading in _HEADINGS.items()
}
_ENDS = ".!?:;"


def find_definitions(text: str) -> Mapping[MeasureName, Quote]:
    """The first definition of each measure in a letter's stored text; measures that it does not define are left out."""
    folded = FoldedText.fold(text)
    found: dict[MeasureName, Quote] = {}
    for name in _HEADINGS:
        paragraph, sentence = _DEFINED[name].search(folded.text), _SENTENCES[name].search(folded.text)
        if paragraph:
            found[name] = folded.quote(paragraph.start(), _find_end(folded, paragraph.end()))
        elif sentence:
            found[name] = folded.quote(*sentence.span())
    return found


def _find_end(folded: FoldedText, start: int) -> int:
    """Where the paragraph ends in which `start` stands; a page's end inside a sentence is none."""
    text, limit = folded.text, min(start + _LONGEST, len(folded.text))
    at = text.find("\n", start, limit)
    while at >= 0:
        goes_on = text[:at].rstrip()[-1:] not in _ENDS and text[at + 1 : at + 2].islower()
        if folded.ends_paragraph(at) and not goes_on:
            return at
        at = text.find("\n", at + 1, limit)
    return limit
