"""The names of OpenDocument's XML, short: `text:p`, `draw:frame`, as every program writes them."""

from functools import lru_cache

_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {"drawing": "draw", "xsl-fo-compatible": "fo", "svg-compatible": "svg", "datastyle": "number"}
"""The short names that differ from the namespace's own."""


@lru_cache(maxsize=512)
def shorten_name(name: str) -> str:
    """Give `text:p` for `urn:...:xmlns:text:1.0 p`; names of other namespaces stay as they are."""
    if not name.startswith(_OPEN_DOCUMENT):
        return name
    namespace, _, local = name.removeprefix(_OPEN_DOCUMENT).partition(" ")
    short = namespace.partition(":")[0]
    return f"{_PREFIXES.get(short, short)}:{local}"


def shorten_names(attributes: dict[str, str]) -> dict[str, str]:
    """Give the attributes by their short names."""
    return {shorten_name(key): value for key, value in attributes.items()}
