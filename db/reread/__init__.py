"""Reading the kept bytes of a library again, and telling what that changed."""
