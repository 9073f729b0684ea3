"""How much of a file is read at all. Letters are well under 1 MB; a committee's pack of papers is a few."""

MEBIBYTE = 1 << 20

MAX_FILE = 25 * MEBIBYTE
"""The largest file, in bytes."""

MAX_TEXT = 5 * MEBIBYTE
"""The largest text file or web page, in bytes, and the longest text of any file, in characters."""
