"""How much of a file is read at all. A letter is some 20 kB of text, a committee's pack of papers 1 or 2 MB."""

MEBIBYTE = 1 << 20

MAX_FILE = 25 * MEBIBYTE
"""The largest file, in bytes."""

MAX_PLAIN = 5 * MEBIBYTE
"""The largest text file or web page, in bytes: a page that is saved whole has its pictures in it."""

MAX_TEXT = 2 * MEBIBYTE
"""The longest text of any file, in characters; many hundred printed pages."""

MAX_XML = 16 * MEBIBYTE
"""The largest XML part of a word processor's document, unpacked; that of a letter is about 0.1 MB."""

TOO_MUCH_TEXT = (
    "This file holds far more text than a letter, over 2 million characters; split it, or import the pages of the "
    "letter alone."
)

LONGEST_LINE = 20_000
"""How many characters of a line are looked at for what a letter says; a letter copied into one line has fewer."""

LONGEST_RUN = 200
"""How many characters in a row are looked at that are all signs and white space, or all letters and digits: a rule
under a heading has some 100, a word some 20. Of more, the first and the last hundred."""
