"""The parts of a Word document, found as its lists of relations and of types say, whatever they are called."""

import posixpath
from urllib.parse import unquote

from db.errors import Refused
from db.text.bounded_zip import BoundedZip, normalise_name
from db.text.limits import MAX_XML
from db.text.office import xml_events

_MAIN_PARTS = ("word/document.xml", "word/document2.xml")
_TYPES = "[Content_Types].xml"


class Package:
    """The parts of a Word document."""

    def __init__(self, archive: BoundedZip) -> None:
        self._archive = archive
        self._types = _Types()
        self._parse_list(_TYPES, self._types)
        self.main = self._find_main_part()
        self._relations = self._read_relations(self.main)

    def read(self, part: str, limit: int = MAX_XML) -> bytes:
        """Give the bytes of a part.

        Raises:
            Refused: If it is damaged or too large.
        """
        return self._archive.read(part, limit=limit)

    def find_part(self, kind: str) -> str | None:
        """Give the part that belongs to the body and is of a kind (`styles`, `footnotes`, `endnotes`), if any."""
        beside = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        related = [target for is_of, target in self._relations.values() if is_of.endswith(f"/{kind}")]
        typed = [part for part, type_ in self._types.parts.items() if type_.endswith(f".{kind}+xml")]
        return next((part for part in (*related, *typed, beside) if self._archive.has_member(part)), None)

    def find_target(self, relation: str) -> str | None:
        """Give the part that a relation of the body leads to; None where there is none."""
        target = self._relations.get(relation, ("", ""))[1]
        return target if target and self._archive.has_member(target) else None

    def _find_main_part(self) -> str:
        """Give the part with the document's body."""
        related = [target for is_of, target in self._read_relations("").values() if is_of.endswith("/officeDocument")]
        typed = [part for part, type_ in self._types.parts.items() if type_.endswith(".main+xml")]
        parts = (part for part in (*related, *typed, *_MAIN_PARTS) if self._archive.has_member(part))
        return next(parts, _MAIN_PARTS[0])

    def _read_relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give the relations of a part (of the whole package if it has no name): the kind and the part led to."""
        folder, name = posixpath.split(part)
        relations = _Relations(folder)
        self._parse_list(posixpath.join(folder, "_rels", f"{name}.rels"), relations)
        return relations.found

    def _parse_list(self, part: str, handler: xml_events.Handler) -> None:
        """Hand a list to its handler, as far as there is one that can be read: parts are found by name without."""
        if not self._archive.has_member(part):
            return
        try:
            xml_events.parse(self.read(part), handler)
        except Refused:
            return


class _Relations:
    """Takes the relations of a part that is in a folder."""

    def __init__(self, folder: str) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a relation, unless it leads out of the package."""
        if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            target = unquote(attributes.get("Target", "")).replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", self._folder, target))
            self.found[attributes.get("Id", "")] = attributes.get("Type", ""), normalise_name(path)

    def end(self, name: str) -> None:
        """End an element."""

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""


class _Types:
    """Takes the types of the parts that have one of their own."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the type of a part."""
        if name.endswith(" Override"):
            self.parts[normalise_name(attributes.get("PartName", ""))] = attributes.get("ContentType", "")

    def end(self, name: str) -> None:
        """End an element."""

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""
