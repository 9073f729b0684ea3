"""Programs that the bench starts as processes of their own: bare limits to measure against, and meters."""
