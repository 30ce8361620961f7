"""Answers about single blocks settled to a page that holds together.

A page whose headlines open its articles has no headline in the middle of one: a line that is
likely a headline begins an article, or it is none. The likeliest page of all that keep the habit is
found by dynamic programming (Viterbi), over four things a block can be.
"""

import math
from collections.abc import Mapping, Sequence

from analysis.press.cuts.trees import LIKELY

PROSE, START, HEAD, MORE = "prose", "start", "head", "more"
# What may follow what. A headline of several lines is HEAD, MORE, MORE ...
_OPENING: Mapping[str, tuple[str, ...]] = {
    PROSE: (PROSE, START, HEAD, MORE),
    START: (PROSE, START),
    HEAD: (PROSE, START),
    MORE: (HEAD, MORE),
}
_CLOSING: Mapping[str, tuple[str, ...]] = {
    PROSE: (PROSE, START),
    START: (PROSE, START, HEAD, MORE),
    HEAD: (PROSE, START),
    MORE: (HEAD, MORE),
}
_LEAST = 0.001
_FORCED = 0.95


def settle_page(
    cuts: Sequence[float], heads: Sequence[float], *, closing: bool
) -> tuple[list[bool], list[bool]]:
    """Return for each block whether an article begins with it, and whether it is a headline.

    ``closing`` tells that the page sets its headlines after the bodies.

    Examples
    --------
    >>> settle_page([1.0, 0.1, 0.4, 0.1], [0.9, 0.1, 0.9, 0.0], closing=False)
    ([True, False, True, False], [True, False, True, False])
    """
    before = _CLOSING if closing else _OPENING
    ways: list[dict[str, tuple[float, str]]] = []
    for index, (cut, head) in enumerate(zip(cuts, heads, strict=True)):
        gains = _rate_states(cut if index else 1.0, head, closing=closing)
        last = ways[-1] if ways else {START: (0.0, ""), PROSE: (0.0, "")}
        ways.append(
            {
                state: max((last[one][0] + gain, one) for one in before[state] if one in last)
                for state, gain in gains.items()
                if any(one in last for one in before[state])
            }
        )
    states = _trace_back(ways)
    starts = [state == START or (state == HEAD and not closing) for state in states]
    return starts, [state in (HEAD, MORE) for state in states]


def defer_cuts(
    cuts: Sequence[float], heads: Sequence[float], closers: Sequence[bool], *, closing: bool
) -> list[float]:
    """Move a likely cut from before a closing credit to behind it.

    Where headlines close the articles and one follows, the credit stands between prose and
    headline, and there is no cut at all.

    Examples
    --------
    >>> defer_cuts([1.0, 0.9, 0.2], [0.0, 0.0, 0.9], [False, True, False], closing=False)
    [1.0, 0.0, 0.9]
    """
    deferred = list(cuts)
    for index in range(1, len(cuts)):
        if not closers[index] or (heads[index - 1] > LIKELY and not closing):
            continue
        rate, deferred[index] = deferred[index], 0.0
        follows = index + 1 < len(cuts)
        if follows and not (closing and heads[index + 1] > LIKELY):
            deferred[index + 1] = max(deferred[index + 1], rate)
    return deferred


def force_cuts(
    cuts: Sequence[float], heads: Sequence[float], openers: Sequence[bool], *, closing: bool
) -> list[float]:
    """Set a cut before what can only begin a story, or before the headline above it.

    Examples
    --------
    >>> force_cuts([1.0, 0.1, 0.1], [0.9, 0.0, 0.0], [False, False, True], closing=False)
    [1.0, 0.1, 0.95]
    """
    forced = list(cuts)
    for index in range(1, len(cuts)):
        headed = heads[index - 1] > LIKELY and not closing
        if openers[index] and not headed:
            forced[index] = max(forced[index], _FORCED)
    return forced


def _rate_states(cut: float, head: float, *, closing: bool) -> dict[str, float]:
    yes, no = math.log(max(cut, _LEAST)), math.log(max(1.0 - cut, _LEAST))
    is_head, is_prose = math.log(max(head, _LEAST)), math.log(max(1.0 - head, _LEAST))
    return {
        PROSE: no + is_prose,
        START: yes + is_prose,
        HEAD: (no if closing else yes) + is_head,
        MORE: no + is_head,
    }


def _trace_back(ways: Sequence[Mapping[str, tuple[float, str]]]) -> list[str]:
    if not ways:
        return []
    state = max(ways[-1], key=lambda one: ways[-1][one][0])
    states = [state]
    for way in reversed(ways[1:]):
        state = way[state][1]
        states.append(state)
    return states[::-1]
