"""Learn where articles begin, which lines are headlines, and which pieces belong together.

    python tests/bench/press/train.py SHARED_FOLDER [PAGES]

Learnt from rendered pages of known articles; the pages of gold/pages.jsonl are left out. Each round
sees the answers of the one before on pages that it was not trained on (folds by page).
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from examples import Example, make_examples
from forests import Numbers, Size, fit_folds, fold_of
from numpy.typing import NDArray

from analysis.press.cuts.habit import HABITS, describe_habit
from analysis.press.cuts.joins import Pair, describe_pairs
from analysis.press.cuts.pieces import Piece, cut_pieces
from analysis.press.cuts.rating import settle_cuts, settle_heads
from analysis.press.cuts.rounds import Rated, read_context
from analysis.press.cuts.stretches import Stretch, choose_stretches, describe_stretches

NUMBERS = Path(__file__).parents[3] / "analysis" / "press" / "cuts" / "rounds.json"
ROUNDS = 2
DISPLACED = 0.2
SMALL = Size(trees=40, leaves=6)
# The place in a row of pairs that counts the pieces nearer than this one.
_NEARER = 31
Answers = NDArray[np.float64]


def learn_rounds(
    examples: Sequence[Example],
) -> tuple[Numbers, list[Answers], list[Answers], Answers]:
    """Learn all rounds; return their numbers and the last unseen cuts, heads and habits."""
    folds = np.concatenate([[fold_of(one.group)] * len(one.cuts) for one in examples])
    base = np.array([row for one in examples for row in one.signals.rows], dtype=np.float32)
    ends = np.cumsum([len(one.cuts) for one in examples])[:-1]
    truth = {
        "cut": np.concatenate([one.cuts for one in examples]),
        "head": np.concatenate([one.heads for one in examples]),
    }
    answers: dict[str, list[Answers]] = {}
    habits = np.zeros((len(examples), len(HABITS)))
    habit_numbers: Numbers = {}
    rounds: list[Numbers] = []
    for number in range(ROUNDS):
        fitted: Numbers = {}
        if number == 1:
            habit_numbers, habits = learn_habits(examples, answers)
        # The cuts see the headlines of their own round.
        for target in ("head", "cut"):
            rows = add_context(base, examples, answers, habits) if number else base
            name = f"round {number} {target}"
            fitted[target], found = fit_folds(name, rows, truth[target], folds, Size())
            answers = {**answers, target: np.split(found, ends)}
        rounds.append(fitted)
    numbers: Numbers = {"rounds": rounds, "habits": habit_numbers}
    return numbers, answers["cut"], answers["head"], habits


def add_context(
    base: NDArray[np.float32],
    examples: Sequence[Example],
    answers: dict[str, list[Answers]],
    habits: Answers,
) -> NDArray[np.float32]:
    """Add to the rows what the answers say about the blocks around."""
    asked = zip(examples, answers["cut"], answers["head"], habits, strict=True)
    context = [
        row
        for one, cuts, heads, habit in asked
        for row in read_context(one.signals, cuts.tolist(), heads.tolist(), habit.tolist())
    ]
    return np.hstack([base, np.array(context, dtype=np.float32)])


def learn_habits(
    examples: Sequence[Example], answers: dict[str, list[Answers]]
) -> tuple[Numbers, Answers]:
    """Learn the habit of pages from the first round; return unseen probabilities."""
    asked = zip(examples, answers["cut"], answers["head"], strict=True)
    rows = np.array(
        [describe_habit(one.signals, cuts.tolist(), heads.tolist()) for one, cuts, heads in asked],
        dtype=np.float32,
    )
    folds = np.array([fold_of(one.group) for one in examples])
    numbers: Numbers = {}
    found = np.zeros((len(examples), len(HABITS)))
    for column, habit in enumerate(HABITS):
        truth = np.array([int(one.order == habit) for one in examples])
        name = f"habit {habit}"
        numbers[habit], found[:, column] = fit_folds(name, rows, truth, folds, SMALL)
    return numbers, found


def learn_stretches(
    examples: Sequence[Example], rated: Sequence[Rated]
) -> tuple[Numbers, list[list[Stretch]]]:
    """Learn which stretches are articles; return the numbers and the choice on unseen pages."""
    described = [describe_stretches(one) for one in rated]
    truth = [
        int(is_right(one, stretch))
        for one, rows in zip(examples, described, strict=True)
        for stretch in rows
    ]
    folds = [
        fold_of(one.group) for one, rows in zip(examples, described, strict=True) for _ in rows
    ]
    table = np.array([row for rows in described for row in rows.values()], dtype=np.float32)
    numbers, found = fit_folds("stretches", table, np.array(truth), np.array(folds), Size())
    answers = iter(found.tolist())
    chosen = [
        choose_stretches({stretch: next(answers) for stretch in rows}, len(one.cuts))
        for one, rows in zip(examples, described, strict=True)
    ]
    return numbers, chosen


def is_right(example: Example, stretch: Stretch) -> bool:
    """Whether a stretch is a piece of one story, or shares four fifths of the characters."""
    ends = [0, *accumulate(example.signals.sizes)]
    starts = [at for at, cut in enumerate(example.cuts) if cut]
    first, after = stretch
    for one, two in pairwise([*starts, len(example.cuts)]):
        shared = ends[min(two, after)] - ends[max(one, first)]
        if shared >= 0.8 * (ends[max(two, after)] - ends[min(one, first)]):
            return True
    return False


def learn_joins(
    examples: Sequence[Example], rated: Sequence[Rated], chosen: Sequence[Sequence[Stretch]]
) -> Numbers:
    """Learn which piece goes on in which, from the pieces as they are cut on unseen pages."""
    rng = random.Random(3)  # noqa: S311 - a sample is no secret
    rows, truth, folds = [], [], []
    for one, guess, stretches in zip(examples, rated, chosen, strict=True):
        settled = settle_heads(guess, [first for first, _ in stretches])
        pieces = cut_pieces(settled, one.texts, stretches)
        right = find_links(one, pieces)
        for pair, row in describe_pairs(pieces, settled).items():
            # Most pairs have nothing in common; a quarter of them teaches as much as all.
            if pair in right or row[_NEARER] == 0 or rng.random() < 0.25:
                rows.append(row)
                truth.append(int(pair in right))
                folds.append(fold_of(one.group))
    table = np.array(rows, dtype=np.float32)
    return fit_folds("joins", table, np.array(truth), np.array(folds), Size())[0]


def find_links(example: Example, pieces: Sequence[Piece]) -> set[Pair]:
    """Return the pairs of pieces that follow each other in one story."""
    keys = [
        Counter(example.keys[piece.first : piece.after]).most_common(1)[0][0] for piece in pieces
    ]
    links: set[Pair] = set()
    for owner in {key[0] for key in keys if key[0] >= 0}:
        mine = sorted((keys[at][1], at) for at in range(len(pieces)) if keys[at][0] == owner)
        bodies = [at for _, at in mine if not pieces[at].only_heads]
        links |= set(pairwise(bodies))
        links |= {(at, bodies[0]) for _, at in mine if pieces[at].only_heads and bodies}
    return links


def learn_cuts(
    examples: Sequence[Example],
) -> tuple[Numbers, list[Rated], list[list[Stretch]]]:
    """Learn rounds and stretches; return their numbers, and ratings and choices on unseen pages."""
    numbers, *answers = learn_rounds(examples)
    rated = [
        settle_cuts(Rated(one.signals, *(part.tolist() for part in parts)), one.texts)
        for one, *parts in zip(examples, *answers, strict=True)
    ]
    numbers["stretches"], chosen = learn_stretches(examples, rated)
    return numbers, rated, chosen


def main(shared: Path, count: int) -> None:
    """Learn and write the numbers."""
    examples = make_examples(shared, count)
    numbers, _, _ = learn_cuts(examples)
    # Joins learn from more disorder than cuts: where beginnings are torn off as well, the cuts of
    # orderly pages suffered (F1 0.917 to 0.913), and the joins of the sample pages gained.
    torn = make_examples(shared, count, displaced=DISPLACED)
    _, rated, chosen = learn_cuts(torn)
    numbers["joins"] = learn_joins(torn, rated, chosen)
    text = json.dumps(numbers, separators=(",", ":"))
    NUMBERS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3000)
