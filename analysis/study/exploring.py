"""A study fitted with other numbers of topics: its articles are read from its tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.errors import BadSetting, TooFewWords
from analysis.study.catalogue import load_catalogue
from analysis.study.fitting import count_texts
from analysis.study.records import Report, Study
from analysis.study.refit import read_texts
from analysis.theme.exploring import Fit, Ground, fit_count, lay_ground
from analysis.theme.records import OTHER
from analysis.theme.steps import Step, compare_fits

DEFAULT_COUNTS = "4-20"
# More fits than these nobody reads side by side.
_MOST_COUNTS = 60


@dataclass(frozen=True, slots=True)
class Exploration:
    """A study with each number of topics; ``steps`` lie between each fit and the next.

    ``articles`` are the ids of the rows of shares. ``restated`` (n_fits,) is how many articles have
    another main theme than in the study as it is. ``left_out`` are the numbers of topics that the
    study is too small for. Each of ``resamples`` fits saw ``resampled`` of the ``rows``.
    """

    articles: tuple[str, ...]
    fits: tuple[Fit, ...]
    steps: tuple[Step, ...]
    restated: tuple[int, ...]
    left_out: tuple[int, ...]
    rows: int
    resamples: int
    resampled: int | None


def read_counts(text: str) -> tuple[int, ...]:
    """Read numbers of topics: "8", "4-20", "10-50:10" (every tenth), or several with commas.

    Raises
    ------
    BadSetting
        When it is none of these, a number is below 2, or there are more than sixty.

    Examples
    --------
    >>> read_counts("4-7"), read_counts("10-30:10,8")
    ((4, 5, 6, 7), (8, 10, 20, 30))
    """
    counts: set[int] = set()
    for part in text.replace("–", "-").split(","):
        span, _, step = part.partition(":")
        ends = [*span.split("-"), step or "1"]
        if not all(end.strip().isascii() and end.strip().isdigit() for end in ends):
            raise _bad_counts(text)
        first, last, width = int(ends[0]), int(ends[-2]), int(ends[-1])
        if len(ends) > 3 or not 2 <= first <= last or not width:
            raise _bad_counts(text)
        counts.update(range(first, min(last, first + _MOST_COUNTS * width) + 1, width))
    if len(counts) > _MOST_COUNTS:
        raise _bad_counts(text)
    return tuple(sorted(counts))


def _bad_counts(text: str) -> BadSetting:
    need = {
        "zh": f"如 8、4-20、10-50:10，不小于 2，至多 {_MOST_COUNTS} 个",
        "en": f"such as 8, 4-20 or 10-50:10, from 2, at most {_MOST_COUNTS} of them",
    }
    return BadSetting(name="topics", value=text, need=need)


def explore_study(study: Study, counts: Sequence[int], report: Report) -> Exploration:
    """Fit the articles of a study with each number of topics; the study stays as it is.

    The same study gives the same answer. Numbers that it is too small for are left out and told.

    Raises
    ------
    TooFewWords
        When it is too small for all of them.
    """
    ids, ground = read_ground(study, report)
    able = [count for count in sorted(counts) if count <= ground.most]
    if not able:
        n_rows, n_terms = ground.corpus.rows.shape
        raise TooFewWords(terms=n_terms, passages=n_rows, topics=min(counts), most=ground.most)
    found = []
    for number, count in enumerate(able):
        report("explore", number, len(able))
        found.append(fit_count(ground, count, report))
    report("explore", len(able), len(able))
    fits = tuple(fit for fit, _ in found)
    main = _read_main(study, ids)
    names = np.array([*(theme.name for theme in study.recipe.themes), OTHER, ""])
    return Exploration(
        articles=ids,
        fits=fits,
        steps=tuple(compare_fits(*pair) for pair in pairwise(found)),
        restated=tuple(int((names[fit.main_themes] != main).sum()) for fit in fits),
        left_out=tuple(count for count in sorted(counts) if count > ground.most),
        rows=ground.rows.shape[0],
        resamples=ground.settings.resamples,
        resampled=fits[0].topics[0].resampled,
    )


def read_ground(study: Study, report: Report) -> tuple[tuple[str, ...], Ground]:
    """Return the ids of a study's articles and the ground of its fits, both in their order."""
    texts = read_texts(study)
    recipe = study.recipe
    part = count_texts(list(texts.values()), recipe.basis, report)
    ground = lay_ground([part], recipe.themes, recipe.settings, recipe.words, report)
    return tuple(texts), ground


def _read_main(study: Study, ids: Sequence[str]) -> NDArray[Any]:
    """Return the main theme of articles in the study as it is, (n_articles,), "" for none."""
    catalogue = load_catalogue(study)
    main = np.array([*catalogue.themes, ""])[catalogue.main]
    known = dict(zip(catalogue.articles["article_id"].to_pylist(), main, strict=True))
    return np.array([known[one] for one in ids])
