"""hokoku (報告): tables that an analyst can trust, out of Japanese official reports."""

from importlib.metadata import version

__version__ = version("hokoku")
