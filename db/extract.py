"""A file's bytes -> the letters in it, or a sentence why there are none: at import, and when it is read again."""

from dataclasses import replace

from db.councils.register import Register
from db.errors import Refused
from db.extracted import Extracted, as_refusal
from db.letters.parse import explain_refusal, parse
from db.text import reading


def extract(data: bytes, name: str, register: Register) -> Extracted:
    """Reads the letters in a file's bytes.

    Raises:
        Refused: there is none, or the file cannot be read; whatever is wrong with it, it is this.
    """
    try:
        read = reading.read(data, name)
        letters = parse(read.text, register)
    except Refused:
        raise  # as it is: chained to itself it would keep the file's bytes alive
    except Exception as error:
        raise as_refusal(error) from error
    if not letters:
        raise Refused(explain_refusal(read.text))
    if read.doubts:
        letters = tuple(replace(letter, doubts=(*read.doubts, *letter.doubts)) for letter in letters)
    return Extracted(media_type=read.media_type, letters=letters)
