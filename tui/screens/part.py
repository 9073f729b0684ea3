"""What a part of a screen is written as, of which whole screens are put together: what several of them do."""

from typing import TYPE_CHECKING, TypeVar

Result = TypeVar("Result")

# Of every class of screens Textual works out keys, styles and much else, which only the whole screen is asked for: of
# its parts, which are written as though each were the screen, it is to know no more than which messages they take.
if TYPE_CHECKING:
    from textual.screen import Screen

    ScreenPart = Screen
else:
    from typing import Generic

    from textual.message_pump import MessagePump

    class ScreenPart(Generic[Result], MessagePump):
        """Stands before `Screen` among the bases of the whole."""
