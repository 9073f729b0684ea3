"""Letters made for tests: every family, known figures, and the ways in which copies mangle them."""
