"""What of the long run needs a process of its own."""
