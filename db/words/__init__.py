"""What somebody asks of the words of all letters, and what answers it: values, the language people type, context."""
