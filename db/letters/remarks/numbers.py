"""How letters write a number of cases, as parts of a pattern."""

SEVERAL = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several)"
"""More than one; any number in digits."""
COUNT = rf"(?:an?|one|{SEVERAL})"
"""One or more."""
