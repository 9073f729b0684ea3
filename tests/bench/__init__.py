"""How quick upheld is beside the limit or a rival, measured in one run: `python -m tests.bench [NAMES]`, by hand."""
