"""The layouts, grouped by what they show."""
