"""Drafts to report: the reading text, and what is kept beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate

from pipeline.extract.builder import Piece, TextBuilder, unaccounted
from pipeline.extract.draft import Draft, Removed
from pipeline.extract.inline import Cut, cuts
from pipeline.extract.reflow.footnotes import bare_number
from pipeline.report import Aside, AsideKind, Report


def write(
    report: Report, source: str, items: Iterable[Draft | Removed], rest: AsideKind | None = None
) -> Report:
    """Write blocks and what stood between them into the report, in reading order.

    What of the source no item has is kept as a layout space if it is white, else as `rest`.
    """
    builder = TextBuilder(report)
    report.source_length = len(source)
    footnotes: list[tuple[int, str]] = []
    items = list(items)
    labels = {item.label for item in items if isinstance(item, Draft) and item.number}
    for item in items:
        if isinstance(item, Removed):
            span = (item.source, item.source + len(item.text))
            builder.aside(item.kind, item.text, item.page, span)
            continue
        index = _block(report, builder, item, labels)
        if item.number and index is not None:
            footnotes.append((index, item.number))
    builder.finish()
    _link(report, footnotes)
    _keep_gaps(report, source, rest)
    return report


def _block(
    report: Report, builder: TextBuilder, draft: Draft, labels: Container[str]
) -> int | None:
    """Write a block and what stands beside it; one of which nothing is left is none."""
    text = draft.text
    found = cuts(text, draft.kind, labels)
    pieces = list(_rest(draft.pieces, found))
    index: int | None = None
    begin = builder.offset
    if not pieces:
        begin = max(0, begin - 1)  # there is no line to begin
    elif draft.rows:
        index = builder.table(draft.rows, pieces, draft.page)
    else:
        index = builder.block(draft.kind, pieces, draft.page, draft.level)
    report.asides += _asides(draft, found, begin)
    return index


def _asides(draft: Draft, found: list[Cut], begin: int) -> Iterator[Aside]:
    """What markup and text say stands beside a block that begins at `begin` of the text."""
    starts = [cut.start for cut in found]
    removed = list(accumulate((cut.end - cut.start for cut in found), initial=0))

    def moved(offset: int) -> int:
        return begin + offset - removed[bisect_left(starts, offset)]

    for note in draft.beside:
        at = moved(note.end)
        base = (moved(note.start), at) if note.kind is AsideKind.RUBY else (-1, -1)
        yield Aside(note.kind, note.text, draft.page, at, note.source_start, note.source_end, *base)
    spans = _source_spans(draft.pieces, found)
    for cut, span in zip(found, spans, strict=True):
        has_base = cut.base_start >= 0
        base = (moved(cut.base_start), moved(cut.base_end)) if has_base else (-1, -1)
        if span is not None:
            yield Aside(cut.kind, cut.text, draft.page, moved(cut.start), *span, *base)


def _rest(pieces: Iterable[Piece], found: list[Cut]) -> Iterable[Piece]:
    """The pieces without what is cut."""
    at, position = 0, 0
    for text, source in pieces:
        end = at + len(text)
        here = at
        while position < len(found) and found[position].start < end:
            cut = found[position]
            if cut.start > here:
                yield _part(text, source, here - at, cut.start - at)
            here = max(here, min(cut.end, end))
            if cut.end > end:
                break
            position += 1
        if here < end:
            yield _part(text, source, here - at, len(text))
        at = end


def _part(text: str, source: int, start: int, end: int) -> Piece:
    return Piece(text[start:end], source + start if source >= 0 else -1)


def _source_spans(pieces: Sequence[Piece], found: list[Cut]) -> Iterator[tuple[int, int] | None]:
    """Where each cut stands in the source; None for a space that joining put there."""
    starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    for cut in found:
        first = bisect_right(starts, cut.start) - 1
        last = bisect_right(starts, cut.end - 1) - 1
        places = [
            (source + max(cut.start - starts[i], 0), source + min(cut.end - starts[i], len(text)))
            for i, (text, source) in enumerate(pieces[first : last + 1], first)
            if source >= 0
        ]
        yield (min(a for a, _ in places), max(b for _, b in places)) if places else None


def _link(report: Report, footnotes: list[tuple[int, str]]) -> None:
    """Point each footnote mark to the nearest footnote of its number, first to those below it."""
    blocks_of: dict[str, list[int]] = {}
    for index, number in footnotes:
        blocks_of.setdefault(number, []).append(index)
    for aside in report.asides:
        indices = blocks_of.get(bare_number(aside.text), [])
        if aside.kind is not AsideKind.FOOTNOTE_MARK or not indices:
            continue
        below = bisect_left(indices, report.block_at(aside.at))
        aside.target = indices[min(below, len(indices) - 1)]


def _keep_gaps(report: Report, source: str, rest: AsideKind | None) -> None:
    """Set aside the white space and the markup between blocks and lines, where they stood."""
    runs = sorted(report.source_map, key=lambda run: run.source)
    sources = [run.source for run in runs]
    for start, end in unaccounted(report):
        kind = AsideKind.LAYOUT_SPACE if source[start:end].isspace() else rest
        if kind is None:
            continue  # a defect, which the property tests catch
        index = bisect_right(sources, start) - 1
        at = runs[index].start + runs[index].length if index >= 0 else 0
        page = report.blocks[report.block_at(at)].page if report.blocks else 1
        report.asides.append(Aside(kind, source[start:end], page, at, start, end))
    report.asides.sort(key=lambda aside: (aside.at, aside.source_start))
