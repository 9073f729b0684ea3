"""PDFs: PDFium in a process of its own, and what is made of the characters it finds."""
