"""The face of upheld: the command line and the browser. Importing this package imports no Textual."""
