"""Figures as they are drawn: bars, measures, years, tables, remarks."""
