"""That a council was late with remedies or with its answers to the Ombudsman, as letters word it."""

from db.letters.remarks.numbers import COUNT, SEVERAL
from db.letters.remarks.terms import (
    AGREED,
    COMPLY,
    FOR_US,
    LONG,
    MANY_DAYS,
    OUTSIDE,
    OWED,
    OWED_STEMS,
    REDRESS,
    REMEDY,
    REPLY,
    US,
    WITHIN,
    WORDS,
)
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_LATE = (
    r"(?:late(?! (?:\d|in the (?:year|day)|last|january|february|march|april|may\b|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter))|overdue|delayed|behind (?:schedule|time)|belatedly)\b"
)
_DONE = (
    r"(?:was|were|are|been|came|arrived|sent|received|provided|completed|implemented|delivered)"
    r"(?: too)?(?: often| also| (?!rarely|hardly|scarcely|barely|seldom)\w+ly)?"
)
_CASES = r"(?:cases?|complaints?|occasions?|investigations?|instances?|enquir(?:y|ies)|remed(?:y|ies)|recommendations?)"
_GIVE = (
    r"(?:pay(?:ing)?|mak(?:e|ing)|send(?:ing)?|issu(?:e|ing)|provid(?:e|ing)|complet(?:e|ing)|carry(?:ing)? out"
    r"|offer(?:ing)?|writ(?:e|ing)|arrang(?:e|ing)|apologis(?:e|ing))"
)
_EXCESS = r"(?:beyond|outside|above|over|longer than|in excess of|more than|against|double|twice)"
_NOT_MET = (
    r"(?:miss(?:ed|ing)|(?:failed|failing) to (?:meet|keep to|observe)|(?:did|does|has|have|had) not (?:\w+ )?(?:met"
    r"|meet|kept to|keep to|observed?)|overran|exceeded|breached|ignored|overshot|let)"
)
_LIMIT = r"(?:deadlines?|timescales?|timeframes?|time limits?|target dates?|dates?|due dates?)"
_TIME_STEMS = "time |times |timescale|timeframe|deadline|date|due "
_KIND = RemarkKind.LATE_COMPLIANCE
_DELAYED = (
    define_wordings(
        _KIND,
        (
            "late |delay|slow |poor |patchy |disappointing ",
            "compl|provid|implement|carry|respon|pay|repl|send|deliver|mak|submit|answer|apolog|recommend|remed|agree"
            "|enquir|request|letter|question|in |on |evidence ",
        ),
        {
            By.SUBJECT: (
                r"\b(?:late|delays?|delayed|slow) (?:in |with |at )?(?:complying|compliance)\b",
                r"\b(?:replied|responded|answered|complied) [^.,;]{0,50}?\blate\b(?! (?:in the|on|last))",
                r"\b(?:paid|apologised|completed|implemented|provided|delivered|carried out|sent"
                r"|made) (?:\w+ ){0,3}?(?:recommend\w+|remed\w+|payments?|agreed \w+|apolog\w+|responses?"
                r"|replies) (?:\w+ ){0,4}?late\b(?! (?:in the|on|last))",
                r"\b(?:late|delayed|slow) (?:in |with |at |to )?(?:providing|completing|implementing|carrying out"
                r"|responding|paying|replying|sending|delivering|making|submitting|respond|reply|answer|provide"
                r"|comply)\b"
                rf"[^.,;]{{0,60}}?\b{FOR_US}",
                rf"\b(?:was|were|been) (?:\w+ )?late (?:in doing so )?(?:in"
                rf"|on) {COUNT} (?:of (?:\w+ ){{0,2}})?{_CASES}",
            ),
            By.THEIRS: (
                rf"\b(?:late|delayed)(?: (?:and|or|but) \w+|, \w+)? {REMEDY}\b",
                r"\b(?:delays? (?:in |with )(?:complying|compliance)|late compliance)\b",
                rf"\bcompliance (?:with (?:\w+ ){{1,2}})?(?:was|is|has been) {WORDS}?(?:late|slow|poor|patchy"
                rf"|disappointing)\b",
                r"\bdelays?(?: by [^.,;]{0,40}?)? in (?:providing|completing|implementing|carrying out|responding"
                r"|receiving|getting|obtaining|putting|replying"
                rf"|answering|supplying|sending)\b[^.,;]{{0,60}}?\b(?:{FOR_US}|evidence)",
                r"\bdelays? (?:in|with|to) (?:making |paying |issuing |sending )?(?:\w+ ){0,4}?(?:payments?|apolog"
                r"|remed)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("late |delay|overdue |behind |belatedly ", "recommend|remed|agreed |service |respon|repl"),
        {
            By.THEIRS: (
                rf"(?<!\ba\s)\b{REMEDY}(?: to (?:our|my) (?:\w+ )?\w+)? (?:{WORDS}){{0,10}}?{_DONE} {_LATE}",
                rf"\b{REMEDY}(?: to (?:us|me|(?:our|my) (?:\w+ )?\w+))? (?:{WORDS}){{0,3}}?(?:subject to"
                rf"|suffered(?: from)?|marked by) {WORDS}{{0,2}}?delays?\b",
                rf"\b(?:{REMEDY}|(?:response|reply|answer) to (?:us|me|our|my)\b)[^.;]{{0,40}}?"
                r"\b(?:days|weeks?|months?) (?:behind|late|overdue)\b",
                rf"\b{REMEDY}[^.;]{{0,60}}?, (?:{SEVERAL}|half|most|many|some|one|all) (?:\w+ ){{0,3}}?{_DONE} {_LATE}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("late ", "enquir|request|letter|question", "answer|respon|replied |dealt "),
        {
            By.THEIRS: (
                rf"\b(?:our|my) (?:\w+ )?(?:enquiries|requests|letters|questions) {WORDS}{{0,5}}?"
                r"(?:answered|responded to|replied to|dealt with) (?:\w+ )?late\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("timely |promptly |prompt |promptness |timeliness ", "not |fail|lack ", OWED_STEMS),
        {
            By.THEIRS: (
                r"\b(?:not|fail(?:ed|ing|ures?)? to) (?:\w+ ){0,8}?(?:timely|promptly|prompt)\b",
                r"\black of (?:timely|prompt(?:ness)?|timeliness)\b",
            ),
        },
        rf"\b(?:{FOR_US}|{REDRESS}|complied|compliance)",
    ),
    define_wordings(
        _KIND,
        (
            "late |delay|slow |overdue |held |weeks |months |long ",
            "payment|apolog|refund|compensation ",
        ),
        {
            By.THEIRS: (
                rf"\b(?:payments?|apolog(?:y|ies)|refunds?|compensation) (?:{WORDS}){{0,6}}?(?:{_LATE}|slow|held up"
                rf"|\w+ (?:weeks|months)|too long)\b",
                r"\bdelays? (?:\w+ ){0,3}?before (?:\w+ ){0,6}?(?:apolog|payment|refund)",
            ),
        },
        r"\b(?:agree|accept|recommend|remed|settle|our\b)",
    ),
    define_wordings(
        _KIND, ("slippage |tardiness |lateness ",), {By.THEIRS: (r"\b(?:slippage|tardiness|lateness)\b",)}, OWED
    ),
)
_IN_TIME = (
    define_wordings(
        _KIND,
        ("not |t |fail", "agreed |set "),
        {
            By.THEIRS: (
                rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,12}}{WITHIN}",
                r"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){0,8}?(?:payments?|remed(?:y|ies)|apolog(?:y|ies)"
                r"|recommendations?)\b[^.,;]{0,30}? (?:within|by|in) the [^.,;]{0,40}?\b(?:agreed|set)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("not |t |fail|none ", "time ", "in |on |agreed |within "),
        {
            By.THEIRS: (
                rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,4}}?{FOR_US}\w*(?: \w+){{0,6}}? (?:on time|in time)\b",
                rf"\bnone of [^.,;]{{0,80}}? (?:{WITHIN}|on time\b|in time\b|within the time)",
                rf"\b{REMEDY} (?:\w+ ){{0,8}}?not (?:\w+ ){{0,3}}?(?:on time|in time)\b",
            ),
        },
    ),
    define_wordings(_KIND, ("outside |beyond |later |after ", "agreed "), {By.THEIRS: (rf"\b{OUTSIDE}",)}),
    define_wordings(
        _KIND,
        ("only |just |fewer |less ", "time |times |timescale|timeframe|deadline|date", "agreed |on |in "),
        {By.THEIRS: (rf"\b(?:only|just|fewer than|less than) [^.,;]{{0,80}}? (?:{WITHIN}|on time\b|in time\b)",)},
    ),
    define_wordings(
        _KIND,
        (
            "0 |cent ",
            "recommend|remed|agreed |service |respon|repl|enquir",
            "time |timescale|timeframe|deadline|date",
            "agreed |on |in ",
        ),
        {
            By.THEIRS: (
                r"\b(?:[1-6]?\d|(?:one|two|five|six|seven|eight|nine|ten|eleven|twelve|thir\w+|four\w*|fif\w+|sixteen"
                r"|seventeen|eighteen|nineteen|twenty|forty)(?:-\w+)?)(?:%| per cent)(?: of)? (?:(?:\w+ ){0,2}?"
                rf"{REMEDY}|(?:our|my) enquiries)[^.;]{{0,60}}? (?:{WITHIN}|on time\b|in time\b)",
            ),
        },
    ),
)
_DEADLINES = (
    define_wordings(
        _KIND,
        (
            "miss|fail|met |kept |achieved |not |overran |overshot |exceeded |breached |ignored |let |difficult"
            "|problem|trouble |struggl",
            _TIME_STEMS,
        ),
        {
            By.SUBJECT: (
                rf"\b{_NOT_MET} (?:\w+ ){{0,2}}?{AGREED}",
                rf"\b{_NOT_MET} (?:\w+ ){{0,4}}?(?:{_LIMIT}|time)[^.,;]{{0,60}}?\b(?:{FOR_US}"
                r"|(?:we|I) (?:had )?(?:gave|given|set|asked|allow)|for repl|for respon)",
                rf"\b{_NOT_MET} (?:\w+ ){{0,3}}?(?:our|my) (?:\w+ ){{0,2}}?{_LIMIT}",
                rf"\b(?:met|kept to|achieved) (?:our|my|the agreed) (?:\w+ ){{0,2}}?{_LIMIT}[^.;]{{0,40}}?"
                r" in (?:only|just|fewer than|less than|none|no more than)\b",
                r"\b(?:difficult(?:y|ies)|problems?|trouble|struggled|struggling|struggles) (?:in |with |to )?"
                rf"(?:meet|keep|adher|compl|stick)\w* (?:\w+ ){{0,3}}?(?:{_LIMIT}|response times?)",
            ),
            By.THEIRS: (rf"\b{REMEDY}[^.;]{{0,50}}? {_NOT_MET} (?:\w+ ){{0,3}}?{_LIMIT}",),
        },
    ),
    define_wordings(
        _KIND,
        (
            "outstanding |incomplete |unpaid |undone |weeks |months |long |well ",
            "after |beyond |past ",
            _TIME_STEMS + "|should ",
        ),
        {
            By.THEIRS: (
                r"\b(?:outstanding|incomplete|unpaid|undone)\b[^.;]{0,30}? (?:after|beyond|past) the (?:agreed )?"
                rf"(?:times?|{_LIMIT})\b",
                r"\b(?:weeks|months|long|well) (?:after|past) (?:(?:it|they) (?:was|were|had been|fell|should) (?:due"
                r"|have been)"
                rf"|(?:the|our|my|that|this|its) (?:\w+ ){{0,2}}?{_LIMIT})\b",
                rf"\b{_LIMIT} (?:\w+ ){{0,3}}?(?:were|was|being|been) (?:\w+ )?(?:missed|not met|exceeded|ignored"
                rf"|overrun)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("after |beyond |past |outside ", "deadline|timescale|timeframe|limit|date|agreed ", OWED_STEMS + "|action"),
        {
            By.THEIRS: (
                r"\b(?:carried out|completed|implemented|done|paid|made|provided|sent|delivered|received|arrived|came)"
                rf" (?:\w+ ){{0,3}}?(?:after|beyond|past|outside) (?:the|our|my|its) (?:\w+ )?{_LIMIT}\b",
            ),
        },
    ),
)
_RESPONSE_TIMES = (
    define_wordings(
        _KIND,
        ("time |times |days ", "respon|repl|answer|recommend|remed|agreed "),
        {
            By.THEIRS: (
                rf"\btime (?:taken |it takes |it took )?to {REPLY}\b[^.;]{{0,60}}?\b{MANY_DAYS}",
                rf"\b(?:response|reply|answer) times? [^.,;]{{0,60}}?{MANY_DAYS}",
                rf"\b(?:response|reply) times? (?:{WORDS}){{0,5}}?(?:excessive|too long|unacceptabl\w+|poor"
                rf"|disappointing|slow|a concern|of concern|worse\w*|deteriorat\w+|risen|lengthened|{_EXCESS} (?:the"
                rf"|our|that|what|\d))",
                rf"\b(?:respond|reply|answer|responded|replied|answered)\b[^.,;]{{0,50}}? (?:in|within|of"
                rf"|after) (?:\w+ ){{0,4}}?{MANY_DAYS}",
                rf"\b{MANY_DAYS}[^.,;]{{0,40}}? to (?:respond|reply|answer)\b",
                rf"\b{REMEDY}[^.,;]{{0,20}}? (?:took|averaged) (?:\w+ ){{0,4}}?{MANY_DAYS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("time ", "took |takes |taken ", "respon|repl|answer"),
        {
            By.THEIRS: (
                rf"\btime (?:that )?(?P<act>[^.;,]{{2,50}}? (?:took|takes"
                rf"|taken) to {REPLY} (?:to )?{US})[^.;]{{0,60}}?"
                r"(?:excessive|too long|unacceptabl|a concern|of concern|disappoint)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("concern|disappoint|frustrat|unhappy |dissatisfied |troubled ", "time |times |long ", "respon|repl|answer"),
        {
            By.NAMED: (
                r"\b(?:concern(?:s|ed)?|disappoint\w+|frustrat\w+|unhappy|dissatisfied|troubled) (?:about|at|by|with"
                r"|over|that|to \w+) [^.;]{0,60}?(?:\bresponse times?\b|\b(?:time|long)\b[^.;,]{0,60}?"
                rf" (?:takes?|took|taken|taking) to {REPLY} (?:to )?{US})",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("improve", "promptness |timeliness |speed |time |times ", "respon|repl|answer"),
        {
            By.NAMED: (
                r"\b(?:improvement in|improve) (?:\w+ ){0,3}?(?:promptness|timeliness|speed|response times?"
                r"|reply times?"
                rf"|time\b[^.;,]{{0,40}}? to {REPLY} )",
            ),
        },
    ),
)
_TAKEN = (
    define_wordings(
        _KIND,
        ("took ", OWED_STEMS),
        {
            By.SUBJECT: (
                r"\btook longer than (?:we had )?agreed\b",
                rf"\btook {LONG}[^.;]{{0,40}}? {REPLY} (?:to )?{US}(?![^.;]*\bwithin\b)",
                rf"\btook {LONG} (?:to|in|before) (?:\w+ )?{_GIVE}\b[^.,;]{{0,80}}?\b{REDRESS}",
                rf"\btook {LONG} to (?:apologise|comply|implement (?:our|my|the|its|all|one|what))\b",
            ),
            By.THEIRS: (
                rf"\btook [^.;]{{1,40}}? to {_GIVE}\b[^.;]{{0,40}}?\b(?:apology|payment)[^.;]*?\bagreed\b",
                rf"\btook (?:[\w']+ ){{1,4}}?{LONG} to (?:{_GIVE}\b[^.,;]{{0,80}}?\b{REDRESS}|{REPLY} (?:to )?{US})",
                r"\b(?:apolog(?:y|ies)|payments?|remed(?:y|ies)|repl(?:y|ies)|answers?"
                r"|responses?)\b[^.;]{0,60}? took (?:[^.,;]{1,40}? )?(?:weeks|months|too long|a year|half a year)\b",
                rf"\b(?:repl(?:y|ies)|answers?|responses?|remed(?:y|ies)|payments?|apolog(?:y"
                rf"|ies))\b[^.;]{{0,40}}? (?:took|taken|taking) (?:[\w']+ ){{0,4}}?{LONG}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("gone |passed |elapsed |went ", "weeks |months |year|days "),
        {By.KNOWN: (r"\b(?:weeks|months|a year|years) (?:had |have )?(?:gone by|passed|elapsed|went by)\b",)},
        OWED,
    ),
)
_WAITING = (
    define_wordings(
        _KIND,
        ("more |extra |further |additional |extension", "time |extension", "asked |requested |sought |needed "),
        {
            By.SUBJECT: (
                r"\b(?:asked for|requested|sought|needed) (?:more|extra|further|additional|an? extension"
                r"|extensions?)(?: of)?(?: time)? (?:\w+ ){0,3}?(?:every|each|most|many|repeated|several|frequent|half"
                r"|\d+|two|three|four|five|six)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (
            "wait",
            "apolog|payment|remed|refund|compensation|long|lengthy |unacceptable |excessive |twice |double |times "
            "|days |weeks |month|year",
        ),
        {
            By.KNOWN: (
                r"\b(?:left|kept) (?:\w+ )?waiting for (?:\w+ ){0,5}?(?:apolog|payment|remed|refund|compensation)",
                r"\b(?:long|lengthy|unacceptable|excessive|months'|months of|weeks of) waits? (?:for"
                r"|before)\b[^.;]{0,40}?(?:apolog|payment|remed|refund|compensation)",
                rf"\b(?:wait(?:ed|ing)?|waits?)\b[^.;]{{0,30}}? (?:{LONG}|\w+ (?:weeks|months)"
                rf"|long(?:er)?)\b[^.;]{{0,40}}?"
                r" (?:(?:for|before|until|than (?:was |we )?agreed) (?:\w+ ){0,5}?(?:apolog|payment|remed|refund"
                r"|compensation|to (?:pay|apologise)\b)|to be (?:paid|sent|given|apologised))",
                rf"\bwait(?:ed|ing)?\b[^.;]{{0,20}}? (?:{LONG}|\w+ (?:weeks|months)) for [^.,;]{{2,60}}? to (?:pay"
                rf"|apologise|{COMPLY})\b[^.;]{{0,60}}?\b{REDRESS}",
            ),
            By.ASKED: (rf"\b(?:wait(?:ed|ing)?) (?:for )?(?:{LONG}|\w+ (?:weeks|months)) (?:for|before|until)\b",),
        },
    ),
    define_wordings(_KIND, ("long ", "coming "), {By.KNOWN: (r"\blong in coming\b",)}, OWED),
)
LATE_COMPLIANCE = (*_DELAYED, *_IN_TIME, *_DEADLINES, *_RESPONSE_TIMES, *_TAKEN, *_WAITING)
