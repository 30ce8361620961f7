"""The rows of a corpus in JSON lines, packed or not: read, and a part of them drawn at random."""

import gzip
import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file, which may be gzipped, with their ends."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from lines


def read_texts(path: Path) -> Iterator[str]:
    """Yield headline and body of each row."""
    return (join_text(json.loads(line)) for line in read_lines(path))


def join_text(row: Mapping[str, Any]) -> str:
    """Return headline and body of a row as one text."""
    return f"{row['headline']}\n{row['body']}"


def draw_places(total: int, size: int, *, seed: int = 0) -> list[int]:
    """Return which rows of ``total`` a random part of ``size`` is, in the order of the file."""
    generator = random.Random(seed)  # noqa: S311 - no secret
    return sorted(generator.sample(range(total), min(size, total)))
