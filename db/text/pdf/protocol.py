"""What the process that reads PDFs and the one that asks it say to each other."""

import struct

LENGTH = struct.Struct(">Q")
"""The length of what follows, in bytes."""

TEXT, PASSWORD, DAMAGED, TOO_LONG, TOO_HEAVY, SCAN, WORDLESS = b"T", b"P", b"D", b"L", b"H", b"S", b"W"
"""The answers: text follows; the PDF has a password; it is damaged; it has too many pages or too much text; it takes
too much memory; it has pictures and no text; it has neither."""

FAULT, PORTFOLIO, XFA, UNSPACED = b"F", b"E", b"X", b"U"
"""Further answers: our reader failed, which is no fault of the PDF's; there is nothing but a cover sheet to files
kept in it; it is a form whose pages only Adobe's programs make; its words stand without spaces."""

TIME_LIMIT = 20
"""How many seconds one PDF may take; a letter takes a few milliseconds."""
