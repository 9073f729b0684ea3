"""Sample letters: real published figures in short prose of our own, to try upheld with."""
