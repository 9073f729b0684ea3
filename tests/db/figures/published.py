"""What scipy gives on a grid (see `make_published.py`)."""

import json
from pathlib import Path

_ROWS: dict[str, list[list[float]]] = json.loads(Path(__file__).with_name("published.json").read_text(encoding="utf-8"))
LIMITS = _ROWS["limits"]
"""Cases, average and level of a funnel, and its lower and upper limit in percent."""

WILSON = _ROWS["wilson"]
"""Count and cases, and the lower and upper end of Wilson's interval in percent."""

FISHER = _ROWS["fisher"]
"""Count and cases, those of another, and the two-sided p-value."""
