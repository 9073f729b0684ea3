"""The long run: upheld attacked by chance for as long as there is time, each failure with the seed that repeats it.

`python -m tests.long_run [KIND...] [--minutes M] [--seed N]`; the suite runs a few seconds of each kind.
"""
