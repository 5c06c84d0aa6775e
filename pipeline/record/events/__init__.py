"""Diplomatic contacts that a report tells of as having taken place."""

from pipeline.record.events.event import Event, event_rows
from pipeline.record.events.tell import events

__all__ = ["Event", "event_rows", "events"]
