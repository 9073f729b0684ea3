"""Kinds and names in rows: the schema does not list them, so another program may have written what is none of them."""

import sqlite3
from enum import StrEnum
from typing import TypeVar

Kind = TypeVar("Kind", bound=StrEnum)


def read_enum(kind: type[Kind], word: str) -> Kind:
    """The member of that value.

    Raises:
        sqlite3.DataError: there is none.
    """
    try:
        return kind(word)
    except ValueError as error:
        raise sqlite3.DataError(f"“{word}” is no word that this upheld knows") from error
