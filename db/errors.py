"""What can go wrong in a way that a person can act on: each message is one harmless sentence for them.

One class for each thing that is treated differently, or that a caller may want to tell from another. The sentences
hold wherever they are shown: they name no key of the browser and no option of the command line.
"""


class UpheldError(Exception):
    """Something a person can act on; the message is one sentence, safe to show as it stands."""


class Refused(UpheldError):
    """A file that cannot be taken; the message says why and what to do about it."""


class ReaderFailed(Refused):
    """A file that could not be read because of a fault of our own code, and may be quite sound."""


class LibraryError(UpheldError):
    """The library cannot be opened, read or written, or does not hold what was asked for."""


class NotALibrary(LibraryError):
    """What stands at the library's path is something else: a folder, another program's file, a text."""


class NewerLibrary(LibraryError):
    """The library was made by a newer upheld, and is left as it is."""


class LibraryBusy(LibraryError):
    """Something else is changing the library: it can be tried again later."""


class LibraryFull(LibraryError):
    """The disk has no room for what was to be written."""


class LibraryProtected(LibraryError):
    """The library can be read, but not changed."""


class LibraryUnreadable(LibraryError):
    """The library cannot be opened or used, for a reason that the system gives."""


class LibraryClosed(LibraryError):
    """The library was closed before it was asked."""

    def __init__(self, message: str = "The library is closed: open it again.") -> None:
        super().__init__(message)


class Damaged(LibraryError):
    """The library, or a file kept in it, is not as it was written."""


class LibraryGone(LibraryError):
    """The library that was open is no longer there, or another has taken its place."""


class ForeignLog(LibraryError):
    """Beside the library lies the log of another file, which opening it would write into it."""


class LetterDamaged(Damaged):
    """A letter is not as it was written."""

    def __init__(
        self,
        message: str = "This letter is damaged in the library: what is kept of it is no longer what was written. Read "
        "the library's letters again from their kept files, or put back a copy of the library.",
    ) -> None:
        super().__init__(message)


class TooLarge(LibraryError):
    """A number, or what was to be written, is larger than any library holds."""


class SqliteTooOld(LibraryError):
    """This Python's SQLite cannot keep a library."""


class Declined(LibraryError):
    """What the library does not do, however often it is asked: trying again does not help."""


class LetterGone(Declined):
    """The letter is not in the library, or no longer."""

    def __init__(self, message: str = "That letter is no longer in the library: choose another.") -> None:
        super().__init__(message)


class FileGone(Declined):
    """The file is not in the library, or no longer."""

    def __init__(self, message: str = "That file is not in the library: import it.") -> None:
        super().__init__(message)


class CouncilUnknown(Declined):
    """The council is none of the register's."""


class YearImpossible(Declined):
    """No letter can be of that year."""


class BadQuery(UpheldError):
    """What was typed to be searched for asks for nothing; `start` and `end` are the stretch of it that is wrong."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class SetNameImpossible(Declined):
    """A set of councils cannot be called that: it is nothing, too long, or another set's name."""


class SetGone(Declined):
    """There is no set of councils of that name, or no longer."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no set called {name} here, or no longer.")
