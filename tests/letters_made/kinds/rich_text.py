"""A made letter as rich text: as WordPad saves one, and as a word processor does, with groups, boxes and styles."""

from collections.abc import Callable, Sequence
from random import Random

from tests.letters_made.truth import Grid, Kind, Made

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\nouicompat{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fnil\fcharset2 Symbol;}}"
    r"{\colortbl ;\red0\green0\blue255;}"
)
_EDITOR = _HEAD + "\r\n" + r"{\*\generator Riched20 10.0.19041}\viewkind4\uc1 " + "\r\n"
_WORD_PROCESSOR = (
    _HEAD + r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}{\info{\title 99%}{\author 45}}"
    r"{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 2}} 99%\par}\paperw11906\margl1417" + "\n"
)
_LONGEST_LINE = 250

Write = Callable[[str, Random], str]


def rich_text(made: Made, random: Random) -> bytes:
    """As an editor saves a letter: bytes of Windows, one look for all words."""
    return _document(_EDITOR, made, random, _write_bytes, row_end=r"\row")


def rich_text_of_word_processor(made: Made, random: Random) -> bytes:
    """As a word processor saves a letter: groups of words, characters by their numbers, counts in text boxes."""
    return _document(_WORD_PROCESSOR, made, random, _write_groups, row_end=r"{\trowd\cellx900\row}")


def _document(head: str, made: Made, random: Random, write: Write, row_end: str) -> bytes:
    parts: list[str] = []
    for piece in made.pieces:
        if piece.grid:
            parts += [_table(piece.grid, random, write, row_end), r"\pard\par"]
        elif piece.kind is Kind.COUNT and head is _WORD_PROCESSOR and random.random() < 0.5:
            inside = "".join(rf"\pard\plain {write(line, random)}\par" for line in piece.lines)
            shape = r"{\sp{\sn shapeType}{\sv 202}}"
            parts.append(rf"\pard{{\shp{{\*\shpinst\shpleft9{shape}{{\shptxt {inside}}}}}{{\shprslt 99}}}}\par")
        elif piece.kind is Kind.ADDRESS and random.random() < 0.5:
            parts.append(r"\pard " + r"\line ".join(write(line, random) for line in piece.lines) + r"\par")
        else:
            parts += [rf"\pard\sa200 {write(line, random)}\par" for line in piece.lines]
            parts += [r"\pard\par"] if random.random() < 0.7 else []
    return (head + "\r\n".join(parts) + "}\r\n\0").encode("ascii")


def _table(grid: Grid, random: Random, write: Write, row_end: str) -> str:
    return "\r\n".join(_row(row, random, write, row_end) for row in grid.rows)


def _row(row: Sequence[str], random: Random, write: Write, row_end: str) -> str:
    edges = "".join(rf"\clvertalt\cellx{900 * (number + 1)}" for number in range(len(row)))
    cells = "".join(rf"\pard\intbl {write(cell, random)}\cell" for cell in row)
    return rf"\trowd\trgaph108\trleft5{edges}{cells}{row_end}"


def _write_bytes(words: str, _: Random) -> str:
    """Words with all beyond ASCII as bytes of Windows."""
    return "".join(_write_byte(each) for each in words)


def _write_byte(character: str) -> str:
    if character in "\\{}":
        return "\\" + character
    if character.isascii():
        return r"\tab " if character == "\t" else character
    return "".join(f"\\'{byte:02x}" for byte in character.encode("cp1252"))


def _write_groups(words: str, random: Random) -> str:
    """Words in groups that end anywhere, some bold, characters beyond ASCII by their numbers."""
    parts: list[str] = []
    start = 0
    while start < len(words):
        end = random.randint(start + 1, min(len(words), start + _LONGEST_LINE))
        plain = "".join(each if each.isascii() else f"\\u{ord(each)}\\'3f" for each in words[start:end])
        parts.append("{" + random.choice([r"\b ", r"\loch\f0 ", r"\rtlch\ltrch ", ""]) + plain + "}")
        start = end
    return "\n".join(parts)
