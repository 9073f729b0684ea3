"""Councils as rows, and rows as councils."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from db.model import Council, CouncilType
from db.store.council_digest import seal_council
from db.store.enums import read_enum
from db.store.new_id import get_new_id

COUNCIL_COLUMNS = (
    "council.name AS council, council.type, council.region, council.gss_code, council.county,"
    " council.established_on, council.abolished_on, council.successors, council.in_register"
)
"""What a question selects that wants a council: `read_council` takes its rows."""

_KNOWN = f"SELECT id, {COUNCIL_COLUMNS} FROM council WHERE name = ?"
_ADD = """
    INSERT INTO council (name, type, region, gss_code, county, established_on, abolished_on, successors, in_register)
    VALUES (:council, :type, :region, :gss_code, :county, :established_on, :abolished_on, :successors, :in_register)
"""
_UPDATE = """
    UPDATE council SET type = :type, region = :region, gss_code = :gss_code, county = :county,
        established_on = :established_on, abolished_on = :abolished_on, successors = :successors,
        in_register = :in_register
    WHERE name = :council
"""

_COUNCILS = 512
"""More than there are: an import has hundreds of letters to each."""


def read_council(row: sqlite3.Row) -> Council:
    """The council of a row with the columns above."""
    return Council(
        name=row["council"],
        type=read_enum(CouncilType, row["type"]),
        region=row["region"],
        gss_code=row["gss_code"],
        county=row["county"],
        established_on=read_day(row["established_on"]),
        abolished_on=read_day(row["abolished_on"]),
        successors=tuple(json.loads(row["successors"])),
        in_register=bool(row["in_register"]),
    )


def save_council(connection: sqlite3.Connection, council: Council) -> int:
    """The id of the council of that name. What the register says now replaces what was known before."""
    values = _values(council)
    known = connection.execute(_KNOWN, (council.name,)).fetchone()
    if known is None:
        council_id = get_new_id(connection.execute(_ADD, values))
        seal_council(connection, council_id)
        return council_id
    is_changed = tuple(known)[1:] != tuple(values.values())
    if is_changed and (council.in_register or not known["in_register"]):
        connection.execute(_UPDATE, values)
        seal_council(connection, known["id"])
    return int(known["id"])


class SavedCouncils:
    """Councils saved one after another in one transaction, in which nobody else changes any: each is asked for once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._saved: dict[str, tuple[Council, int]] = {}
        """What was saved last under each name, and its id."""

    def save(self, council: Council) -> int:
        """As `save_council`."""
        saved = self._saved.get(council.name)
        if saved is None or saved[0] != council:
            saved = self._saved[council.name] = council, save_council(self._connection, council)
        return saved[1]


def find_council_id(connection: sqlite3.Connection, name: str) -> int | None:
    """The id of the council of that name; None where the library has none."""
    row = connection.execute(_KNOWN, (name,)).fetchone()
    return None if row is None else int(row["id"])


def drop_unused_councils(connection: sqlite3.Connection) -> None:
    """Takes out the councils that no letter is to, neither as corrected nor as read."""
    connection.execute(
        "DELETE FROM council WHERE NOT EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)"
        " AND NOT EXISTS (SELECT 1 FROM letter WHERE read_council_id = council.id)"
    )


def read_day(day: str | None) -> date | None:
    """A day as it is kept."""
    return date.fromisoformat(day) if day else None


def write_day(day: date | None) -> str | None:
    """A day as it is to be kept."""
    return day.isoformat() if day else None


@lru_cache(_COUNCILS)
def _values(council: Council) -> Mapping[str, object]:
    """What is kept of a council, in the order of its columns."""
    return {
        "council": council.name,
        "type": council.type.value,
        "region": council.region,
        "gss_code": council.gss_code,
        "county": council.county,
        "established_on": write_day(council.established_on),
        "abolished_on": write_day(council.abolished_on),
        "successors": json.dumps(council.successors),
        "in_register": int(council.in_register),
    }
