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

MAX_PAGES = 1000
"""The most pages of a PDF."""

MAX_TAGS = 200_000
"""The most tags that a web page may have; a letter's page has some thousand."""

MAX_ELEMENTS = 400_000
"""The most elements that a word processor's document may have."""

MAX_TAG = MEBIBYTE
"""The longest of its tags, in bytes: one with attributes without end would be kept whole in memory, many times its
size."""

MAX_LETTERS = 1000
"""The most letters that one text may hold; a committee's pack has a few, those of a whole year are some 330."""

MAX_REMARKS = 1000
"""The most remarks that one letter may hold; the longest has some 20."""

MAX_MEMBERS = 10_000
"""The most files that a ZIP file may list; the letters of ten years are some 3,300."""

MAX_UNPACKED = 1024 * MEBIBYTE
"""The most bytes that all reads from one ZIP file may give together."""

MAX_RATIO = 50
"""To so many times its size a ZIP file of files may unpack; letters in plain text shrink to a third or less."""

SMALL_ARCHIVE = 8 * MEBIBYTE
"""What unpacks to no more bytes than this may do so from any size."""

MAX_ARCHIVE_TIME = 1800
"""For how many seconds the files of one ZIP file may be read, all of them together; 10,000 PDFs take some 300."""

ARCHIVE_TOO_SLOW = (
    f"The files of this ZIP file together take more than {MAX_ARCHIVE_TIME // 60} minutes to read, as no letters do; "
    "those before are imported: unpack it, and import the letters that are left."
)

MAX_FOLDER_FILES = 100_000
"""The most files that are looked at in a folder, with all that is in it."""

TOO_MANY_LETTERS = f"This file holds more than {MAX_LETTERS:,} letters; split it, and import its parts."
TOO_MANY_REMARKS = (
    f"A letter in this file holds more than {MAX_REMARKS:,} remarks, as none does; import the letter alone, as it was "
    "sent."
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

TOGETHER_FILES = 64
"""So many short texts at most go to a process in one go: it need not wait for more until the other side has time."""

FEWEST_TOGETHER = 8
"""So many at least do, towards the end of an import, so that the processes come to theirs at the same time."""

WAITING_FILES = 512
"""So many files at most are read ahead of the one that is written next: enough for the processes to go on with while
many are written."""

WAITING_BYTES = 8 * MEBIBYTE
"""So many bytes are enough to be read ahead too, if of `WAITING_LARGE` files."""

WAITING_LARGE = 8
"""So many files are read ahead however large they are."""

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
