"""The pages that something is made of, in memory: some of a study, or all of a small one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analysis.press.records import Article, PageCut
from analysis.press.stories import Link
from analysis.study.recipe import RecipeInput
from analysis.study.records import Failure


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages in their order, what was given, and what could not be used.

    ``uncorrected`` are the same pages as they were before edits and before stories were joined;
    ``links`` are stories that probably jump from one article to another and were not joined;
    ``misfits`` are the edits about such stories that fit nothing.
    """

    cuts: tuple[PageCut, ...]
    inputs: tuple[RecipeInput, ...] = ()
    failures: tuple[Failure, ...] = ()
    uncorrected: tuple[PageCut, ...] = ()
    links: tuple[Link, ...] = ()
    misfits: tuple[Mapping[str, Any], ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, page by page, each page's in the order of their first characters."""
        return tuple(article for cut in self.cuts for article in cut.articles)
