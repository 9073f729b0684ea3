"""The names of Word's XML, and what its settings' values mean."""

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
RELATION_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)

_NO = frozenset({"0", "false", "off"})


def is_on(value: str) -> bool:
    """Whether a setting that is either on or off is on; it is where it has no value."""
    return value not in _NO


def get_word_attributes(namespace: str, attributes: dict[str, str]) -> dict[str, str]:
    """Give the attributes that are Word's own, by their names alone."""
    start = f"{namespace} "
    return {key.removeprefix(start): value for key, value in attributes.items() if key.startswith(start)}
