"""Learn where articles begin and which lines are headlines, from rendered pages of known articles.

    python tests/bench/press/train.py SHARED_FOLDER [PAGES]

Pages of gold/pages.jsonl are left out. Three rounds; each sees the answers of the last one on pages
that it was not trained on (folds by page). What is written are trees as plain numbers.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from render import Rendered, Story, pick_style, read_broadcasts, read_pages, render
from sklearn.ensemble import HistGradientBoostingClassifier

from analysis.press import decide
from analysis.press.layout import Block, read_blocks
from analysis.press.rounds import read_context
from analysis.press.signals import Signals, read_signals

PRESS = Path(__file__).parents[3] / "analysis" / "press"
FOLDS = 3
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A rendered page as the decisions see it, and what would be right."""

    group: int
    blocks: tuple[Block, ...]
    signals: Signals
    keys: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    heads: tuple[int, ...]
    page: Rendered


def make_example(page: Rendered, group: int) -> Example | None:
    """Describe a page and read the truth of its blocks."""
    blocks = read_blocks(page.text)
    furniture = decide.find_furniture(blocks)
    rest = tuple(block for index, block in enumerate(blocks) if index not in furniture)
    if len(rest) < 3:
        return None
    keys, heads = [], []
    for block in rest:
        span = range(block.start, block.end)
        keys.append(
            Counter(
                (page.owners[i], page.pieces[i]) for i in span if page.owners[i] > -2
            ).most_common(1)[0][0]
        )
        heads.append(
            int(
                Counter(page.roles[i] for i in span if page.owners[i] > -2).most_common(1)[0][0]
                == "H"
            )
        )
    cuts = [1, *(int(a != b) for a, b in zip(keys, keys[1:], strict=False))]
    return Example(group, rest, read_signals(rest), tuple(keys), tuple(cuts), tuple(heads), page)


def make_examples(shared: Path, count: int) -> list[Example]:
    """Render ``count`` pages: two thirds of 1998, one third of broadcasts of our days."""
    rng = random.Random(20261122)
    held = {
        row["file"][:13]
        for row in map(json.loads, (shared / "gold/pages.jsonl").open(encoding="utf-8"))
    }
    pages = read_pages(shared / "gold/articles-1998.jsonl.gz")
    old = [
        (i, group)
        for i, ((date, page), group) in enumerate(sorted(pages.items()))
        if f"{date}-{page:02d}" not in held
    ]
    modern = read_broadcasts(shared / "corpora/xwlb.jsonl.gz", every=29)
    examples: list[Example] = []
    for number in range(count):
        if number % 3 < 2:
            group, stories = old[number % len(old)]
            chosen = list(stories)
            if rng.random() < 0.5:
                rng.shuffle(chosen)
        else:
            start = rng.randrange(len(modern) // 12) * 12
            group, chosen = 1000 + start, list(modern[start : start + 12])
            rng.shuffle(chosen)
        chosen = chosen[: rng.randint(3, 12)]
        example = make_example(render(chosen, pick_style(rng), number), group)
        if example:
            examples.append(example)
    return examples


def fit(rows: np.ndarray, answers: np.ndarray, trees: int) -> HistGradientBoostingClassifier:
    """Fit one forest."""
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        max_leaf_nodes=16,
        learning_rate=0.12,
        l2_regularization=2.0,
        min_samples_leaf=25,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(rows, answers)


def export(model: HistGradientBoostingClassifier) -> dict[str, object]:
    """Return a fitted forest as nested lists of numbers."""

    def walk(nodes: np.ndarray, at: int) -> object:
        node = nodes[at]
        if node["is_leaf"]:
            return round(float(node["value"]), 4)
        return [
            int(node["feature_idx"]),
            float(f"{node['num_threshold']:.5g}"),
            walk(nodes, node["left"]),
            walk(nodes, node["right"]),
        ]

    trees = [walk(predictor.nodes, 0) for (predictor,) in model._predictors]
    return {"base": round(float(np.ravel(model._baseline_prediction)[0]), 4), "trees": trees}


def stack(examples: Sequence[Example], trees: int) -> tuple[list[dict[str, object]], np.ndarray]:
    """Fit all rounds; return their numbers and the last out-of-fold answers (cut, head)."""
    groups = np.concatenate([[e.group] * len(e.blocks) for e in examples])
    folds = np.array([hash((int(g), 7)) % FOLDS for g in groups])
    base = np.array([row for e in examples for row in e.signals.rows], dtype=np.float32)
    truth = {
        "cut": np.concatenate([e.cuts for e in examples]),
        "head": np.concatenate([e.heads for e in examples]),
    }
    ends = np.cumsum([len(e.blocks) for e in examples])
    numbers: list[dict[str, object]] = []
    answers = np.zeros((len(base), 2))
    rows = base
    for number in range(ROUNDS):
        if number:
            parts = np.split(answers, ends[:-1])
            context = [
                row
                for e, part in zip(examples, parts, strict=True)
                for row in read_context(e.signals, part[:, 0].tolist(), part[:, 1].tolist())
            ]
            rows = np.hstack([base, np.array(context, dtype=np.float32)])
        fitted: dict[str, object] = {}
        new = np.zeros_like(answers)
        for column, target in enumerate(("cut", "head")):
            for fold in range(FOLDS):
                inside = folds != fold
                model = fit(rows[inside], truth[target][inside], trees)
                new[~inside, column] = model.predict_proba(rows[~inside])[:, 1]
            fitted[target] = export(fit(rows, truth[target], trees))
            loss = -np.mean(
                np.where(
                    truth[target] == 1,
                    np.log(new[:, column] + 1e-9),
                    np.log(1 - new[:, column] + 1e-9),
                )
            )
            wrong = np.mean((new[:, column] > 0.5) != truth[target])
            print(f"round {number} {target} loss {loss:.4f} wrong {wrong:.4f}", flush=True)
        answers = new
        numbers.append(fitted)
    return numbers, answers


def main(shared: Path, count: int) -> None:
    """Learn and write the rounds."""
    examples = make_examples(shared, count)
    print(f"{len(examples)} pages, {sum(len(e.blocks) for e in examples)} blocks", flush=True)
    numbers, _ = stack(examples, trees=80)
    (PRESS / "rounds.json").write_text(
        json.dumps(numbers, separators=(",", ":")) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 600)
