"""The colours of our own, beside those of the theme: chosen so that text is read on whatever it stands on."""

from collections.abc import Mapping

_DARK = {
    "attention": "#ffb454",
    "border-line": "#757575",
    "block-cursor-background": "#0f4c81",
    "block-cursor-foreground": "#ffffff",
    "block-cursor-blurred-background": "#263746",
    "scrollbar": "#7a8792",
}
_LIGHT = {
    "attention": "#8a3b00",
    "border-line": "#767676",
    "block-cursor-background": "#bcd9f2",
    "block-cursor-foreground": "#000000",
    "block-cursor-blurred-background": "#ccd3da",
    "scrollbar": "#5a626a",
    "footer-key-foreground": "#004578",
}
_OF_THE_TERMINAL = {"attention": "ansi_default", "border-line": "ansi_default"}


def choose_colours(*, is_dark: bool, is_ansi: bool) -> Mapping[str, str]:
    """The colours for a theme, by the names that style sheets and drawings use; `is_ansi`: the terminal has its own."""
    if is_ansi:
        return _OF_THE_TERMINAL
    return _DARK if is_dark else _LIGHT
