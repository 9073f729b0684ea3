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

LONGEST_AT_ONCE = 100_000
"""The longest plain text, in bytes, that is read in the program itself, should it be one of a few."""

FEW_FILES = 50
"""So many files at most are a few: of more, even short texts are read in processes, as many as there are cores."""

WAITING_FILES = 8
"""So many files at most are read ahead of the one that is written next."""

TIME_LIMIT = 20
"""How many seconds one file may take; a letter takes a few milliseconds."""

PROCESSOR_LIMIT = 15
"""How many of them the processor may be busy with it: a PDF of 500 pages takes 3 to 5, of clipped tables alone 12."""

READING_MEMORY = 512 * MEBIBYTE
"""How many bytes reading may add to what a process takes at its start; a PDF of 500 pages adds some 10 million."""

LONGEST_ANSWER = 64 * MEBIBYTE
"""The most bytes that a process may answer: letters of `MAX_TEXT` characters with all that is read in them."""

TOO_SLOW = (
    f"This file could not be read within the time that a letter takes, {TIME_LIMIT} seconds; import the pages of the "
    "letter alone, or save it as text."
)
TOO_HEAVY = (
    f"This file is damaged, or takes more memory than any letter, {READING_MEMORY // MEBIBYTE} MB; open it and print "
    "it as a new PDF, or save the letter as text."
)
STOPPED = "Reading this file was stopped before its end; import it again."
