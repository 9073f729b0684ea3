"""Who is meant: the register of English councils, how their names are written, and what finds them."""
