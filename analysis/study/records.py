"""The records of the study floor: a study, what is asked of it, what a build tells."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from analysis.study.recipe import Recipe

Report = Callable[[str, int, int], None]
"""Told while a build goes on: the stage's name, how much of it is done, how much there is."""


@dataclass(frozen=True, slots=True)
class Study:
    """A study folder that was opened: its recipe read, its tables left on disk until asked for.

    ``digest`` changes with the recipe, and the recipe holds the digest of every table: whoever
    caches by it never shows one study's numbers under another's name.
    """

    folder: Path
    recipe: Recipe
    digest: str

    @property
    def name(self) -> str:
        """What to call it: its maker's name for it, else the folder's."""
        return self.recipe.name or self.folder.name


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader wants to see. An empty tuple or string does not narrow anything.

    ``themes`` are names of themes, ``topics`` ids of topics: an article counts to its main theme
    and its main topic, and is meant where either is among them. ``newspapers`` are names as in the
    table of pages ("" for pages that do not name theirs); ``since`` and ``until`` are days
    (2024-04-04), both included, and leave out what has no date. ``editions`` are "front", "inner"
    and "unknown" pages, ``kinds`` those of ``press.records.KINDS``. ``search`` is as
    ``study.search`` reads it. ``copies`` says whether the printings of one story count "each" or
    only "once".
    """

    themes: tuple[str, ...] = ()
    topics: tuple[int, ...] = ()
    newspapers: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    editions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("article",)
    search: str = ""
    copies: Literal["each", "once"] = "each"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, and why, in both languages."""

    source: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: the study, what failed, how much there is, seconds for each stage.

    ``counts`` has the keys "pages", "articles", "passages", "terms" and "topics"; ``misfits`` are
    the edits of the recipe that its pages do not fit any more. ``peak`` is the memory that the
    build took at most, in MB: that of this process and of its workers, each at its own most.
    """

    study: Study
    failures: tuple[Failure, ...]
    counts: dict[str, int]
    seconds: dict[str, float] = field(default_factory=dict)
    misfits: tuple[Failure, ...] = ()
    peak: float | None = None
