"""How the Ombudsman finds something wanting, as parts of a pattern, with the stems of their words."""

POOR = (
    r"(?:poor(?:ly)?|inadequate(?:ly)?|unsatisfactory|weak|flawed|deficient|defensive|superficial|incomplete|inaccurate"
    r"|unacceptabl[ey]|unhelpful|confus(?:ed|ing)|disappointing|slow|insufficient|lacking|substandard|below|short of"
    r"|incorrect|misleading|perfunctory|dismissive|problematic|unclear|inconsistent|chaotic|wanting|at fault|haphazard"
    r"|careless|late|delayed|muddled|cursory|formulaic|template|brusque|contradictory|dysfunctional|backlogs?)"
)
POOR_STEMS = (
    "poor|inadequate|unsatisfactory |weak |flawed |deficient |defensive |superficial |incomplete |inaccurate "
    "|unacceptabl|unhelpful |confus|disappoint|slow |insufficient |lack|substandard |below |short |incorrect "
    "|misleading |perfunctory |dismissive |problematic |unclear |inconsistent |chaotic |wanting |fault |haphazard "
    "|careless |late |delayed |muddled |cursory |formulaic |template |brusque |contradictory |dysfunctional |backlog"
)
NOT_SO = (
    r"(?:did|do|does|has|have|had|was|were|is|are|been) not (?:\w+ ){0,4}?(?:good enough|acceptable|adequate"
    r"|satisfactory|address|answer|deal|meet|what (?:we|I)|of (?:the|a) standard|up to|reach|in line|comply|follow"
    r"|as good|engage|robust|sufficient|work(?:ing)?|have the|have enough|contain|include|explain|respond|match"
    r"|to the standard|function(?:ing)?|thorough|as it should|complete|clear|timely)\b"
)
IS_POOR = (
    rf"(?:{POOR}\b|(?:fell|fall(?:s|en|ing)?) (?:\w+ ){{0,2}}?(?:below|short)|fail(?:s|ed|ing)?\b"
    r"|lack(?:s|ed|ing)?\b|(?:concern|trouble|worrie|disappoint)(?:s|ed|ing)?\b|cause for concern|recurring"
    r"|a common (?:theme|fault)|needs? (?:to (?:improve|be improved)|(?:\w+ )?improve|attention)"
    rf"|leaves? (?:much|a lot|something)|could (?:be|have been) better|{NOT_SO}|some way to go|worse\b|suffer"
    r"|overlooked|left out|omitted|(?:no|little) more than|missing\b|disorgani[sz]ed|critici[sz](?:ed|m))"
)
IS_POOR_STEMS = (
    POOR_STEMS + "|fell |fall|fail|concern|troubl|worr|cause |recurring |common |need|leave|better |not |some |worse "
    "|suffer|overlooked |left |omitted |more |critici"
)
FAULTS = (
    r"(?:faults?|failings?|failures?|weakness(?:es)?|shortcomings?|concerns?|criticisms?|problems?|deficienc(?:y|ies)"
    r"|delays?|flaws?|disappointment|dissatisfaction|errors?|mistakes?|lapses?|inadequac(?:y|ies)|inconsistenc(?:y|ies)"
    r"|(?:some|a long) way to go|(?:much|more|a lot|work) (?:still )?to (?:be done|do))"
)
IN = r"(?:in|with|about|of|over|by|at|regarding|on|around|to|before)"
CRITICAL = (
    r"(?:critical of|critici[sz]ed?|concerned (?:about|at|by|with|over)|troubled by|disappointed (?:by|with|at|in)"
    r"|dissatisfied with|unhappy with|worried (?:about|by)|dismayed (?:by|at))"
)
FAULT_STEMS = (
    "fault|failing|failure|weak|shortcoming|concern|critic|problem|deficien|delay|flaw|disappoint|dissatisf|error"
    "|mistake|lapse|inadequa|inconsist|way |done |do |troubled |unhappy |worried |dismay"
)
