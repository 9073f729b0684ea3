"""The rates of the four measures: what the figures page and the tables print of each, and nothing else."""
