"""The screens: each asks the library in worker threads and hands values to its panes."""
