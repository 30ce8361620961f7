"""The blocks of one article to its repaired prose, with the credits taken out as data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.press import repair
from analysis.press.asides import Place, print_asides, read_asides
from analysis.press.blocks import Block
from analysis.press.credits import Credits, merge_credits
from analysis.press.layout import OPENING, SENTENCE_END
from analysis.press.records import Note, Span

# A paragraph is longer than this; what is shorter and unfinished is a subhead or a list item.
_LEAST_PARAGRAPH = 40
# A full line lacks less than a character; a dropped indent takes two.
_FULL = 0.6
_INDENTED = 1.4


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an article, the range it covers with the white space after it, and its role."""

    block: Block
    cover: Span
    head: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """What was read from the blocks of an article: notes for all of them, credits, jumps.

    ``readings`` are the credits place by place; ``credits`` what they say together.
    """

    notes: tuple[Note, ...] = ()
    readings: tuple[Credits, ...] = ()
    jumps: tuple[tuple[str, str], ...] = ()

    @property
    def credits(self) -> Credits:
        """All credits of the article."""
        return merge_credits(self.readings)


def read_prose(text: str, parts: Sequence[Part], *, shadow: str) -> Prose:
    """Read the prose of one article; replaying the notes over the parts gives its body.

    ``shadow`` is the page's text in simplified characters, of the same length: what credits are
    told by.
    """
    heads = [part for part in parts if part.head]
    prose = Prose(notes=tuple(_drop(text, part.cover, rule="headline") for part in heads))
    body: list[tuple[Part, list[Note]]] = []
    kept = [part for part in parts if not part.head]
    for index, part in enumerate(kept):
        place = Place(
            first=index <= 1 or not body,
            last=index == len(kept) - 1,
            edge=index < 3 or index > len(kept) - 3,
            signed=any(one.byline and not one.picture for one in prose.readings),
        )
        found = _read_part(text, part, place, shadow)
        prose = _merge(prose, found)
        if found.notes and found.notes[0].start <= part.block.start and _covers(found, part):
            prose = replace(prose, notes=(*prose.notes, _drop(text, part.cover, rule="byline")))
        else:
            body.append((part, list(found.notes)))
    return replace(prose, notes=(*prose.notes, *_finish(text, body)))


def _drop(text: str, span: Span, *, rule: str) -> Note:
    return Note(rule, span[0], span[1], text[span[0] : span[1]], "")


def _covers(found: Prose, part: Part) -> bool:
    taken = sum(note.end - note.start for note in found.notes if note.after == "")
    return taken >= part.block.end - part.block.start


def _merge(prose: Prose, found: Prose) -> Prose:
    """Add the credits and jumps of one part."""
    return replace(prose, readings=prose.readings + found.readings, jumps=prose.jumps + found.jumps)


def trace_block(text: str, block: Block) -> tuple[str, list[int]]:
    """Return a block's text with its lines joined, and the origin of each character."""
    first, last = block.lines[0], block.lines[-1]
    start = (
        first.end - len(text[first.start : first.end].lstrip("#").lstrip())
        if first.mark
        else first.start
    )
    ends = [(one.end, two.start) for one, two in pairwise(block.lines)]
    notes = [*repair.join_lines(text, ends)]
    for line in block.lines:
        notes += repair.close_stretched(text, line.start, line.end)
    return repair.trace(text, (start, last.end), sorted(notes, key=lambda note: note.start))


def _read_part(text: str, part: Part, place: Place, shadow: str) -> Prose:
    printed, origins = trace_block(text, part.block)
    plain, _ = trace_block(shadow, part.block)
    found = print_asides(read_asides(plain, place), plain, printed)
    notes = (
        _drop(text, (origins[start], origins[end]), rule=rule)
        for rule, (start, end) in found.ranges
    )
    return Prose(notes=tuple(notes), readings=found.readings, jumps=found.jumps)


def _finish(text: str, body: Sequence[tuple[Part, list[Note]]]) -> list[Note]:
    """Note the repairs inside the paragraphs and what stands between them."""
    notes: list[Note] = []
    for place, (part, taken) in enumerate(body):
        block, cover = part.block, part.cover
        after = body[place + 1][0].block if place + 1 < len(body) else None
        gap = "\n" if after is not None and not _runs_on(block, after) else ""
        found = [*taken, *_repair_block(text, block)]
        if cover[0] < block.start:
            found.append(_drop(text, (cover[0], block.start), rule="margin"))
        found.append(
            Note("paragraph", block.end, cover[1], text[block.end : cover[1]], gap),
        )
        notes += repair.drop_overlaps(found)
    return notes


def _repair_block(text: str, block: Block) -> list[Note]:
    lines = block.lines
    ends = [(one.end, two.start) for one, two in pairwise(lines)]
    notes = [*repair.join_lines(text, ends), *repair.repair_range(text, block.start, block.end)]
    if lines[0].mark:
        words = text[block.start : block.end].lstrip("# \t")
        notes.append(_drop(text, (block.start, block.end - len(words)), rule="mark"))
    return notes


def _runs_on(block: Block, after: Block) -> bool:
    """Whether a paragraph goes on in the next block.

    It stops in mid-sentence; or its last line is full, so that the end of a sentence fell on the
    end of the line by chance, and the next line is not indented.
    """
    if OPENING.match(after.text) or after.lines[0].mark:
        return False
    if not SENTENCE_END.search(block.text):
        return len(block.text) > _LEAST_PARAGRAPH or (block.column > 0 and len(block.lines) > 1)
    full = block.column > 0 and block.lines[-1].width >= block.column - _FULL
    indented = after.lines[0].width < block.column - _INDENTED
    return full and not indented
