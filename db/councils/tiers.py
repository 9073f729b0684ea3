"""How sure a match is: a council's tier for what was typed, higher being surer, and what is taken off or put on."""

EXACT = 1000.0
ALIAS = 990.0
SURE = 980.0
"""From this tier on the name itself was typed."""

OTHER_TYPE = 930.0
"""The name itself, but with a type that speaks against it: "Leicester County"."""

WHOLE_WORDS = 920.0
START = 900.0
INITIALS = 880.0
INITIALS_START = 870.0
IN_ORDER = 800.0
ANY_ORDER = 750.0
INSIDE = 600.0
TYPE_START = 500.0
TYPE = 450.0
FILTER = 440.0
"""Of the region or the type typed, and no name beside it: such a list is in order of names."""

SLIP = 300.0
"""Times the likeness, which is 1 for the same, and somewhat more with the right type."""

SPELT_OUT = 3.0
"""Taken off where "leics" had to be read as "leicestershire"."""

OTHER_NAME = 2.0
"""Taken off where another name than its own matches."""

FILTERED = 240.0
"""Taken off where some of the words choose a region or a type, and only the others are of its name."""

LEEWAY = SPELT_OUT + OTHER_NAME
"""The most that is taken off within a tier."""

BEGUN_TYPE = 25.0
"""Taken off where the last word is passed over as a type begun."""

NO_COUNCIL = 30.0
"""Taken off fire authorities and the like unless named outright."""

SAME_TYPE = 15.0
"""Put on where the typed type is the council's own."""
