"""What each command of the command line answers, in plain text for people and in JSON for programs."""
