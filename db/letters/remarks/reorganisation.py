"""That this council is new, will end or is joined with others, as letters word it."""

from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_CHANGE = (
    r"(?:local government (?:reorgani[sz]ation|review|reform|restructur\w+)|reorgani[sz]ation of local government"
    r"|(?:unitary|structural) (?:change|reorgani[sz]ation|status)|vesting day)"
)
"""Of councils; a council may reorganise a service too, which is its own affair."""
_ENDED = (
    r"(?:abolished|dissolved|wound up|(?:replaced|succeeded) by|replaced (?:in|on) (?:\d|january|april|may\b)"
    r"|merged (?:with|into))"
)
_BEGUN = r"(?:created|established|formed)(?: (?:on|in|from|by|after|as|when)\b|\W*$)"
_WORDINGS = {
    By.SUBJECT: (
        rf"\b(?:will be|was|were|is to be|is being|are to be|has been|have been) (?:formally )?(?:{_ENDED}|{_BEGUN})",
        r"\b(?:is|are) (?:abolished|dissolved|wound up)\b",
        r"\b(?:will cease|ceased|ceases|has ceased) to exist\b|\bcame into (?:being|existence)\b|\bmerged with\b",
        r"\b(?:(?:is|was|will be|been) (?:\w+ )?(?:affected by|part of|undergoing)|preparing for)"
        rf" [^.,;]{{0,40}}?{_CHANGE}",
        r"\b(?:is|was|became|becomes|will become|forms|formed|will form) (?:part of )?an? (?:new )?"
        r"(?:joint|combined|unitary) (?:authority|council)\b",
    ),
    By.NAMED: (
        r"\b(?:because of|following|due to|ahead of|as part of|as a result of|before|after|since) [^.,;]{0,40}?"
        rf"{_CHANGE}",
    ),
}
_STEMS = (
    "abolish|dissolv|wound|replaced|succeeded|merged|created|established| formed|cease|into being|came into"
    "|local government re|reorgani|unitary|structural|vesting| joint|combined",
)
REORGANISATION = define_wordings(RemarkKind.REORGANISATION, _STEMS, _WORDINGS)
