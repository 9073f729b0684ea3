"""What several kinds of remark speak of, as parts of a pattern: what a council owes the Ombudsman, and by when."""

from db.letters.remarks.numbers import COUNT, SEVERAL

AS_OF = r"(?! (?:made |issued )?(?:of|by|from) (?!us\b|me\b|the Ombudsman|my office|your\b|the council))"
"""Not followed by another whose recommendations they are."""
OURS = (
    rf"(?:(?:any|all|some|one|part|most|{SEVERAL}) (?:of )?)?(?:our|my|the Ombudsman's|these|those|the)"
    rf" (?:draft |final |proposed |provisional |key |{SEVERAL} )*"
    r"(?:recommendations?|recommended remed(?:y|ies)|findings?|decisions?|remed(?:y|ies)|reports?|views?|conclusions?)"
    rf"\b{AS_OF}"
)
TO_AGREE = r"(?:accept(?:ing)?|agree(?:ing)? (?:to|with)|comply(?:ing)? with|implement(?:ing)?)"
REMEDY = (
    r"(?:recommendations?|recommended actions?|remed(?:y|ies)|agreed (?:actions?|payments?)|service improvements?"
    r"|(?:responses|replies)(?! to (?:\w+ ){0,2}?(?:complain|residents|tenants|famil|people|Mrs?\b|Ms\b|him\b|her\b)))"
)
"""What a council owes the Ombudsman; what it owes a complainant ("responses to complaints") is another matter."""
FOR_US = (
    rf"(?:{REMEDY}|(?:our|my) (?:\w+ )?(?:enquir|request|investigat|draft|letter)"
    r"|we (?:had )?(?:recommended|agreed)|to (?:us|me|our|my)\b)"
)
US = (
    r"(?:us\b|me\b|(?:our|my|the Ombudsman's) (?:[\w']+ ){0,2}?(?:enquir|inquir|request|letter|e-?mail|question|call"
    r"|contact|investigat|office|staff|team|draft|decision|message|reminder|correspondence|recommendation))"
)
"""The Ombudsman as one who is answered."""
COMPLY = (
    r"(?:compl(?:y|ied|ying) with|implement(?:ed|ing)?|carr(?:y|ied|ying) out|complet(?:e|ed|ing)|act(?:ed)? on|paid"
    r"|pay|deliver(?:ed|ing)?|provid(?:e|ed|ing)|ma[kd]e|honour(?:ed)?|put(?:ting)? in place)"
)
AGREED = r"(?:agreed (?:time|times|timescales?|timeframes?|deadlines?|dates?)|(?:timescales?|time|deadlines?) agreed)"
WITHIN = rf"(?:within|by|to|in) (?:the |our |an? )?{AGREED}"
OUTSIDE = rf"(?:outside|beyond|later than|after) (?:of )?(?:the |our )?{AGREED}"
REPLY = r"(?:repl(?:y|ied|ies|ying)|respond(?:ed|s|ing)?|answer(?:ed|s|ing)?)"
MANY_DAYS = r"(?:29|[3-9]\d|\d{3})(?:\.\d)? (?:working )?days"
"""More than the Ombudsman allows, which was four weeks."""
LONG = (
    r"(?:(?:\w+ ){0,2}?(?:twice|double|(?:two|three|2|3) times) (?:as long|the (?:\w+ )?(?:time|period|days|\d+|limit))"
    r"|(?:\w+ ){0,3}?(?:months|a month|a year|years|half a year"
    rf"|(?:five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|[5-9]|[1-9]\d|several|many) weeks|{MANY_DAYS})"
    r"|(?:far |much |significantly )?(?:too long|longer than)|a long time)"
)
OFTEN = (
    r"(?:repeatedly|often|frequently|regularly|constantly|more than once|twice"
    rf"|(?:{COUNT}|many|numerous|multiple) times|on (?:{COUNT}|many|numerous|multiple) (?:\w+ )?occasions)"
)
WORDS = (
    r"(?:(?!(?:not|never|rarely|seldom|hardly|no|none|although|though|but|while|whilst|because|since|when|until|before"
    r"|after)\b)[^\s.,;]+ )"
)
REDRESS = r"(?:apolog|payment|compensation|recommend|remed|agreed|settle|refund)"
"""What puts a complaint right, or the agreement to it."""
OWED = (
    rf"\b(?:{REDRESS}|compl(?:y|ied|iance)"
    r"|(?:our|my) (?:\w+ ){0,3}?(?:enquir|request|question|letter|investigat|staff|timescale|deadline)"
    r"|(?:repl(?:y|ies|ied)|respon[ds]\w*|answer\w*|evidence|information)\b"
    r"(?! to (?:\w+ ){0,2}?(?:complain|residents|tenants|famil|people)))"
)
"""What a council owes the Ombudsman, in any of its names."""
OWED_STEMS = (
    "apolog|payment|paid |pay |compensation |recommend|remed|agree|settle|refund|respon|repl|answer|evidence |comply "
    "|complie|complia"
)
