"""What the main screen is put together of beside its own parts."""

from tui.screens.live import LiveScreen
from tui.screens.take_out import TakingOutScreen
from tui.screens.taking_away import TakingAwayScreen


class MainBase(TakingOutScreen[None], LiveScreen[None], TakingAwayScreen[None]):
    """What the main screen can do as other screens do."""
