"""Forests fitted with scikit-learn, and written as plain numbers."""

import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

FOLDS = 3
Numbers = dict[str, object]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a forest may grow."""

    trees: int = 100
    leaves: int = 48
    least: int = 30


def fold_of(group: int) -> int:
    """Deal the groups of pages out to folds."""
    return (group * 7919 + 13) % 104729 % FOLDS


def fit(
    rows: NDArray[np.float32], truth: NDArray[np.int64], size: Size
) -> HistGradientBoostingClassifier:
    """Fit one forest."""
    model = HistGradientBoostingClassifier(
        max_iter=size.trees,
        max_leaf_nodes=size.leaves,
        min_samples_leaf=size.least,
        learning_rate=0.15,
        l2_regularization=4.0,
        max_features=0.4,
        max_bins=64,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(rows, truth)


def export(model: HistGradientBoostingClassifier) -> Numbers:
    """Return a fitted forest as nested lists of numbers, as the press floor reads it."""

    def walk(nodes: NDArray[np.void], at: int) -> object:
        node = nodes[at]
        if node["is_leaf"]:
            return round(float(node["value"]), 4)
        threshold = float(f"{node['num_threshold']:.5g}")
        left, right = walk(nodes, node["left"]), walk(nodes, node["right"])
        return [int(node["feature_idx"]), threshold, left, right]

    # scikit-learn keeps the trees in private places only.
    trees = [walk(predictor.nodes, 0) for (predictor,) in model._predictors]  # noqa: SLF001
    base = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001
    return {"base": round(base, 4), "trees": trees}


def fit_folds(
    name: str,
    rows: NDArray[np.float32],
    truth: NDArray[np.int64],
    folds: NDArray[np.int64],
    size: Size,
) -> tuple[Numbers, NDArray[np.float64]]:
    """Fit a forest on all rows, and one for each fold; return the numbers and unseen answers."""
    answers = np.zeros(len(rows))
    for fold in range(FOLDS):
        inside = folds != fold
        model = fit(rows[inside], truth[inside], size)
        answers[~inside] = model.predict_proba(rows[~inside])[:, 1]
    right = np.where(truth == 1, answers, 1.0 - answers)
    loss, wrong = -np.mean(np.log(right + 1e-9)), np.mean(right < 0.5)
    sys.stdout.write(f"{name}: loss {loss:.4f}, wrong {wrong:.4f} of {len(rows)}\n")
    sys.stdout.flush()
    return export(fit(rows, truth, size)), answers
