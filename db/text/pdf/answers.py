"""What reading a PDF comes to: the answers that `document.read_pdf` gives beside a text."""

TEXT, PASSWORD, DAMAGED, TOO_LONG, TOO_HEAVY, SCAN, WORDLESS = b"T", b"P", b"D", b"L", b"H", b"S", b"W"
"""There is text; the PDF has a password; it is damaged; it has too many pages or too much text; it takes
too much memory; it has pictures and no text; it has neither."""

FAULT, PORTFOLIO, XFA, UNSPACED = b"F", b"E", b"X", b"U"
"""Further ones: our reader failed, which is no fault of the PDF's; there is nothing but a cover sheet to files
kept in it; it is a form whose pages only Adobe's programs make; its words stand without spaces."""
