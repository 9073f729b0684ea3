"""A row of a list as it is drawn: what it shows, and where choosing it leads."""

from typing import NamedTuple

from textual.content import Content

from db.model import Quote


class Row(NamedTuple):
    """One row. `key` says what it is about whatever the letter or the width, so that a reader's place is kept.

    Choosing it leads to the words quoted, to another letter, or to another council; a row that leads nowhere is only
    read.
    """

    content: Content
    key: str = ""
    quote: Quote | None = None
    letter_id: int | None = None
    council_id: int | None = None

    @property
    def leads_somewhere(self) -> bool:
        """Whether the row can be chosen."""
        return self.quote is not None or self.letter_id is not None or self.council_id is not None
