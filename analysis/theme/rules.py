"""What each rule for the number of topics would choose, none of them the last word."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from analysis.theme.exploring import Measures
from analysis.theme.settings import Settings
from analysis.theme.topics import LEAST_RULE, MOST_RULE

NEAR = 0.02
"""Closer than this two fits are equally good: another seed of the resamples moves them as much."""
FEW = 3
"""A topic that rests on fewer articles is one or two articles' own."""

HIGHEST, LOWEST, BEND, FULL = "highest", "lowest", "bend", "full"
RULES: Mapping[str, str] = {
    "coherence": HIGHEST,
    "diversity": HIGHEST,
    "exclusivity": HIGHEST,
    "stability": HIGHEST,
    "explained": BEND,
    "clear": HIGHEST,
    "junk": LOWEST,
    "effective": FULL,
}
"""How each of the eight measures would choose, in the order in which they are shown."""


def apply_rule(
    measure: str, counts: Sequence[int], values: Sequence[float | None]
) -> tuple[int, ...]:
    """Return the numbers of topics that a measure speaks for; none where it was not measured.

    "highest" and "lowest" take all within ``NEAR`` of it; "bend" the count after which more topics
    explain little more (the point farthest above the straight line from the first to the last:
    Satopää et al. 2011, doi:10.1109/ICDCSW.2011.20); "full" the most topics that rest on ``FEW``
    articles or more.

    Examples
    --------
    >>> apply_rule("coherence", (4, 5, 6), (0.20, 0.31, 0.30))
    (5, 6)
    >>> apply_rule("explained", (4, 5, 6, 7), (0.10, 0.30, 0.33, 0.36))
    (5,)
    >>> apply_rule("effective", (4, 5, 6), (5.0, 3.2, 2.1))
    (5,)
    """
    known = [
        (count, value) for count, value in zip(counts, values, strict=True) if value is not None
    ]
    if not known:
        return ()
    rule, numbers = RULES[measure], np.array([value for _, value in known])
    if rule == FULL:
        full = [count for count, value in known if value >= FEW]
        return (max(full),) if full else ()
    if rule == BEND:
        line = np.linspace(numbers[0], numbers[-1], len(numbers))
        above = numbers - line
        return (known[int(above.argmax())][0],) if above.max() > 0 else ()
    best = numbers if rule == HIGHEST else -numbers
    return tuple(
        count for (count, _), value in zip(known, best, strict=True) if value >= best.max() - NEAR
    )


def apply_rules(counts: Sequence[int], measures: Sequence[Measures]) -> dict[str, tuple[int, ...]]:
    """Return what each of the eight measures would choose of some fits, by name."""
    return {
        name: apply_rule(name, counts, [getattr(one, name) for one in measures]) for name in RULES
    }


def name_count_rule(settings: Settings, n_rows: int) -> str:
    """Return why a study has its number of topics.

    "given": somebody said it; "root": the square root of the rows; "least", "most": the root, kept
    to the bounds of ``analysis.theme.topics.choose_count``.

    Examples
    --------
    >>> [name_count_rule(Settings(), rows) for rows in (3, 190, 75_806)]
    ['root', 'root', 'most']
    """
    if settings.topics is not None:
        return "given"
    root = round(math.sqrt(n_rows))
    if root > MOST_RULE:
        return "most"
    return "least" if root < LEAST_RULE else "root"
