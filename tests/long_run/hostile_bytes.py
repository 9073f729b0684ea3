"""A file's bytes changed by chance: flipped, cut, doubled, spliced, with endless lines and hostile bytes put in."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

_LONG = 100_000
_FILLINGS = (b"-", b" ", b"\t", b"a", b"9", b"A ", b"1 ", b". ", b"<b>", b"&amp;", b"{\\b ", b"\n", b"%", b"| ")
_HOSTILE = (
    b"\x1b]52;c;aGVsbG8=\x07",
    b"\x1b[2J\x1b]0;title\x07",
    b"\xc2\x9b31m",
    b"\x9b2J",
    b"\x00",
    b"\r",
    b"\x0c",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    "\u202e60%\u202c".encode(),
    "\u2028\u0085".encode(),
    ("e" + "\u0301" * 400).encode(),
    "\U000e0041\ufeff\u200b".encode(),
    b"[bold red]x[/] [@click=app.quit]here[/]",
    b"'; DROP TABLE letter; --",
    b'" OR rowid:1 NEAR(',
    b"<script>x</script><!--",
    b"<![CDATA[",
    b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>&d;',
    b"{\\object\\bin99999999 ",
    b"&#x1b;&#155;&#0;&#xD800;",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"99999999999999999999999999",
)
_FIGURES = (b"-5", b"0", b"160", b"1e9", b"2.9", b"100.0001", b"99999999999", b"6O", b"", b"1,000", "\u0663".encode())
_NUMBER = re.compile(rb"\d+(?:\.\d+)?")

Change = Callable[[bytes, Random], bytes]


def _flip(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: Random) -> bytes:
    start, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return chance.choice((data[:end], data[start:], data[:start] + data[end:]))


def _double(data: bytes, chance: Random) -> bytes:
    start, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
    return data[:end] + data[start:end] * chance.choice((1, 1, 1, 9)) + data[end:]


def _put_line(data: bytes, chance: Random) -> bytes:
    filling = b"".join(chance.choices(_FILLINGS, k=chance.choice((1, 1, 2))))
    return _put(data, filling * (_LONG // len(filling)), chance)


def _put_hostile(data: bytes, chance: Random) -> bytes:
    return _put(data, chance.choice(_HOSTILE) * chance.choice((1, 1, 1, 300)), chance)


def _put_noise(data: bytes, chance: Random) -> bytes:
    return _put(data, chance.randbytes(chance.randrange(1, 60)), chance)


def _change_figures(data: bytes, chance: Random) -> bytes:
    share = chance.choice((0.02, 0.2, 1.0))
    return _NUMBER.sub(lambda found: chance.choice(_FIGURES) if chance.random() < share else found[0], data)


def _shuffle_lines(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    for _ in range(chance.choice((1, 3, 30))):
        taken = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randrange(len(lines) + 1), taken)
    return b"\n".join(lines)


def _put(data: bytes, more: bytes, chance: Random) -> bytes:
    """Put bytes in anywhere, as often at the end of a line, where something of the letter stands before them."""
    ends = [found.start() for found in re.finditer(rb"\n", data[:200_000])] or [len(data)]
    at = chance.choice((chance.randrange(len(data) + 1), chance.choice(ends)))
    return data[:at] + more + data[at:]


_CHANGES: tuple[Change, ...] = (
    *(_flip, _cut, _double, _put_line, _put_hostile, _put_noise),
    *(_change_figures, _change_figures, _shuffle_lines),
)


def change_bytes(data: bytes, other: bytes, chance: Random) -> bytes:
    """The bytes after one to four changes; `other` is a file that may be spliced in. May be empty."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        if not data:
            break
        if chance.random() < 0.1:
            at = chance.randrange(len(data))
            data = data[:at] + other[chance.randrange(len(other)) :]
        elif data.startswith(b"PK") and chance.random() < 0.8:
            data = _change_member(data, chance)
        else:
            data = chance.choice(_CHANGES)(data, chance)
    return data


def _change_member(data: bytes, chance: Random) -> bytes:
    """A ZIP file with one member changed inside, so that it still unpacks; the bytes themselves where it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _flip(data, chance)
    except Exception as error:  # what zlib raises of a broken member is of its own
        if type(error).__module__ != "zlib":
            raise
        return _flip(data, chance)
    filled = [number for number, (_, content) in enumerate(members) if content]
    if not filled:
        return data
    chosen = max(filled, key=lambda number: len(members[number][1])) if chance.random() < 0.7 else chance.choice(filled)
    name, content = members[chosen]
    members[chosen] = (name, chance.choice(_CHANGES)(content, chance))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name.replace("\x00", "") or "x", content)
    return buffer.getvalue()
