"""What the bench measures with: made letters, names, PDFs and libraries, kept from run to run."""
