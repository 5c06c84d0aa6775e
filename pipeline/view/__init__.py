"""View: the reports with their mentions marked, and the tables, as pages for a browser."""

from pipeline.view.pages import ViewError, write_view

__all__ = ["ViewError", "write_view"]
