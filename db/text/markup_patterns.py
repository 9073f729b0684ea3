"""The patterns of the signs that a conversion to text left in letters; most letters have none of them."""

import re

_IN_PARAGRAPH = r"(?:[^{not_in}\n]|\n(?![ \t]*\n))"

BOLD = re.compile(r"\*\*(?=[^\s*])(" + _IN_PARAGRAPH.format(not_in="*") + r"+)(?<=[^\s*])\*\*")
UNDERLINED = re.compile(r"<u>(" + _IN_PARAGRAPH.format(not_in="<>") + r"+)</u>", re.IGNORECASE)
LINK = re.compile(
    r"!?\[("
    + _IN_PARAGRAPH.format(not_in=r"\[\]")
    + r"+)\]\((?:[#/]|[a-z]{2,10}:|www\.)[^()\s]{0,300}(?:\([^()\s]{0,100}\))?\)",
    re.IGNORECASE,
)
"""A link, whose words stay. What stands in round brackets must begin as an address does: it may be the letter's own."""
LINK_END = re.compile(r"\]\((?:[#/]|[a-z]{2,10}:|www\.)[^()\s]{0,300}\)", re.IGNORECASE)
"""The end of a link, also of one whose beginning is not in the text, as a quote may have it."""
ADDRESS = re.compile(r"<((?:https?://|mailto:|www\.|[\w.+-]{1,64}@)[^<>\s]+)>", re.IGNORECASE)
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(\S[^\n]*)$", re.MULTILINE)
SOFT_HYPHEN = re.compile("\u00ad")

AROUND_WORDS = (BOLD, UNDERLINED, LINK, ADDRESS, HEADING)
"""Of those the first group stays."""
SIGNS_ALONE = (SOFT_HYPHEN, LINK_END)
