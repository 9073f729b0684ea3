"""The documents of word processors, DOCX and ODT: XML in a ZIP file -> plain lines."""
