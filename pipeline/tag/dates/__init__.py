"""Dates: read by grammar, resolved by the text around them, written as EDTF."""
