"""The styles of a Word document, as far as they hide text, strike it out, raise it or set it in signs."""

from db.text.office.docx_looks import TOGGLES, Look
from db.text.office.docx_names import WORD, get_word_attributes, is_on

_MOST_PARENTS = 32


class _Style:
    """A style: what it states itself, and the one that it is based on."""

    def __init__(self) -> None:
        self.look = Look()
        self.parent = ""


class Styles:
    """Takes the part that holds the styles, and gives how a run looks by them.

    One other than a table's that shades what it is used on is told by `has_shading`.
    """

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._common = Look()
        self._defaults: dict[str, str] = {}
        self._resolved: dict[str, Look] = {}
        self._path: list[str] = []
        self._style: _Style | None = None
        self._is_of_tables = False
        self.has_shading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        namespace, _, local = name.rpartition(" ")
        self._path.append(local)
        if namespace not in WORD:
            return
        own = get_word_attributes(namespace, attributes)
        if local == "style":
            self._style = self._styles[own.get("styleId", "")] = _Style()
            self._is_of_tables = own.get("type") == "table"
            if is_on(own.get("default", "0")):
                self._defaults[own.get("type", "")] = own.get("styleId", "")
        elif local == "shd" and not self._is_of_tables:
            self.has_shading = self.has_shading or own.get("fill", "auto").upper() not in ("AUTO", "FFFFFF")
        elif local == "basedOn" and self._style:
            self._style.parent = own.get("val", "")
        elif self._path[-2:-1] == ["rPr"]:
            if self._path[-4:-1] == ["docDefaults", "rPrDefault", "rPr"]:
                self._common.take(local, own)
            elif self._style and self._path[-3:-2] == ["style"]:
                self._style.look.take(local, own)

    def end(self, name: str) -> None:
        """End an element."""
        self._path.pop()
        if name.endswith(" style"):
            self._style = None

    def add_text(self, text: str) -> None:
        """Take the characters between two tags."""

    def resolve(self, direct: Look, run_style: str, paragraph_style: str, table_style: str) -> Look:
        """Give how a run looks that has settings of its own, by the styles of itself and of what it is in."""
        layers = [
            self._resolve_style(run_style or self._defaults.get("character", "")),
            self._resolve_style(paragraph_style or self._defaults.get("paragraph", "")),
            self._resolve_style(table_style),
        ]
        look = Look()
        look.fill_from(direct)
        for setting in TOGGLES - look.switches.keys():
            # Two styles that both strike out what they are used on undo each other.
            turned = sum(layer.switches.get(setting, False) for layer in layers) % 2 == 1
            look.switches[setting] = self._common.switches.get(setting, False) or turned
        for layer in (*layers, self._common):
            look.fill_from(layer)
        return look

    def _resolve_style(self, name: str) -> Look:
        """Give what a style and those that it is based on state together."""
        if name not in self._resolved:
            look, style = Look(), self._styles.get(name)
            for _ in range(_MOST_PARENTS):
                if not style:
                    break
                look.fill_from(style.look)
                style = self._styles.get(style.parent)
            self._resolved[name] = look
        return self._resolved[name]
