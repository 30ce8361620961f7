"""The numbers of topics in words: how good each is, what each rule would choose, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.resources import say
from analysis.study.explain import load_model
from analysis.study.exploring import Exploration
from analysis.study.records import Study
from analysis.theme.exploring import Fit
from analysis.theme.overlay import bare_model
from analysis.theme.rules import FEW, NEAR, RULES, apply_rules, name_count_rule
from analysis.theme.topics import LEAST_RULE, MOST_RULE
from analysis.view.drawing.values import format_value

_NO_CHANGES: Mapping[str, Any] = {"moved": None, "splits": [], "merges": [], "moved_articles": []}


def count_rows(exploration: Exploration) -> Iterable[Mapping[str, Any]]:
    """Yield one row a number of topics: the eight measures, and what changed since the last one.

    ``restated`` articles have another main theme than in the study as it is; ``moved`` articles
    left their topic since the row before (None in the first).
    """
    for number, fit in enumerate(exploration.fits):
        yield {
            "count": fit.count,
            "topics": len(fit.topics),
            **{name: getattr(fit.measures, name) for name in RULES},
            "restated": exploration.restated[number],
            **(_name_changes(exploration, number) if number else _NO_CHANGES),
        }


def _name_changes(exploration: Exploration, number: int) -> Mapping[str, Any]:
    moved = [exploration.articles[row] for row in exploration.steps[number - 1].moved]
    return {
        "moved": len(moved),
        "splits": _name_splits(exploration, number),
        "merges": _name_merges(exploration, number),
        "moved_articles": moved,
    }


def _name_splits(exploration: Exploration, number: int) -> list[list[str]]:
    before, after = exploration.fits[number - 1], exploration.fits[number]
    splits = exploration.steps[number - 1].splits
    return [[label(before, one), *(label(after, part) for part in parts)] for one, parts in splits]


def _name_merges(exploration: Exploration, number: int) -> list[list[str]]:
    before, after = exploration.fits[number - 1], exploration.fits[number]
    merges = exploration.steps[number - 1].merges
    return [[label(after, one), *(label(before, part) for part in parts)] for one, parts in merges]


def label(fit: Fit, topic: int) -> str:
    """Return what a topic of a fit is called, by the fit's own words; "–" for no topic, -1."""
    return fit.topics[topic].label if topic >= 0 else "–"


def tell_count(study: Study, language: str) -> str:
    """Return how many topics a study has, and by which rule."""
    model = load_model(study)
    rule = name_count_rule(model.settings, model.rows)
    return say(
        f"count.{rule}",
        language,
        topics=len(bare_model(model).components),
        rows=f"{model.rows:,}",
        least=LEAST_RULE,
        most=MOST_RULE,
    )


def tell_rules(exploration: Exploration, language: str) -> tuple[str, ...]:
    """Return a sentence for each measure that chooses among the fits: which, and its value."""
    if len(exploration.fits) < 2:
        return ()
    counts = [fit.count for fit in exploration.fits]
    chosen = apply_rules(counts, [fit.measures for fit in exploration.fits])
    return tuple(
        tell_rule(exploration, name, chosen[name], language) for name in RULES if chosen[name]
    )


def tell_rule(exploration: Exploration, measure: str, chosen: Sequence[int], language: str) -> str:
    """Return what a measure would choose, with the value there."""
    values = {fit.count: getattr(fit.measures, measure) for fit in exploration.fits}
    return say(
        f"rule.{'equal' if len(chosen) == len(values) else RULES[measure]}",
        language,
        measure=say(f"measure.{measure}", language),
        counts=join_counts(chosen, language),
        value=format_measure(measure, values[chosen[0]]),
        near=NEAR,
        few=FEW,
    )


def format_measure(measure: str, value: float | None) -> str:
    """Return a measure as it is written: two decimals, or a count of articles with one."""
    if value is None:
        return "–"
    if measure == "effective":
        return f"{value:,.1f}"
    return format_value(value, "score")


def join_counts(counts: Sequence[int], language: str) -> str:
    """Return numbers of topics with runs of neighbours drawn together.

    Examples
    --------
    >>> join_counts((4, 5, 6, 9), "zh"), join_counts((4, 6, 7), "en")
    ('4–6、9', '4, 6, 7')
    """
    runs: list[list[int]] = []
    for count in counts:
        if runs and count == runs[-1][-1] + 1:
            runs[-1].append(count)
        else:
            runs.append([count])
    words = [
        f"{run[0]}–{run[-1]}" if len(run) > 2 else say("told.listed", language).join(map(str, run))
        for run in runs
    ]
    return say("told.listed", language).join(words)


def tell_sample(exploration: Exploration, language: str) -> str:
    """Return how the stability was measured: resamples and how many rows each of them saw."""
    if exploration.resampled is None:
        return say("stability.none", language)
    return say(
        "stability.sample",
        language,
        resamples=exploration.resamples,
        resampled=f"{exploration.resampled:,}",
        rows=f"{exploration.rows:,}",
    )
