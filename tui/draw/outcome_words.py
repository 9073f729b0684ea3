"""What became of a file of an import, in words."""

from db.outcome import Outcome

OUTCOMES = {Outcome.ADDED: "added", Outcome.ALREADY_HERE: "already here", Outcome.REFUSED: "refused"}
