"""What a person sees of an app under test, as text."""

from textual.app import App
from textual.strip import Strip


def strips(app: App[None]) -> list[Strip]:
    """The lines of the screen as they go to the terminal (Textual has no public name for them)."""
    return app.screen._compositor.render_strips()


def screen_lines(app: App[None]) -> list[str]:
    """The lines of the screen without their styles."""
    return [strip.text for strip in strips(app)]


def screen_text(app: App[None]) -> str:
    """The whole screen without its styles."""
    return "\n".join(screen_lines(app))


def controls(text: str) -> list[str]:
    """The characters of a text that a terminal could act on, line ends aside."""
    return [sign for sign in text if (ord(sign) < 32 and sign != "\n") or 0x7F <= ord(sign) < 0xA0 or sign == "\u202e"]
