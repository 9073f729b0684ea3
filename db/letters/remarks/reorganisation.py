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
_CHANGE_STEMS = (
    "government |unitary |structural |vesting |reorgan",
    "reorgan|review |reform|restructur|change |status |day ",
)
_KIND = RemarkKind.REORGANISATION
REORGANISATION = (
    define_wordings(
        _KIND,
        ("abolished |dissolved |wound |replaced |succeeded |merged |created |established |formed ",),
        {
            By.SUBJECT: (
                r"\b(?:will be|was|were|is to be|is being|are to be|has been|have been) (?:formally )?"
                rf"(?:{_ENDED}|{_BEGUN})",
                r"\b(?:is|are) (?:abolished|dissolved|wound up)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("cease|came |merged ", "exist|being |with "),
        {
            By.SUBJECT: (
                r"\b(?:will cease|ceased|ceases|has ceased) to exist\b|\bcame into (?:being|existence)\b|\bmerged "
                r"with\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("affected |part |undergoing |preparing ", *_CHANGE_STEMS),
        {
            By.SUBJECT: (
                r"\b(?:(?:is|was|will be|been) (?:\w+ )?(?:affected by|part of|undergoing)|preparing for)"
                rf" [^.,;]{{0,40}}?{_CHANGE}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("joint |combined |unitary ", "authority |council "),
        {
            By.SUBJECT: (
                r"\b(?:is|was|became|becomes|will become|forms|formed|will form) (?:part of )?an? (?:new )?"
                r"(?:joint|combined|unitary) (?:authority|council)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("because |following |due |ahead |part |result |before |after |since ", *_CHANGE_STEMS),
        {
            By.NAMED: (
                r"\b(?:because of|following|due to|ahead of|as part of|as a result of|before|after|since)"
                rf" [^.,;]{{0,40}}?{_CHANGE}",
            ),
        },
    ),
)
