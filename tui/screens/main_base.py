"""What the main screen is put together of: its base, and what its parts are written as."""

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from tui.screens.live import LiveScreen
from tui.screens.take_out import TakingOutScreen
from tui.screens.taking_away import TakingAwayScreen


class MainBase(TakingOutScreen[None], LiveScreen[None], TakingAwayScreen[None]):
    """What the main screen can do as other screens do."""


# Of every class of screens Textual works out keys, styles and much else, which only the whole screen is asked for: of
# its parts, which are written as though each were the screen, it is to know no more than which messages they take.
if TYPE_CHECKING:
    MainPart = MainBase
else:
    MainPart = MessagePump
