"""Made letters as files of every kind in which people have them."""
