"""Passages a reader wants flagged, each with this council as the one who acted."""
