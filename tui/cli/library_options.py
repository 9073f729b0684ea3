"""The options that name the library, which every command takes; and `upheld` with nothing but these."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LIBRARY = "--library"
SAMPLE = "--sample"


class LibraryOptions(NamedTuple):
    """The library named, if one is, and whether one of the samples is asked for instead."""

    library: Path | None = None
    is_sample: bool = False


def read_library_options(given: Sequence[str]) -> LibraryOptions | None:
    """What the arguments mean where these options are all there is, written out; None where anything else is there.

    The browser is opened so, and argparse takes a hundredth of the time until its first picture.
    """
    match given:
        case []:
            return LibraryOptions()
        case [option] if option == SAMPLE:
            return LibraryOptions(is_sample=True)
        case [option, file] if option == LIBRARY and file and not file.startswith("-"):
            return LibraryOptions(Path(file))
    return None
