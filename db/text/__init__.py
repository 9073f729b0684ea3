"""A file's bytes -> clean plain text. One module for each kind of file; `reading.read` is the door."""
