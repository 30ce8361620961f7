"""The habit of a page: do its headlines open the articles, close them, or stand all first.

One page keeps one habit, and every headline with its neighbours is a witness: a headline is taken
up by the body that belongs to it, openings follow or do not follow headlines, the first and last
lines of the page are one or not.
"""

from collections.abc import Sequence

from analysis.press.cuts.signals import Signals
from analysis.press.cuts.trees import LIKELY

HABITS = ("before", "after", "first")
# Places in the looks of a block and in its words (signals).
_OPENING, _BYLINE, _CLOSED, _BLANKS = 6, 11, 4, 21
_BEFORE, _AFTER = 5, 6


def find_runs(heads: Sequence[float]) -> list[tuple[int, int]]:
    """Return the runs of likely headline blocks: first, one after the last."""
    runs: list[tuple[int, int]] = []
    for index, likely in enumerate(heads):
        if likely <= LIKELY:
            continue
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def describe_habit(
    signals: Signals, cuts: Sequence[float], heads: Sequence[float]
) -> tuple[float, ...]:
    """Describe a page by what stands around its likely headlines."""
    count = len(heads)
    runs = find_runs(heads)
    inner = [run for run in runs if run[0] > 0 and run[1] < count]
    opening = [look[_OPENING] > 0 for look in signals.looks]
    begun = [index for index in range(1, count) if opening[index]]
    return (
        sum(heads[:3]) / 3,
        sum(heads[-3:]) / 3,
        heads[0],
        heads[-1],
        float(max((after - first for first, after in runs), default=0)),
        float(runs[0][1] - runs[0][0]) if runs and runs[0][0] < 4 else 0.0,
        float(len(runs)),
        *_hear_witnesses(signals, inner),
        _share([heads[index - 1] > LIKELY for index in begun]),
        float(len(begun)),
        sum(cuts) / count,
        _share([cuts[first] > LIKELY for first, _ in inner]),
        _share([cuts[after] > LIKELY for _, after in inner]),
        float(count),
    )


def _hear_witnesses(signals: Signals, runs: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Return what share of the headlines inside the page lean to the text before or after."""
    looks, words = signals.looks, signals.words
    tilts = [words[first][_BEFORE] - words[first][_AFTER] for first, _ in runs]
    return (
        _share([tilt > 0.1 for tilt in tilts]),
        _share([tilt < -0.1 for tilt in tilts]),
        sum(tilts) / len(tilts) if tilts else 0.0,
        _share([looks[after][_OPENING] > 0 for _, after in runs]),
        _share([looks[after][_BYLINE] > 0 for _, after in runs]),
        _share([looks[first - 1][_CLOSED] > 0 for first, _ in runs]),
        _share([looks[first][_BLANKS] > looks[after][_BLANKS] for first, after in runs]),
        _share([looks[first][_BLANKS] < looks[after][_BLANKS] for first, after in runs]),
    )


def _share(answers: Sequence[bool]) -> float:
    """Return the share of yes; -1 where nobody was asked."""
    return sum(answers) / len(answers) if answers else -1.0
