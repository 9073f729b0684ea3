"""What may be said of numbers. Everything here is ours, never a letter's."""
