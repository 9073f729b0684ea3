"""Letters as data: reading, the register of councils, the library. Nothing here knows of a screen."""
