"""That a council refused what the Ombudsman found or asked for, or was slow to accept it, as letters word it."""

from db.letters.remarks.terms import AS_OF, OURS, TO_AGREE
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_WENT = r"(?:also |then |again |initially |at first |twice |repeatedly |still |yet |fully )*"
_UNWILLING = r"(?:declined|refused|continue[sd] to refuse|still refuses) to"
_IS_UNWILLING = (
    r"(?:was|were|has been|remains) (?:\w+ ){0,2}?(?:reluctant|unwilling|not willing|not prepared|slow) (?:to|in)"
)
_LOATH = rf"(?:(?:did|would|could) not|declined to|refused to|{_IS_UNWILLING})"
_LONG = r"(?:too long|(?:\w+ ){0,2}?(?:a long time|\w+ (?:weeks|months|years)))"
_PROPOSED = (
    r"(?:we|I|my (?:office|investigator|staff)) (?:had |have )?(?:recommended|proposed|asked|suggested|requested"
    r"|put forward|sought)"
)
_KIND = RemarkKind.REFUSAL
_DECISION_STEMS = "recommend|finding|decision|remed|report|view|conclusion"
_REFUSED = (
    define_wordings(
        _KIND,
        ("not ", "agree|accept", _DECISION_STEMS),
        {
            By.SUBJECT: (
                rf"\b(?:did|would|could) not {_WENT}(?:agree to|agree with|accept) (?:\w+ed )?{OURS}",
                rf"\b(?:has|have|had) (?:still )?not {_WENT}(?:agreed to|agreed with|accepted) {OURS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "declin|refus|reject|disput|resist|ignored |disregarded |disagree|turned |argued |voted |decided |chose "
            "|resolved |continue",
            _DECISION_STEMS + "|propos|request|suggest|offer|settlement |compromise |ask|put |sought ",
        ),
        {
            By.SUBJECT: (
                rf"\b{_UNWILLING} [^.,;]{{0,80}}?\b(?:{OURS}|(?:findings?|recommendations?)\b{AS_OF})",
                rf"\b{_UNWILLING} [^.]{{0,160}}?\b(?:requests? (?:from|by) (?:us|me)|(?:our|my) requests?)",
                r"\b(?:refused|declined|rejected|disputed|resisted|ignored|disregarded|disagreed with"
                r"|argued (?:\w+ )?(?:against|with))"
                rf" {OURS}",
                rf"\b(?:{_UNWILLING}|refused|declined|rejected|resisted|turned down) [^.,;]{{0,80}}?\b{_PROPOSED}",
                r"\b(?:refused|declined|rejected|resisted|turned down) (?:our|my) (?:\w+ )?(?:requests?|proposals?"
                r"|suggestions?|offers?|settlement|compromise)\b",
                rf"\b(?:voted|decided|chose|resolved) (?:to (?:reject|refuse|resist|dispute)|not to {TO_AGREE}) {OURS}",
                rf"\bcontinue[sd] to (?:dispute|challenge|contest|resist|reject) {OURS}",
            ),
            By.THEIRS: (
                rf"\brefusal to\b[^.,;]{{0,80}}?\b(?:{OURS}|(?:findings?|recommendations?)\b{AS_OF})",
                rf"\b(?:refusal|rejection) of {OURS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "reluctan|unwilling|willing |prepared |slow |took |delay|only ",
            "accept|agree|comply|implement",
            _DECISION_STEMS,
        ),
        {
            By.SUBJECT: (
                rf"\b{_IS_UNWILLING} {TO_AGREE} {OURS}",
                rf"\btook {_LONG} to {TO_AGREE} {OURS}",
                rf"\bdelayed (?:in )?{TO_AGREE} {OURS}",
                rf"\bonly (?:accepted|agreed to|agreed with) {OURS} (?:\w+ ){{0,3}}?(?:after|when|once|following)\b",
                rf"\b(?:accepted|agreed to|agreed with) {OURS} only (?:after|when|once|following)\b",
            ),
            By.THEIRS: (
                rf"\b(?:reluctance|unwillingness) to {TO_AGREE} {OURS}",
                rf"\bdelays? in {TO_AGREE} {OURS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("further ", "report"),
        {
            By.PRESSED: (
                r"\bdraft further report\b",
                r"\bthreaten(?:ed)? to issue a further report\b",
                r"\bissued a further report\b",
            ),
        },
    ),
)
_UNMOVED = define_wordings(
    _KIND,
    ("heels |budge|move|shift |gave |give |relented |backed |back |persua|ground |pressure ",),
    {
        By.SUBJECT: (
            r"\bdug (?:in )?(?:its|their|your) heels\b|\bstood (?:its|their|your) ground\b",
            r"\b(?:would|did|could) not (?:be moved|be persuaded|budge|move|shift|give way|back down)\b",
            r"\b(?:relented|gave way|backed down|gave in)\b",
            r"\b(?:took|needed|required) (?:\w+ ){0,5}?(?:persuading|persuasion|pressure)\b",
        ),
        By.ASKED: (
            r"\b(?:had to|have to|having to|needed to|took [^.,;]{1,40}? to) (?:\w+ )?(?:persuade|pressure"
            r"|put pressure)\b",
        ),
    },
)
_NO_FAULT = define_wordings(
    _KIND,
    (
        "not |declined |refus|reluctan|unwilling|slow |disputed |denied |contested ",
        "accept|admit|acknowledge|recognise|concede|apolog|say |offer |that ",
        "fault|failing|failure|responsib|wrong|error|mistake|liabil|apolog|sorry ",
    ),
    {
        By.SUBJECT: (
            rf"\b{_LOATH} (?:\w+ )?(?:accept|admit|acknowledge|recognise|concede) (?:that )?"
            r"(?:(?:it|they|there|you|any|its|the|your) )?(?:\w+ ){0,3}?(?:fault|failings?|failures?|responsibility"
            r"|wrong|errors?|mistakes?|liability)\b",
            r"\b(?:disputed|denied|contested) that (?:it|they|you) (?:had|has|was|were|have)\b",
            rf"\b{_LOATH} (?:apologise|apologize|offer an apology|say sorry)\b",
        ),
        By.THEIRS: (
            r"\b(?:reluctance|unwillingness|refusal) to (?:apologise|accept (?:any )?(?:fault|responsibility))\b",
        ),
    },
)
_UNHELPFUL = (
    define_wordings(
        _KIND,
        ("cooperat|operat|obstruct|unco|engage ", "not |fail|lack |obstruct|unco|reluctan|unwilling|refus|would "),
        {
            By.SUBJECT: (
                r"\b(?:did|does|do|would|has|have|had) not (?:fully |properly |always )?(?:co-?operated?"
                r"|engage with (?:us|me|my|our))\b",
                r"\bfail(?:ed|ing|s) to (?:co-?operate|engage (?:\w+ )?with (?:us|me|my|our))\b",
                r"\b(?:was|were|is|has been|have been) (?:\w+ )?(?:unco-?operative|obstructive)\b|\bobstructed (?:our"
                r"|my)\b",
            ),
            By.THEIRS: (
                r"\b(?:failures? to|lack of) (?:fully )?co-?operat(?:e|ion)\b",
                r"\b(?:reluctance|unwillingness|refusal) to (?:co-?operate|engage with (?:us|me|my|our))\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("challenged |disputed |questioned |contested ", "jurisdiction |authority |power|right"),
        {
            By.SUBJECT: (
                r"\b(?:challenged|disputed|questioned|contested) (?:our|my) (?:jurisdiction|authority|powers?|right)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("resistan|hostil|oppos", "our |my "),
        {
            By.SUBJECT: (
                r"\b(?:resistant|hostile|opposed|resistance|hostility|opposition) to (?:our"
                r"|my) (?:\w+ )?(?:recommendations?|suggestions?|proposals?|findings?|decisions?|remed(?:y|ies)"
                r"|involvement|enquiries|investigations?)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "provide |release |disclose |hand |share |give |supply |send |produce ",
            "not |declined |refused |reluctant |unwilling |slow ",
            "us |me |record|file|papers |evidence |document|information ",
        ),
        {
            By.SUBJECT: (
                rf"\b{_LOATH} (?:\w+ )?(?:provide|release|disclose|hand over|share|give|supply|send|produce)"
                r" (?:(?:us|me)\b|(?:its|the|their) records\b|[^.,;]{0,40}?\b(?:records?|files?|papers|evidence"
                r"|documents?|information)\b[^.,;]{0,20}?\b(?:us|until|requested|asked)\b)",
            ),
        },
    ),
)
_DISAPPOINTED = define_wordings(
    _KIND,
    ("disappoint|surpris|regret|dismay", "refused |declined |not |unwilling |reluctant |rejected "),
    {
        By.SUBJECT: (
            r"\b(?:disappoint\w*|surpris\w+|regret\w*|dismay\w*) (?:\w+ ){0,3}?that [^.,;]{2,60}? (?P<act>would not"
            r"|refused|declined|(?:was|were) (?:not (?:willing|prepared)|unwilling|reluctant)|rejected|(?:did|does"
            r"|do) not (?:intend|propose|mean) to (?:keep|honour|carry|pay|comply|implement|act))\b",
        ),
    },
)
_SETTLED = r"\b(?:agree|accept|settle|remed|recommend|undert|promised|pay)"
_NOT_TO = r"(?:\w+ )?(?:not to|against|(?:that )?(?:it|they|you) would not)"
_RENEGED = (
    define_wordings(
        _KIND,
        (
            "reneged |back|pulled |resiled |withdrew |broke |mind |position |stance |thoughts |rowed |reversed "
            "|retracted |rescinded ",
        ),
        {
            By.SUBJECT: (
                r"\b(?:reneged on|went back on|gone back on|backed out of|pulled out of|resiled from|back-?tracked"
                r"|rowed back|(?:withdrew (?:from )?|reversed |retracted |rescinded )(?:its|their|your)"
                r" (?:agreement|acceptance)|broke (?:its|their|your) (?:word|promise|undertaking|agreement))\b",
                r"\b(?:changed (?:its|their|your) (?:mind|position|stance)|had second thoughts)\b",
            ),
        },
        _SETTLED,
    ),
    define_wordings(
        _KIND,
        (
            "sought |tried |attempted ",
            "revisit |reopen |re |overturn |back |renegotiate |withdraw |reverse |undo ",
        ),
        {
            By.SUBJECT: (
                r"\b(?:sought|tried|attempted) to (?:revisit|re-?open|overturn|go back on|renegotiate|withdraw(?: "
                r"from)?"
                r"|reverse|undo) (?!(?:its|their)\b)[^.,;]{0,40}?\b(?:finding|decision|recommend|remed|settle|agree)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("longer ", "no "),
        {
            By.SUBJECT: (
                r"\bno longer (?:intend|will|wish|propos|prepared|want|agree)\w* (?:to )?(?:honour|carry|implement|pay"
                r"|act|comply|make|keep|accept|agree)",
            ),
        },
        _SETTLED,
    ),
    define_wordings(
        _KIND,
        ("honour |stand |keep |abide ", "not |fail"),
        {By.SUBJECT: (r"\b(?:fail(?:ed|ing)? to|did not|would not) (?:honour|stand by|keep to|abide by)\b",)},
        _SETTLED,
    ),
    define_wordings(
        _KIND,
        ("decided |chose |elected |opted ", "not |against "),
        {
            By.SUBJECT: (
                r"\b(?:agree(?:d|ing)|accept(?:ed|ing)|promised|undertook|settlement|remedy)\b[^.;]{0,120}?"
                r"(?:\b(?:but|then|later|subsequently|only to|before)\b|, (?!and\b))[^.;]{0,60}?"
                rf"(?P<act>\b(?:decided|chose|elected|opted)) {_NOT_TO}(?! (?:appeal|challenge))",
                rf"\b(?:decided|chose|elected|opted) {_NOT_TO} (?:honour|carry out|carrying out|implement\w*|pay\w*"
                r"|complet\w+|act(?:ing)? on|fulfil|keep) [^.;]{0,60}?\b(?:settle|remed|recommend|agreed|offered)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "agreed |accepted |promised |undertook |having ",
            "but |then |later |subsequently |only |wrote |told |said |informed |decided |refused |declined |announced ",
            "not |refus|declin|withdrew ",
        ),
        {
            By.SUBJECT: (
                r"\b(?:agreed|accepted|promised|undertook)\b[^.;]{0,100}?\b(?:but|then|later|subsequently"
                r"|only to)\b[^.;]{0,60}?\b(?:would not|refused|declined|withdrew)\b",
                r"\bHaving (?:said|agreed|accepted|promised|undertaken"
                r"|offered)\b[^.;]{2,100}?, [^.;]{2,60}?(?P<act>\b(?:wrote|told|said|informed|decided|refused|declined"
                r"|announced)\b)[^.;]{0,60}?\b(?:would not|not to|refus|declin)",
            ),
        },
        r"\b(?:settle|remed|recommend|pay|refund|apolog|propos|our\b|us\b)",
    ),
)
REFUSALS = (*_REFUSED, _UNMOVED, _NO_FAULT, *_UNHELPFUL, _DISAPPOINTED, *_RENEGED)
