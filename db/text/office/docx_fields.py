"""The fields of a Word document: of their codes and results, what is printed."""

from dataclasses import dataclass, field

UNKNOWN = "\ufffd"

_PRINTS_NOTHING = frozenset(
    {"", "XE", "TC", "TA", "RD", "SET", "ASK", "FILLIN", "PRIVATE", "ADVANCE", "NEXT", "NEXTIF", "SKIPIF", "DATABASE"}
)
_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code so far, whether its result has begun, and what there is to choose from."""

    code: list[str] = field(default_factory=list)
    is_in_result: bool = False
    choices: list[str] = field(default_factory=list)
    choice: int | None = None
    is_ticked: bool = False


class Fields:
    """The fields that have begun and not ended, outermost first.

    What is within a field's code is not printed, another field's result no more than its words: only the outermost
    result is.
    """

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def __len__(self) -> int:
        return len(self._fields)

    @property
    def is_printed(self) -> bool:
        """Whether what comes now is printed."""
        return all(one.is_in_result for one in self._fields)

    def begin(self) -> None:
        """Begin a field."""
        self._fields.append(_Field())

    def begin_result(self) -> None:
        """Begin the result of the innermost field."""
        if self._fields:
            self._fields[-1].is_in_result = True

    def end(self) -> str:
        """End the innermost field, and give what is printed of it beside its result."""
        if not self._fields:
            return ""
        ended = self._fields.pop()
        return "" if ended.is_in_result or not self.is_printed else _print_without_result(ended)

    def cut(self, depth: int) -> None:
        """Forget the fields that have begun within a text box and not ended there."""
        del self._fields[depth:]

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._fields and not self._fields[-1].is_in_result:
            self._fields[-1].code.append(text)

    def take_setting(self, setting: str, value: str, is_set: bool) -> None:
        """Take a setting of the innermost field of a form: what can be chosen, and what is."""
        if not self._fields:
            return
        innermost = self._fields[-1]
        match setting:
            case "listEntry":
                innermost.choices.append(value)
            case "result" if value.isdecimal():
                innermost.choice = int(value)
            case "default":
                if innermost.choice is None and value.isdecimal():
                    innermost.choice = int(value)
                innermost.is_ticked = is_set
            case "checked":
                innermost.is_ticked = is_set


def _print_without_result(ended: _Field) -> str:
    """Give what is printed of a field that has no result of its own in the file."""
    words = "".join(ended.code).split(maxsplit=2)
    name = words[0].upper() if words else ""
    if name == "FORMDROPDOWN":
        return dict(enumerate(ended.choices)).get(ended.choice or 0, "")
    if name == "FORMCHECKBOX":
        return "\u2612" if ended.is_ticked else "\u2610"
    if name in _BUTTONS:
        return words[2] if len(words) > 2 else ""
    # An equation, a sign or a sum that Word works out when it prints: that something is there is all that is known.
    return "" if name in _PRINTS_NOTHING else UNKNOWN
