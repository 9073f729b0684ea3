"""Pure functions from values to Content: no widget, no input, no output."""
