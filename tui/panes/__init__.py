"""The panes: widgets that are given values and post messages; none touches the library."""
