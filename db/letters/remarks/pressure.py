"""That a council acted only because the Ombudsman stepped in or pressed it, as letters word it."""

from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_KIND = RemarkKind.REFUSAL
_POWERS = define_wordings(
    _KIND,
    (
        "summons|powers |resort|recourse |turn|threat|warn|use|using |exercise|invoke",
        "summons|powers |legal |court |law |formal ",
    ),
    {
        By.PRESSED: (
            r"\bwitness summons(?:es)?\b",
            r"\bsummons(?:es|ed)?\b(?![^.]*\b(?:tax|court|magistrates|liability|arrears)\b)",
            r"\b(?:resort(?:ed|ing)?|recourse|turn(?:ed)?) to (?:\w+ ){0,3}?(?:powers|legal|court|law|formal)\b",
            r"\b(?:use[d]?|using|exercise[d]?|invoke[d]?) (?:our|my) (?:\w+ )?(?:statutory |legal |formal "
            r"|High Court )+powers to (?:get|obtain|make|compel|require|secure|demand)",
            r"\b(?:until|unless|before) (?:I|we) (?:used|invoked|exercised|threatened) (?:our|my) (?:\w+ )?powers\b",
            r"\b(?:threat\w*|warn\w*) (?:\w+ ){0,4}?(?:legal|formal|court) (?:action|proceedings|steps)\b",
        ),
    },
    about=r"\b(?:witness|records|information|documents?|files?|papers|our|us|evidence|reply|replied|we|I)\b",
)
_REPORT = (
    r"(?:(?:public(?: interest)?|formal) reports?|a report|our report|report publicly|go public|publish(?:ing|ed)?"
    r"|publication)"
)
_THREATENED = define_wordings(
    _KIND,
    (
        "report|publi",
        "threat|warn|prospect |told |tell|inform|advis|plain |clear |notice |faced |say |until |only |before |close "
        "|about |point |brink |verge |preparing |ready ",
        "would |minded |threat|warn|prospect |faced |until |only |before |might |intend|consider|will |notice "
        "|unless |when ",
    ),
    {
        By.ASKED: (
            r"\b(?:threat\w*|warn\w*|told|tell|telling|inform\w*|advis\w*|made (?:it )?(?:plain|clear)|gave notice"
            r"|wrote to say)\b(?:(?!\b(?:issued|published|because|about how|following|led|not)\b)[^.;]){0,100}?"
            rf"\b{_REPORT}\b(?:(?! (?:about|on|into) (?!its|your|the council|their|this|that))"
            rf"|[^.;]{{0,60}}\b(?:would|unless|until|before)\b)",
        ),
        By.PRESSED: (
            r"\b(?:(?:was|were|been|being) (?:threatened|warned|told)|prospect|threats?|faced with) [^.,;]{0,60}?"
            rf"\b{_REPORT}\b",
            r"\b(?:close to|about to|on the (?:point|brink|verge) of|preparing to|ready to) (?:issu\w+|publish\w*) "
            r"[^.,;]{0,40}?"
            rf"\b{_REPORT}\b[^.;]{{0,80}}?\b(?:when|before|until|unless)\b",
            r"\b(?:until|only (?:when|after|once)|before) (?:I|we) (?:\w+ ){0,2}?"
            rf"(?:prepared|drafted|written|threatened|decided|sent|issued) [^.,;]{{0,40}}?\b{_REPORT}\b",
        ),
    },
)
_WE = r"(?:we|I|my \w+|our \w+|the Ombudsman)"
_OUR_STEP = r"(?:(?:\w+ ){0,2}?(?:I|we|us|my|our|the Ombudsman)\b|(?:a |the )?(?:threat|draft|prospect|witness))"
_STEPPED = (
    r"(?:became|become|got|intervened|stepped|began|begun|started|opened|wrote|written|contacted|made|asked|told"
    r"|telephoned|phoned|called|threatened|investigated|involved|pressed|insisted)"
)
_INTERVENED = r"(?:interventions?|involvement|investigations?|enquiries|insistence|persistence)"
_GAVE_IN = (
    r"[^.,;]{2,50}? (?:agreed|accepted|acted|did anything|would (?:\w+ )?(?:act|put|agree|apologise|accept|pay|do"
    r"|provide"
    r"|release)|put|paid|provided|released|took|complied|gave|apologised)"
)
_OUR_STEMS = "i |we |us |my |our |ombudsman |threat|draft|prospect |witness "
_ONLY_THEN = (
    define_wordings(
        _KIND,
        ("only |not ", "after |when |once |because |following |until |result ", _OUR_STEMS),
        {
            By.SUBJECT: (
                r"\bonly (?:acted|responded|agreed|complied|moved|paid|apologised|accepted|took action|released"
                r"|provided|offered|made|arranged|resolved|began|started|changed|reconsidered|settled|completed"
                r"|issued)\b"
                rf"[^.;]{{0,60}}? (?:after|when|once|because|following) {_OUR_STEP}",
                r"\b(?:acted|responded|agreed|complied|moved|paid|apologised|accepted|took (?:any )?action"
                r"|put \w+ right|released|provided|offered|made|arranged|resolved|began|started|changed|reconsidered"
                r"|relented|backed down|gave|settled)\b[^.,;]{0,60}?"
                rf" only (?:after|when|once|because|following|as a result of) {_OUR_STEP}",
            ),
            By.KNOWN: (rf"\b(?:only|not) (?:when|after|once|until|because) {_WE} (?:\w+ ){{0,2}}?{_STEPPED}\b",),
        },
    ),
    define_wordings(
        _KIND,
        ("until |before ", "nothing |not |no |failed |little ", _OUR_STEMS),
        {
            By.SUBJECT: (
                r"\b(?:did nothing|took no (?:\w+ )?action|(?:did|had|has|have|would) not (?:act|do|done|acted|take"
                r"|taken|put|agree|pay)|failed to (?:act|do|take|put))\b"
                rf"[^.;]{{0,60}}? (?:until|before) {_OUR_STEP}",
            ),
            By.KNOWN: (rf"\b(?:nothing|no action|little)\b[^.;]{{0,50}}? until {_WE} (?:\w+ ){{0,2}}?{_STEPPED}\b",),
        },
    ),
    define_wordings(
        _KIND,
        (
            "before ",
            "had |needed |obliged |forced |took ",
            "agreed |accepted |acted |anything |would |put |paid |provided |released |took |complied |gave "
            "|apologised ",
        ),
        {
            By.PRESSED: (
                r"\b(?:had to|needed to|was obliged to|were obliged to|was forced to|were forced to"
                r"|took (?:\w+ ){1,2}?(?:letters?|requests?|reminders?|attempts|meetings?|months|threats?))\b"
                rf"[^.;]{{0,120}}? before {_GAVE_IN}\b",
                rf"\btook (?:\w+ ){{1,3}}?(?:from|by) (?:me|us|my \w+|our \w+)\b[^.;]{{0,60}}? before {_GAVE_IN}\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "intervention|involvement |investigation|enquiries |insistence |persistence |office |threat|prospect ",
            "only |took |needed |required |necessary |without |but |insistence ",
        ),
        {
            By.KNOWN: (
                r"\bonly (?:through |because of |as a result of |thanks to |due to |after |following |with |on )?"
                rf"(?:my|our|the Ombudsman's) (?:\w+ )?{_INTERVENED}\b",
                r"\b(?:took|needed|required) (?:\w+ ){0,2}?(?:my|our|the Ombudsman's) (?:\w+ )?"
                rf"(?:{_INTERVENED}|office)\b",
                r"\btook (?:an?|the) (?:\w+ )?(?:intervention|involvement|threat|prospect) (?:of|from|by) ",
                rf"\b(?:without|but for) (?:(?:my|our) (?:\w+ )?{_INTERVENED}|(?:\w+ ){{0,2}}?{_INTERVENED} (?:from|by"
                rf"|of|on) (?:the part of )?(?:me|us|my|our|the Ombudsman))\b",
                rf"\b(?:took|needed|required) (?:\w+ ){{0,3}}?{_INTERVENED} (?:from|by|of)"
                r" (?:me|us|my|our|the Ombudsman)\b",
                rf"\b(?:my|our) (?:\w+ )?{_INTERVENED} (?:was|were|had been) (?:\w+ )?(?:needed|required|necessary)\b"
                r"|\bat (?:my|our) insistence\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("would ", "had ", "not "),
        {By.KNOWN: (rf"\bwould (?:\w+ ){{0,4}}?had {_WE} not (?:\w+ ){{0,2}}?{_STEPPED}\b",)},
    ),
)
PRESSURE = (_POWERS, _THREATENED, *_ONLY_THEN)
