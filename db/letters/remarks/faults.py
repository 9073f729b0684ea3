"""What councils do wrong by the Ombudsman, as letters word it: reports, refusals, delays, bad apologies."""

from db.letters.remarks.numbers import COUNT, SEVERAL
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_REPORTS = rf"(?:{COUNT} (?:further )?(?:formal )?)?public(?: interest)? reports?"
_REPORTED = (
    r"(?:(?:issued|published)"
    r"|(?:had|had cause|decided|chose|felt it necessary|found it necessary|it was necessary(?: for (?:me|us))?)"
    r" to (?:issue|publish)"
    r"|took the (?:\w+ )?(?:step of issuing|step of publishing|decision to issue|decision to publish))"
)
_ABOUT = (
    r"(?:about|against|on|concerning|regarding|into|following|after|highlighting|criticising) (?P<about>(?:"
    r"(?!(?:in )?which\b|where\b|who\b|that (?!your\b|(?:the )?council)|but\b|and (?:I|we|\w+ed)\b"
    r"|(?:for|to|with) (?:the|your)\b)[^.,;]){0,120})"
)
_AS_OF = r"(?! (?:made |issued )?(?:of|by|from) (?!us\b|me\b|the Ombudsman|my office|your\b|the council))"
"""Not followed by another whose recommendations they are."""
_OURS = (
    rf"(?:(?:any|all|some|one|part|most|{SEVERAL}) (?:of )?)?(?:our|my|the Ombudsman's|these|those|the)"
    rf" (?:draft |final |proposed |provisional |key |{SEVERAL} )*"
    rf"(?:recommendations?|recommended remed(?:y|ies)|findings?|decisions?|remed(?:y|ies)|reports?)\b{_AS_OF}"
)
_WENT = r"(?:also |then |again |initially |at first |twice |repeatedly |still |yet |fully )*"
_UNWILLING = r"(?:declined|refused|continue[sd] to refuse|still refuses) to"
_TO_AGREE = r"(?:accept(?:ing)?|agree(?:ing)? (?:to|with)|comply(?:ing)? with|implement(?:ing)?)"
_LONG = r"(?:too long|(?:\w+ ){0,2}?(?:a long time|\w+ (?:weeks|months|years)))"

_REMEDY = (
    r"(?:recommendations?|recommended actions?|remed(?:y|ies)|agreed (?:actions?|payments?)|service improvements?"
    r"|(?:responses|replies)(?! to (?:\w+ ){0,2}?(?:complain|residents|tenants|famil|people|Mrs?\b|Ms\b|him\b|her\b)))"
)
"""What a council owes the Ombudsman; what it owes a complainant ("responses to complaints") is another matter."""
_FOR_US = (
    rf"(?:{_REMEDY}|(?:our|my) (?:\w+ )?(?:enquir|request|investigat|draft|letter)"
    r"|we (?:had )?(?:recommended|agreed)|to (?:us|me|our|my)\b)"
)
_COMPLY = (
    r"(?:compl(?:y|ied|ying) with|implement(?:ed|ing)?|carr(?:y|ied|ying) out|complet(?:e|ed|ing)|act(?:ed)? on|paid"
    r"|pay|deliver(?:ed|ing)?|provid(?:e|ed|ing)|ma[kd]e|honour(?:ed)?|put(?:ting)? in place)"
)
_RECOMMENDED = (
    r"(?:(?:\w+ ){0,4}?(?:recommendation|(?<!\ba\s)(?<!\bany\s)remed(?:y|ies)\b|agreed action"
    r"|(?:we|I) (?:had |have )?recommended)"
    r"|(?:\w+ ){0,10}?under our recommendations?)"
)
_AGREED = r"(?:agreed (?:time|times|timescales?|timeframes?|deadlines?|dates?)|(?:timescales?|time|deadlines?) agreed)"
_WITHIN = rf"(?:within|by|to) (?:the |our |an? )?{_AGREED}"
_OUTSIDE = rf"(?:outside|beyond|later than|after) (?:of )?(?:the |our )?{_AGREED}"
_UNTIMELY = rf"(?![^.;]{{0,40}} (?:{_WITHIN}|{_OUTSIDE}|on time\b|in time\b))"
"""Not followed by a time: what was done late was done."""
_WORDS = (
    r"(?:(?!(?:not|never|rarely|seldom|hardly|no|none|although|though|but|while|whilst|because|since|when|until|before"
    r"|after)\b)[^\s.,;]+ )"
)
_LATE = (
    r"(?:late(?! (?:\d|in the (?:year|day)|last|january|february|march|april|may\b|june|july|august|september|october"
    r"|november|december|spring|summer|autumn|winter))|overdue|delayed)\b"
)
_DONE = r"(?:was|were|are|been|came|arrived|sent|received|provided|completed|implemented)(?: often| also)?"
_CASES = r"(?:cases?|complaints?|occasions?|investigations?|instances?|enquir(?:y|ies)|remed(?:y|ies)|recommendations?)"
_POOR = r"(?:unsatisfactory|inadequate|insincere|half-hearted)"

_PUBLIC_REPORT = {
    By.ABOUT: (
        rf"\b{_REPORTED} {_REPORTS}(?:, [^.,;]{{1,40}},)? {_ABOUT}",
        rf"\b(?:issued|published) {COUNT} (?:formal )?reports? (?:about|against) (?P<about>(?:your|the) \w+)",
        rf"\b{_REPORTS} (?:(?:was|were|has been|have been) )?(?:also )?(?:issued|published) {_ABOUT}",
        rf"\b(?:was|were|has been|have been) {_REPORTS} {_ABOUT}",
        r"\bpublic(?: interest)? reports? (?:that |which )?(?:I|we) (?:have )?(?:issued|published)"
        rf"(?: this year| in \w+| during the year)? {_ABOUT}",
    ),
    By.SUBJECT: (rf"\b(?:was|were|has been|have been) the subject of {_REPORTS}",),
    By.NAMED: (
        rf"\b(?:resulted in|led to|ended in|ended with|concluded with) (?:us issuing )?{_REPORTS}",
        r"\b(?:case|complaint|investigation)s?\b[^.;]{0,80}? (?:where|in which|on which|about which)"
        rf" (?:I|we) (?:\w+ )?(?:issued|published) {_REPORTS}",
    ),
}
_REFUSAL = {
    By.SUBJECT: (
        rf"\b(?:did|would|could) not {_WENT}(?:agree to|agree with|accept) (?:\w+ed )?{_OURS}",
        rf"\b(?:has|have|had) (?:still )?not {_WENT}(?:agreed to|agreed with|accepted) {_OURS}",
        rf"\b{_UNWILLING} [^.,;]{{0,80}}?\b(?:{_OURS}|(?:findings?|recommendations?)\b{_AS_OF})",
        rf"\b{_UNWILLING} [^.]{{0,160}}?\b(?:requests? (?:from|by) (?:us|me)|(?:our|my) requests?)",
        rf"\b(?:refused|declined|rejected|disputed|resisted|disagreed with) {_OURS}",
        rf"\b(?:voted|decided|chose|resolved) (?:to (?:reject|refuse|resist|dispute)|not to {_TO_AGREE}) {_OURS}",
        rf"\bcontinue[sd] to (?:dispute|challenge|contest|resist|reject) {_OURS}",
        rf"\b(?:was|were|has been|remains) (?:\w+ ){{0,2}}?(?:reluctant|unwilling|not willing|not prepared|slow)"
        rf" (?:to|in) {_TO_AGREE} {_OURS}",
        rf"\btook {_LONG} to {_TO_AGREE} {_OURS}",
        rf"\bdelayed (?:in )?{_TO_AGREE} {_OURS}",
        rf"\bonly (?:accepted|agreed to|agreed with) {_OURS} (?:\w+ ){{0,3}}?(?:after|when|once|following)\b",
        rf"\b(?:accepted|agreed to|agreed with) {_OURS} only (?:after|when|once|following)\b",
    ),
    By.THEIRS: (
        rf"\brefusal to\b[^.,;]{{0,80}}?\b(?:{_OURS}|(?:findings?|recommendations?)\b{_AS_OF})",
        rf"\b(?:reluctance|unwillingness) to {_TO_AGREE} {_OURS}",
        rf"\b(?:refusal|rejection) of {_OURS}",
        rf"\bdelays? in {_TO_AGREE} {_OURS}",
    ),
    By.PRESSED: (
        r"\bdraft further report\b",
        r"\bthreaten(?:ed)? to issue a (?:further report|witness summons)\b",
        r"\bissued a (?:further report|witness summons)\b",
    ),
}
_LATE_COMPLIANCE = {
    By.SUBJECT: (
        r"\b(?:late|delays?|delayed|slow) (?:in |with |at )?(?:complying|compliance)\b",
        r"\b(?:late|delayed|slow) (?:in |with |at )?(?:providing|completing|implementing|carrying out|responding|paying"
        rf"|replying|sending|delivering|making|submitting)\b[^.,;]{{0,60}}?\b{_FOR_US}",
        rf"\b(?:was|were|been) (?:\w+ )?late (?:in doing so )?(?:in|on) {COUNT} (?:of (?:\w+ ){{0,2}})?{_CASES}",
        r"\btook longer than (?:we had )?agreed\b",
        rf"\b(?:missed|failed to meet|did not meet) (?:\w+ ){{0,2}}?{_AGREED}",
        r"\bmissed (?:\w+ ){0,4}?(?:deadlines?|timescales?|target dates?)\b"
        rf"[^.,;]{{0,60}}?\b{_FOR_US}",
    ),
    By.THEIRS: (
        rf"\b(?:late|delayed) {_REMEDY}\b",
        r"\b(?:delays? (?:in |with )(?:complying|compliance)|late compliance)\b",
        rf"\bcompliance (?:was|is|has been) {_WORDS}?late\b",
        r"\bdelays?(?: by [^.,;]{0,40}?)? in (?:providing|completing|implementing|carrying out|responding|replying)\b"
        rf"[^.,;]{{0,60}}?\b{_FOR_US}",
        rf"(?<!\ba\s)\b{_REMEDY}(?: to (?:our|my) (?:\w+ )?\w+)? (?:{_WORDS}){{0,10}}?{_DONE} {_LATE}",
        rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,12}}{_WITHIN}",
        rf"\b(?:not|n't|fail(?:ed|ing) to) (?:\w+ ){{0,4}}?{_FOR_US}\w*(?: \w+){{0,6}}? (?:on time|in time)\b",
        rf"\b{_REMEDY} (?:\w+ ){{0,4}}?not (?:\w+ ){{0,3}}?(?:on time|in time)\b",
        rf"\b{_OUTSIDE}",
        rf"\b(?:only|just|fewer than|less than) [^.,;]{{0,80}}? (?:{_WITHIN}|on time\b)",
    ),
}
_NOT_COMPLIED = {
    By.SUBJECT: (
        rf"\b(?:failed|failing) to {_COMPLY} {_RECOMMENDED}{_UNTIMELY}",
        rf"\b(?:did|has|have|had) (?:still )?not (?:yet )?(?:fully )?{_COMPLY} {_RECOMMENDED}{_UNTIMELY}",
    ),
    By.THEIRS: (
        rf"\bfailures? to {_COMPLY} {_RECOMMENDED}{_UNTIMELY}",
        rf"\b(?:recommendations?|remed(?:y|ies)) (?:{_WORDS}){{0,6}}?(?:remains? outstanding"
        r"|(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:implemented|complied with|carried out))"
        rf"{_UNTIMELY}",
    ),
    By.ABOUT: (
        rf"\bwe (?:were|are) not satisfied (?:that )?(?P<about>[^.,;]{{3,40}}? (?:had|has) (?:\w+ )?{_COMPLY})",
    ),
}
_APOLOGY = {
    By.THEIRS: (
        rf"\bapolog(?:y|ies)\b[^.]{{0,90}}?(?:(?<!not\s)\b{_POOR}"
        r"|\bnot (?:good enough|satisfactory|sincere|adequate)|\bfell short)",
        rf"\b{_POOR} (?:letter of )?apolog(?:y|ies)\b",
    ),
}
FAULTS = (
    define_wordings(RemarkKind.PUBLIC_REPORT, ("report", "public|issu|publish"), _PUBLIC_REPORT),
    define_wordings(
        RemarkKind.REFUSAL,
        (
            "recommend|finding|decision|remed|report|request|summons",
            "not|declin|refus|reject|disput|resist|disagree|reluctan|unwilling|took|delay|only|challeng|contest|slow"
            "|further|summons|continue",
        ),
        _REFUSAL,
    ),
    define_wordings(
        RemarkKind.LATE_COMPLIANCE, ("late|delay|slow| time|agreed|missed| date|deadline|overdue",), _LATE_COMPLIANCE
    ),
    define_wordings(RemarkKind.NOT_COMPLIED, ("recommend|remed|agreed|satisfied", "not|fail|remain"), _NOT_COMPLIED),
    define_wordings(RemarkKind.APOLOGY, ("apolog",), _APOLOGY),
)
