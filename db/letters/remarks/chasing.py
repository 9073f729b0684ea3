"""That a council did not answer the Ombudsman, or had to be chased for it, as letters word it."""

from db.letters.remarks.numbers import SEVERAL
from db.letters.remarks.terms import OFTEN, OWED, REMEDY, REPLY, US
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_ANSWER = (
    r"\b(?:repl(?:y|ies|ied)|respon[ds]\w*|answer\w*|information|evidence|documents|updates?|complie[ds]|compliance)\b"
)
"""What the Ombudsman waits for."""
_KIND = RemarkKind.LATE_COMPLIANCE
_UNANSWERED = (
    define_wordings(
        _KIND,
        ("repl|respon|answer|acknowledge|evidence |proof |confirmation ", "not |fail|only "),
        {
            By.SUBJECT: (
                r"\b(?:did|do|does|has|have|had) not (?:\w+ ){0,2}?(?:reply|replied|respond|responded|answer|answered"
                rf"|acknowledged?)\b (?:\w+ ){{0,4}}?{US}",
                r"\b(?:failed to|did not|does not|had not) (?:\w+ )?(?:provide|send|supply|give|provided|sent|supplied"
                r"|given)\b (?:\w+ ){0,3}?(?:evidence|proof|confirmation) (?:of|that)\b",
                rf"\b(?:failed|failing|fails) to (?:\w+ ){{0,2}}?(?:reply|respond|answer"
                rf"|acknowledge)\b (?:\w+ ){{0,4}}?{US}",
                rf"\b{REPLY} (?:to us |to \w+ \w+ )?only (?:after|when|once) (?:\w+ ){{0,4}}?(?:remind|chas|prompt"
                rf"|press)",
            ),
            By.THEIRS: (
                rf"\bfailures? to (?:\w+ ){{0,2}}?{REPLY}\b[^.,;]{{0,40}}? {US}",
                rf"\b{REMEDY} (?:\w+ ){{0,3}}?(?:came|arrived|made|provided|received|sent) only (?:after|when|once)"
                r" (?:\w+ ){0,4}?(?:remind|chas|prompt|press)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("nothing |no |a |not ", "heard |hear |repl|respon|answer"),
        {
            By.ASKED: (
                r"\b(?:received|had|got|was|were|given|with|without) (?:no|a) (?:\w+ )?(?:reply|response"
                r"|answer)\b(?! to (?:his|her|their))",
                r"\bnot (?:receive|received|get|have|had|hear)\b (?:\w+ ){0,3}?(?:repl(?:y|ies)|responses?|answers?"
                r"|from)\b",
                r"\bno (?:\w+ )?(?:reply|response|answer)\b[^.;]{0,20}? (?:was|were|had been|came) (?:received|given"
                r"|sent|forthcoming)\b",
                r"\bheard nothing\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "unanswered |ignored |without |not |unacknowledged ",
            "letter|enquir|request|e |email|question|call|reminder",
            "our |my ",
        ),
        {
            By.ASKED: (
                r"\b(?:our|my) (?:[\w']+ ){0,3}?(?:letters?|enquir(?:y|ies)|requests?|e-?mails?|questions?|calls?"
                r"|reminders?)\b[^.;]{0,40}? (?:(?:went|were|was|remained|left|being|been"
                r"|gone) (?:\w+ ){0,2}?(?:unanswered|ignored|unacknowledged|without (?:an? )?(?:repl|answer|respon))"
                r"|(?:was|were|had|has|have) (?:still )?not (?:been )?(?:answered|acknowledged|replied|responded))",
            ),
        },
    ),
)
_CHASED = (
    define_wordings(
        _KIND,
        ("chas|remind",),
        {
            By.ASKED: (
                r"\b(?:had to|have to|having to|needed to|obliged to|forced to|time) (?:\w+ )?(?:chas(?:e|ing)"
                r"|remind(?:ing)?|send (?:\w+ )?reminders?)\b",
                r"\b(?:chased|chasing)\b",
                rf"\breminded [^.,;]{{2,50}}? {OFTEN}\b",
                r"\b(?:sen[dt]|sending|issued|despite|after|needed|with) (?:\w+ ){0,2}?reminders?\b",
            ),
        },
        OWED,
    ),
    define_wordings(
        _KIND,
        (
            "times |again |repeatedly |twice |occasions |often |regularly |frequently |constantly |once |executive "
            "|before |because ",
            "ask|remind|prompt|press|wr|contact|call|ring |telephone|phone|e |email|approach|escalat|pursu",
            "repl|respon|answer|information |evidence |documents |update",
        ),
        {
            By.ASKED: (
                r"\b(?:had to|have to|having to|needed to|obliged to|forced to) (?:\w+ )?(?:write|ask|telephone|phone"
                r"|ring|call|e-?mail|contact|approach|escalate|pursue|press)\b[^.;]{0,80}?\b(?:times|occasions|again"
                r"|repeatedly|twice|chief executive|before|because)\b",
                rf"\b(?:asked|wrote to|written to|contacted|called|prompted|pressed) [^.,;]{{2,50}}? {OFTEN}\b",
                rf"\b(?:{OFTEN}|\w+ times) (?:(?:I|we|my \w+|our \w+) )?(?:had (?:to )?|have )?(?:ask|remind"
                r"|write|wrote|prompt|request|press)(?:ed)?\b[^.;]{0,80}?\b(?:repl|respon|answer|information|evidence"
                r"|documents|without)",
            ),
        },
        _ANSWER,
    ),
    define_wordings(
        _KIND,
        ("only ", "learn|told |heard |found |informed |knew |discovered ", "ask|chas|enquir|remind|press|prompt"),
        {
            By.ASKED: (
                r"\bonly (?:learn(?:ed|t)|told|heard|found out|informed|knew|discovered)\b[^.;]{0,60}? (?:after|when"
                r"|once) (?:we|I|my \w+) (?:had )?(?:ask|chas|enquir|remind|press|prompt)",
            ),
        },
        OWED,
    ),
)
_PURSUED = (
    define_wordings(
        _KIND,
        (
            "prompt|press|push|pursue|nudge |follow |ask |tell |escalate ",
            "had |needed |obliged |forced |having ",
            "respon|repl|answer|information |evidence |documents |update|comply |complete |payment",
        ),
        {
            By.ASKED: (
                r"\b(?:had to|have to|having to|needed to|obliged to|forced to) (?:\w+ )?(?:prompt|press|push|pursue"
                r"|nudge|follow up|escalate)\b[^.;]{0,60}?\b(?:for|to|over|because|about|with)\b",
            ),
        },
        _ANSWER,
    ),
    define_wordings(
        _KIND,
        (
            "despite |after |took |needed |required |with ",
            "repeated |several |numerous |multiple |many |frequent |persistent |0 |two |three |four |five |six ",
            "request|reminder|chaser|prompt|attempt|letter|e |email|call|follow",
        ),
        {
            By.KNOWN: (
                rf"\b(?:despite|after|took|needed|required|with)(?: our| my)? (?:repeated|persistent|frequent|numerous"
                rf"|multiple|many|{SEVERAL})"
                r" (?:\w+ )?(?:requests|reminders|chasers|prompts|attempts|letters|e-?mails|calls)\b",
            ),
        },
        _ANSWER,
    ),
    define_wordings(
        _KIND,
        (
            "follow|escalat|interven|step",
            "had |needed |obliged |forced |having ",
            "repl|respon|answer|information |evidence |documents |update|comply |complie|complia",
        ),
        {
            By.ASKED: (r"\b(?:had to|having to|needed to|obliged to|forced to) (?:\w+ )?(?:follow up|escalate)\b",),
        },
    ),
)
CHASING = (*_UNANSWERED, *_CHASED, *_PURSUED)
