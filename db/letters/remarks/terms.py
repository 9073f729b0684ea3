"""What several kinds of remark speak of, as parts of a pattern: what a council owes the Ombudsman, and by when."""

from db.letters.remarks.numbers import SEVERAL

AS_OF = r"(?! (?:made |issued )?(?:of|by|from) (?!us\b|me\b|the Ombudsman|my office|your\b|the council))"
"""Not followed by another whose recommendations they are."""
OURS = (
    rf"(?:(?:any|all|some|one|part|most|{SEVERAL}) (?:of )?)?(?:our|my|the Ombudsman's|these|those|the)"
    rf" (?:draft |final |proposed |provisional |key |{SEVERAL} )*"
    rf"(?:recommendations?|recommended remed(?:y|ies)|findings?|decisions?|remed(?:y|ies)|reports?)\b{AS_OF}"
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
COMPLY = (
    r"(?:compl(?:y|ied|ying) with|implement(?:ed|ing)?|carr(?:y|ied|ying) out|complet(?:e|ed|ing)|act(?:ed)? on|paid"
    r"|pay|deliver(?:ed|ing)?|provid(?:e|ed|ing)|ma[kd]e|honour(?:ed)?|put(?:ting)? in place)"
)
AGREED = r"(?:agreed (?:time|times|timescales?|timeframes?|deadlines?|dates?)|(?:timescales?|time|deadlines?) agreed)"
WITHIN = rf"(?:within|by|to) (?:the |our |an? )?{AGREED}"
OUTSIDE = rf"(?:outside|beyond|later than|after) (?:of )?(?:the |our )?{AGREED}"
WORDS = (
    r"(?:(?!(?:not|never|rarely|seldom|hardly|no|none|although|though|but|while|whilst|because|since|when|until|before"
    r"|after)\b)[^\s.,;]+ )"
)
