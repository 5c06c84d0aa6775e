"""Docs of reports in their files; imports spaCy."""

from srsly.msgpack import msgpack_decoders, msgpack_encoders  # type: ignore[import-untyped]

from pipeline.context import load_doc, save_doc

__all__ = ["load_doc", "save_doc"]

# srsly searches all installed packages for codecs each time that it reads or writes something, a
# third of the work on a small report; spaCy's own are registered without that.
for _codecs in (msgpack_encoders, msgpack_decoders):
    _codecs.entry_points = False
