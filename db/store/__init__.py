"""Everything that is SQL: the library's file, its schema, and letters into rows and back."""
