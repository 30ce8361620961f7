"""Chunks set as the text of a page, with the truth about every character."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compose import Chunk, compose, is_boundary
from disturb import interrupt, repeat, roughen
from stories import Story
from styles import Style

_FULL = str.maketrans({chr(0xFF10 + digit): str(digit) for digit in range(10)} | {"％": "%"})
_HALF = str.maketrans("，；：（）！？", ",;:()!?")
_HANGING = "，。、；：！？”）》」,.;:!?)"
_NO_CHUNK = -1
BLANK = -2
"""The owner of the white space between chunks."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a page and, for each character, owner, role and piece."""

    text: str
    owners: tuple[int, ...]
    roles: tuple[str, ...]
    pieces: tuple[int, ...]
    titles: tuple[str, ...]
    order: str


def render(stories: Sequence[Story], style: Style, seed: int) -> Rendered:
    """Set one page; the same seed gives the same page."""
    rng = random.Random(seed)  # noqa: S311 - layouts are no secrets
    chunks = interrupt(compose(stories, style, rng), style, rng)
    chunks = roughen(repeat(chunks, style, rng), style, rng)
    if rng.random() < 0.85:
        chunks = [replace(chunk, text=chunk.text.translate(_FULL)) for chunk in chunks]
    if style.half:
        chunks = [replace(chunk, text=chunk.text.translate(_HALF)) for chunk in chunks]
    parts = typeset(chunks, style, rng)
    marks = [chunk for text, chunk in parts for _ in text]
    return Rendered(
        text="".join(text for text, _ in parts),
        owners=tuple(chunks[at].owner if at >= 0 else BLANK for at in marks),
        roles=tuple(chunks[at].role if at >= 0 else " " for at in marks),
        pieces=tuple(chunks[at].piece if at >= 0 else 0 for at in marks),
        titles=tuple(story.title for story in stories),
        order=style.order,
    )


def typeset(chunks: Sequence[Chunk], style: Style, rng: random.Random) -> list[tuple[str, int]]:
    """Return runs of text, each with the number of its chunk (-1 for the white space between)."""
    parts: list[tuple[str, int]] = []
    widths: dict[int, int] = {}
    for index, chunk in enumerate(chunks):
        if index:
            parts.append(("\n\n" if is_loose(chunks, index, style, rng) else "\n", _NO_CHUNK))
        if chunk.mark:
            parts.append(("#" * chunk.mark + " ", index))
        other = style.wrap + rng.choice([0, 0, 0, 1, -1, 4]) if style.flags.get("wide") else 0
        width = widths.setdefault(chunk.owner, max(10, other) if other else style.wrap)
        whole = not style.wrap or chunk.role in "HF"
        lines = [chunk.text] if whole else wrap_text(chunk.text, width, style, rng)
        for number, line in enumerate(lines):
            if number:
                blank = style.gap == "lines" and rng.random() < 0.97
                blank = blank or (style.gap == "mess" and rng.random() < 0.25)
                parts.append(("\n\n" if blank else "\n", _NO_CHUNK))
            parts.append((spread(line, style, rng), index))
    return parts


def is_loose(chunks: Sequence[Chunk], at: int, style: Style, rng: random.Random) -> bool:
    """Whether an empty line stands before a chunk."""
    before, chunk = chunks[at - 1], chunks[at]
    edge = is_boundary(chunks, at)
    heads = (before.role == "H") + (chunk.role == "H")
    return {
        "blocks": True,
        "articles": edge,
        "lines": heads < 2 or rng.random() < 0.4,
        "none": False,
        "mess": heads == 1 or edge or rng.random() < 0.3,
    }[style.gap]


def wrap_text(text: str, width: int, style: Style, rng: random.Random) -> list[str]:
    """Break a paragraph into the lines of a column; closing marks hang."""
    lines: list[str] = []
    line, size, limit = "", 2.0 if style.indent else 0.0, width
    for character in text:
        step = 0.5 if character.isascii() else 1.0
        if size + step > limit and character not in _HANGING:
            lines.append(line)
            line, size = "", 0.0
            limit = width - (rng.random() < style.ragged)
        line += character
        size += step
    return [*lines, line] if line else lines


def spread(line: str, style: Style, rng: random.Random) -> str:
    """Set stray spaces: before numbers, or between all characters of a stretched line."""
    rate = style.flags.get("spaces", 0.0)
    if rng.random() < rate:
        line = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)", " ", line)
    return " ".join(line) if rng.random() < rate * 0.08 else line
