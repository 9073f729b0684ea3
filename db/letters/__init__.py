"""Plain text -> letters. One module for each thing looked for; `parse.parse` is the door."""
