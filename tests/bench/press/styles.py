"""Layouts: what text layers and readers of newspapers make of a page."""

import random
from dataclasses import dataclass, field

PLAIN_FLAGS = {"byline": 0.0}


@dataclass(frozen=True, slots=True)
class Style:
    """One layout of a page.

    ``order``: headlines "before" or "after" the bodies, all "first", or "mixed"; ``wrap``: width
    of the columns, 0 for whole paragraphs; ``gap``: empty lines between "blocks", "articles",
    all "lines", "none", or a "mess" of them; ``displaced``: how many of the torn stories have not
    their end but their beginning elsewhere; ``flags``: how often something happens.
    """

    order: str
    wrap: int
    gap: str
    markdown: bool = False
    indent: bool = False
    half: bool = False
    modern: bool = False
    interrupted: float = 0.0
    displaced: float = 0.0
    noise: float = 0.0
    masthead: str = ""
    ragged: float = 0.0
    flags: dict[str, float] = field(default_factory=dict)


def chance(rng: random.Random, style: Style, flag: str) -> bool:
    """Draw one of the style's flags."""
    return rng.random() < style.flags.get(flag, 0.0)


def pick_style(rng: random.Random) -> Style:
    """Draw a layout: three of five plain, with one difficulty at most; half with many at once."""
    return pick_plain(rng) if rng.random() < 0.62 else pick_rich(rng)


def pick_plain(rng: random.Random) -> Style:
    """Draw a layout with one difficulty at most."""
    difficulty = rng.choice(
        ["", "", "markdown", "interrupted", "interrupted", "first", "noise", "gapped"]
    )
    order = "first" if difficulty == "first" else rng.choice(["before", "after"])
    order = "before" if difficulty == "markdown" else order
    wrapped = difficulty != "markdown" and rng.random() < (0.7 if order == "after" else 0.4)
    wrapped = wrapped or difficulty == "gapped"
    gaps = ["articles", "articles", "blocks"] if wrapped else ["blocks", "blocks", "blocks", "none"]
    noise = [0.06, 0.15] if difficulty == "noise" else [0.0, 0.01, 0.02]
    return Style(
        order=order,
        wrap=rng.randint(12, 25) if wrapped else 0,
        gap="lines" if difficulty == "gapped" else rng.choice(gaps),
        markdown=difficulty == "markdown",
        interrupted=rng.choice([0.5, 0.9]) if difficulty == "interrupted" else 0.0,
        noise=rng.choice(noise),
        masthead=rng.choice(["", "date", "paper", "editors"]),
        flags={"spaces": rng.choice([0.0, 0.05, 0.3])},
    )


def pick_rich(rng: random.Random) -> Style:
    """Draw a layout with many difficulties."""
    order = rng.choices(["before", "after", "first", "mixed"], [5, 5, 1.2, 0.8])[0]
    wrapped = rng.random() < (0.75 if order == "after" else 0.4)
    gap = rng.choices(["blocks", "articles", "lines", "none", "mess"], [4, 4, 4, 1, 1])[0]
    return Style(
        order=order,
        wrap=rng.randint(12, 26) if wrapped else 0,
        gap="blocks" if gap == "lines" and not wrapped else gap,
        markdown=not wrapped and order in {"before", "first"} and rng.random() < 0.35,
        indent=wrapped and rng.random() < 0.4,
        half=rng.random() < 0.12,
        modern=rng.random() < 0.5,
        interrupted=rng.choices([0.0, 0.5, 0.9], [6, 3, 2])[0],
        noise=rng.choices([0.0, 0.02, 0.06, 0.15], [6, 3, 2, 1])[0],
        masthead=rng.choice(["", "date", "paper", "editors", "long", "foot"]),
        ragged=rng.choice([0.0, 0.0, 0.3]),
        flags=pick_flags(rng),
    )


def pick_flags(rng: random.Random) -> dict[str, float]:
    """Draw how often the parts of a modern page occur."""
    return {
        "kicker": rng.choice([0.0, 0.15, 0.4]),
        "deck": rng.choice([0.0, 0.15, 0.4]),
        "subheads": rng.choice([0.0, 0.0, 0.0, 0.15, 0.4]),
        "jumps": rng.choice([0.0, 0.1, 0.4]),
        "headless": rng.choice([0.0, 0.0, 0.08, 0.2]),
        "photos": rng.choice([0.0, 0.1, 0.3]),
        "repeats": rng.choice([0.0, 0.0, 0.0, 0.15]),
        "labels": rng.choice([0.0, 0.0, 0.1]),
        "wide": rng.choice([0.0, 0.3]),
        "spaces": rng.choice([0.0, 0.05, 0.3]),
        "byline": rng.choice([0.0, 0.3, 0.7]),
    }
