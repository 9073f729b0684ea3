"""Files read in processes of their own, with limits of time and memory, so that none can hang or fell the program."""
