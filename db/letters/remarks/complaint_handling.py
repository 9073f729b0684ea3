"""That a council handled complaints worse than is expected, as letters word it."""

from db.letters.remarks.judgements import CRITICAL, FAULT_STEMS, FAULTS, IN, IS_POOR, IS_POOR_STEMS, POOR, POOR_STEMS
from db.letters.remarks.terms import LONG, WORDS
from db.letters.remarks.wordings import By, define_wordings
from db.model import RemarkKind

_OF_A_SERVICE = (
    r"(?! (?:about|of|regarding|concerning) (?:an?\b|the\b|his|her|their|noise|nuisance|anti|neighbour|smell|odour|dust"
    r"|smoke|dog|bark|parking|disrepair|damp|pest|rats|fly|bin|missed|pothole|speeding|racis|harass|abuse))"
)
"""Not followed by what a service has to look into, whether or not anybody complains of the council."""
_COMPLAINTS = rf"complaints?\b{_OF_A_SERVICE}"
_COMPLAINANTS = (
    r"(?:complainants?|(?:persons?|people|those|residents|families|anyone|somebody|man|woman) who (?:had "
    r"|have )?complain(?:ed)?)"
)
_HANDLING = (
    r"(?:complaints?[\x20-]handling\b|handling of (?:[\w']+ ){0,3}?complaints?\b|complaints? (?:process(?:es)?"
    r"|procedures?"
    r"|system|function|service|team|responses?|performance|correspondence|arrangements)\b"
    r"|(?:responses?|repl(?:y|ies)|letters|answers) to (?:\w+ ){0,2}?"
    rf"(?:complaints?\b|{_COMPLAINANTS})"
    r"|(?:responses?|replies|letters|answers) (?:that )?[^.,;]{2,30}? (?:gives?|gave|sends?|sent|writes?|wrote) to"
    rf" (?:\w+ ){{0,2}}?{_COMPLAINANTS}"
    r"|(?:approach|attitude) to (?:\w+ )?complaints?\b"
    r"|(?:final|stage (?:one|two|1|2)) (?:responses?|repl(?:y|ies)|investigations?|letters?)\b|(?:management"
    r"|investigation"
    r"|consideration) of complaints\b|(?:ability|capacity|willingness|readiness) to (?:deal with|handle|respond to"
    r"|resolve|answer|investigate|manage) complaints\b"
    rf"|communications? with (?:\w+ )?{_COMPLAINANTS}"
    r"|tone of (?:\w+ ){0,4}?(?:letters|responses|replies)\b)"
)
"""What a council does about complaints, as a noun."""
_HANDLING_STEMS = (
    "handl|process|procedure|system |function|service |team |respon|performance |correspondence |arrangement|repl"
    "|letter|answer|approach|attitude |ability |capacity |willingness |readiness |investigat|management |consider"
    "|communication|tone "
)
_DEALS = (
    r"(?:deals? with|dealt with|handle[sd]?|respond(?:s|ed)? to|consider(?:s|ed)?|approach(?:es|ed)?|manage[sd]?"
    r"|investigate[sd]?|answer(?:s|ed)?|treat(?:s|ed)?)"
)
_TOPIC = "complain|final |stage |tone "
_KIND = RemarkKind.POOR_COMPLAINT_HANDLING
_POOR_HANDLING = (
    define_wordings(
        _KIND,
        (_TOPIC, POOR_STEMS),
        {
            By.OWNED: (
                rf"\b{POOR} (?:\w+ )?(?P<act>{_HANDLING})",
                r"\bbacklogs? (?:\w+ ){0,2}?(?P<act>complaints)\b",
                rf"\b{POOR} (?:way|manner) (?:in which |that )?[^.;]{{0,60}}?(?P<act>\bcomplaints?)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        (_TOPIC, IS_POOR_STEMS, _HANDLING_STEMS),
        {By.OWNED: (rf"(?P<act>\b{_HANDLING})(?:,? (?:which|that))? (?:{WORDS}){{0,10}}?{IS_POOR}",)},
    ),
    define_wordings(
        _KIND,
        ("complain", IS_POOR_STEMS, "way|manner |how "),
        {
            By.SUBJECT: (
                rf"\b(?:ways?|manner|how)\b [^.;]{{2,60}}? (?P<act>{_DEALS}) (?:\w+ ){{0,4}}?{_COMPLAINTS}(?:,? "
                rf"(?:which|that))? (?:{WORDS}){{0,8}}?{IS_POOR}",
            ),
        },
    ),
)
_FAULT_IN_HANDLING = (
    define_wordings(
        _KIND,
        (_TOPIC, FAULT_STEMS, _HANDLING_STEMS + "|dealt |managed "),
        {
            By.OWNED: (
                rf"\b{FAULTS} (?:\w+ ){{0,3}}?{IN}\b[^.;]{{0,90}}? (?P<act>{_HANDLING})",
                rf"\b{CRITICAL} [^.;]{{0,60}}?(?P<act>\b{_HANDLING})",
                rf"\b{FAULTS} [^.,;]{{0,40}}? (?:how|way|manner) (?:in which )?(?P<act>(?:\w+ )?complaints"
                r" (?:are|were|have been|is|was) (?:\w+ )?(?:handled|dealt with|considered|managed|answered))\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("complain", FAULT_STEMS, "way|manner |how "),
        {
            By.SUBJECT: (
                rf"\b(?:{FAULTS} (?:\w+ ){{0,3}}?{IN}|{CRITICAL}|concerned that|disappointing)\b[^.;]{{0,30}}? (?:ways?"
                rf"|manner|how)\b [^.;]{{2,60}}? (?P<act>{_DEALS}) (?:\w+ ){{0,4}}?(?:{_COMPLAINTS}|{_COMPLAINANTS})",
                rf"\b(?:ways?|manner|how)\b [^.;]{{2,60}}? (?P<act>{_DEALS}) "
                rf"(?:\w+ ){{0,4}}?{_COMPLAINTS}[^.;]{{0,60}}?\b(?:because|as|since|given|after"
                rf"|following)\b[^.;]{{0,60}}?\b{FAULTS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("took |takes |taken |taking ", FAULT_STEMS, "time |long "),
        {
            By.SUBJECT: (
                rf"\b(?:{FAULTS}|{CRITICAL}|critici[sz]ed|disappointing)\b[^.;]{{0,30}}? (?:time|how long)"
                r" [^.;]{2,60}? (?P<act>(?:took|takes|taken|taking) to (?:answer|respond|reply|deal|consider"
                r"|complete))\b",
            ),
        },
        r"\bcomplain",
    ),
    define_wordings(
        _KIND,
        ("complain", "delay|failure"),
        {
            By.THEIRS: (
                r"\bdelays? (?:by [^.,;]{2,40} )?in (?:dealing with|responding to|replying to|answering|handling"
                r"|considering|investigating|acknowledging) (?:\w+ ){0,3}?"
                rf"(?:{_COMPLAINTS}|{_COMPLAINANTS})",
                r"\bfailures? to (?:\w+ )?(?:deal with|handle|respond to|reply to|answer|acknowledge|recogni[sz]e"
                r"|escalate|follow"
                rf"|investigate|consider|log|record|progress) (?:\w+ ){{0,4}}?{_COMPLAINTS}",
                r"\bfailures? to (?:\w+ )?(?:respond to|reply to|answer|acknowledge) (?:\w+ ){0,3}?"
                rf"{_COMPLAINANTS}",
            ),
        },
    ),
)
_FAILED_TO = (
    r"(?:did not|does not|do not|had not|has not|have not|fail(?:s|ed|ing)? to|refus(?:es|ed|ing) to|declin(?:es|ed"
    r"|ing) to|wrongly|incorrectly|neglected to|(?:was|were) slow (?:to|in)|took too long to|struggled to|(?:was|were"
    r"|been) unable to)"
)
_NOT_HANDLED = (
    define_wordings(
        _KIND,
        ("complain", "not |fail|refus|declin|wrongly |incorrectly |neglected |slow |long |struggled |unable |never "),
        {
            By.SUBJECT: (
                rf"\b{_FAILED_TO} (?:\w+ ){{0,3}}?(?:deal(?:ing|t)? with|handl(?:e|ed|ing)|respond(?:ed|ing)? to"
                r"|repl(?:y|ied|ying) to|answer(?:ed|ing)?|acknowledg(?:e|ed|ing)|recogni[sz](?:e|ed|ing)|log(?:ged)?"
                r"|record(?:ed)?|escalat(?:e|ed)|consider(?:ed|ing)?|investigat(?:e|ed|ing)|progress(?:ed)?|tak(?:e|en)"
                r"|turned away|closed|treat(?:ed)?|accept(?:ed)?|process|register(?:ed)?) (?:\w+ ){0,4}?"
                rf"complaints\b{_OF_A_SERVICE}",
                rf"\b{_FAILED_TO} (?:\w+ ){{0,2}}?(?:respond(?:ed|ing)? to|repl(?:y|ied|ying) to|answer(?:ed|ing)?"
                rf"|acknowledg(?:e|ed|ing)) (?:\w+ ){{0,3}}?{_COMPLAINANTS}",
                r"\b(?:did not|had not|fail(?:ed|ing)? to|wrongly|neglected to|never) (?:\w+ ){0,2}?(?:dealt? with"
                r"|handled?|respond(?:ed)? to|repl(?:y|ied) to|answer(?:ed)?|acknowledged?|recogni[sz]ed?|log(?:ged)?"
                r"|escalated?|progress(?:ed)?|register(?:ed)?)"
                rf" (?:\w+ ){{0,3}}?complaint\b{_OF_A_SERVICE}",
                r"\b(?:not|fail(?:ed|s|ing)? to) (?:seem to |appear to |fully |always |properly )*(?:understand|follow"
                r"|apply|use|keep to|comply with|adhere to|observe) (?:[\w']+ ){0,8}?complaints? (?:procedures?|process"
                r"|policy|code)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("complain", "closed |turned |lost |mislaid |overlooked |ignored |wrongly |unanswered |without "),
        {
            By.SUBJECT: (
                r"\b(?:closed|turned away|lost|mislaid|overlooked|ignored"
                r"|wrongly rejected) (?:\w+ ){0,3}?complaints?\b(?! (?:handling|team))",
                r"\bcomplaints? that [^.,;]{2,40}? (?P<act>(?:had |has )?(?:closed|turned away|ignored|lost)) ",
            ),
            By.KNOWN: (
                r"\bcomplaints?\b [^.;]{0,50}?(?:went|was|were|being|been|are|left) (?:\w+ ){0,2}?(?:unanswered|ignored"
                r"|lost|overlooked|without an? (?:answer|reply|response))\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("treat|see|saw |regard|view|recogni|log|record|class", "complain", "as "),
        {
            By.SUBJECT: (
                r"\b(?:see|saw|treat|regard|view)(?:s|ed|ing)? (?:\w+ )?complaints as (?:an? )?(?:\w+ )?(?:nuisance"
                r"|threat|burden|irritation|distraction|attack|inconvenience)",
                r"\b(?:did not|failed to|does not|had not) (?:treat|recognise|log|record|class|see"
                r"|regard)(?:ed)?\b [^.,;]{2,60}? as (?:an? )?complaints?\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("system|process|procedure |means |way |record", "no ", "complain"),
        {
            By.SUBJECT: (
                r"\b(?:had|has|with) no (?:\w+ )?(?:systems?|process|procedure|means|way|records?) (?:for|of"
                r"|to) (?:\w+ )?complaints?\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("learn", "not |fail|slow ", "complain"),
        {
            By.SUBJECT: (
                r"\b(?:did not|failed to|has not|had not|slow to) learn(?:ed"
                r"|t)? (?:\w+ ){0,2}?from (?:\w+ )?complaints?\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("better |fuller |quicker |prompter |proper |good ", "complain", "would "),
        {
            By.KNOWN: (
                r"\b(?:better|fuller|quicker|prompter|proper|good) (?:response|reply|handling|answer"
                r"|investigation)\b[^.;]{0,40}?\bcomplaints?\b[^.;]{0,30}? would have (?:\w+ )?(?:avoided|prevented"
                r"|spared|saved)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("complain|stage ", "took |wait"),
        {
            By.SUBJECT: (
                rf"\btook {LONG} to (?:answer|respond to|reply to|deal with|consider|investigate|complete)\b"
                r" [^.;]{0,30}?\b(?:complaints?|stage (?:one|two|1|2))\b",
            ),
            By.KNOWN: (
                r"\bwait(?:ed|ing)\b [^.;]{0,40}? (?:repl(?:y|ies)|responses?|answers?)\b [^.;]{0,40}?(?:\bstage\b"
                r"|\bto (?:their|the) complaints?\b)",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("told |said ", "complain", "not "),
        {By.SUBJECT: (r"\btold (?:\w+ ){0,3}?(?:they|he|she|them) could not complain\b",)},
    ),
    define_wordings(
        _KIND,
        ("resolv|deal |answer |handle |respond |put ", "complaint", "need|must |should |could "),
        {
            By.SUBJECT: (
                r"\b(?:needs? to|must|should|could) do (?:much )?(?:more|better) to (?:\w+ )?(?:resolve|deal with"
                r"|answer|handle|respond to|settle)\b"
                rf" (?:\w+ ){{0,3}}?{_COMPLAINTS}",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("stage ", "delay|late |slow ", "respon|repl|answer|investigat"),
        {
            By.SUBJECT: (
                r"\b(?:delayed|slow|late) (?:in |to |with )?(?:respond|reply|answer|investigat"
                r"|complet)\w*\b[^.,;]{0,40}?\bstage\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("referred |sent ", "back ", "not "),
        {
            By.SUBJECT: (
                r"\b(?:referred|sent) [^.;]{2,60}? back to [^.;]{2,60}? (?P<act>(?:had|did|has) not (?:\w+ )?(?:answer"
                r"|respond|repl|deal|consider|investigat))",
            ),
        },
    ),
)
_SENT_ON = (
    define_wordings(
        _KIND,
        ("not |fail|without |should ", "us |me |office |ombudsman |right "),
        {
            By.SUBJECT: (
                r"\b(?:did not|failed to|fails to|does not|had not|without) (?:\w+ )?(?:tell|telling|told|inform"
                r"|informing|signpost|signposting|advise|advising|refer|direct"
                r"|point)\b [^.,;]{0,60}?(?:right to (?:come|complain|approach|refer)|to (?:us|me|my office|our office"
                r"|the Ombudsman)\b)",
            ),
            By.NAMED: (
                r"\bshould not (?:have|need) to (?:come|turn|complain|resort) to (?:us|me|my office|our office"
                r"|the Ombudsman)\b",
            ),
        },
    ),
    define_wordings(
        _KIND,
        ("missed ", "opportunit|chance"),
        {
            By.SUBJECT: (
                r"\bmissed (?:\w+ ){0,3}?(?:opportunit(?:y|ies)|chances?) to (?:resolve|put|settle|remedy|address"
                r"|deal)\b",
            ),
        },
    ),
)
COMPLAINT_HANDLING = (*_POOR_HANDLING, *_FAULT_IN_HANDLING, *_NOT_HANDLED, *_SENT_ON)
