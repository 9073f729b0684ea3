"""What councils in general were told, and what a letter says to its own council alone."""
