"""What can go wrong in a way that a person can act on: each message is one harmless sentence for them."""


class UpheldError(Exception):
    """Something a person can act on; the message is one sentence, safe to show as it stands."""


class Refused(UpheldError):
    """A file that cannot be taken; the message says why and what to do about it."""


class LibraryError(UpheldError):
    """The library cannot be opened, read or written, or does not hold what was asked for."""
