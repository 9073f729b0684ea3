"""A page of text for people as values: what it is made of, whatever it is then written as."""

from dataclasses import dataclass

from db.model import Number


@dataclass(frozen=True, slots=True)
class Bar:
    """A rate in percent beside an average in percent; `is_few` where it stands for so few cases that it says little."""

    rate: Number
    average: Number | None
    is_few: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; muted where they only explain."""

    text: str
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a letter: what they are, the words, and their place."""

    label: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its heads, its rows, and of each row the bar that is drawn with it where bars are drawn, if any."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    bars: tuple[Bar | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Numbered, from 1 up, so that `[1]` in a text means the first; small, at the end."""

    items: tuple[str, ...]


Block = Paragraph | Bullets | Passage | Grid | Sources


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `is_small` where they are there to be looked up rather than read."""

    heading: str
    blocks: tuple[Block, ...]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A page: its title, a line below that, its sections, and a last line on when and of what it was made."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    made: str
