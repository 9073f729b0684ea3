"""The letter's text as it is drawn: reflowed, its marks and tables, and the way back to the stored text."""
