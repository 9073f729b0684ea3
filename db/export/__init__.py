"""What is taken away: values of the library as text for other programs and for paper. No input, no output."""
