"""What each kind of signal adds: the loss of the cuts and of the headlines without it.

python tests/bench/press/ablate.py SHARED_FOLDER [PAGES]
"""

import sys
from pathlib import Path

import numpy as np
from examples import make_examples
from forests import FOLDS, Size, fit, fold_of
from numpy.typing import NDArray

from analysis.press.cuts.chains import REACHES
from analysis.press.cuts.reasons import name_columns
from analysis.press.cuts.signals import BONDS

# A gap is described by six numbers of meaning, two a reach of chains, one of fresh words.
_MEANING, _CHAINS = 6, 2 * len(REACHES) + 1


def list_kinds(width: int) -> dict[str, list[int]]:
    """Return the columns of each kind of signal; meaning and chains apart from shared words."""
    kinds = name_columns()
    first = width - BONDS
    gaps = range(first, first + 3 * (_MEANING + _CHAINS), _MEANING + _CHAINS)
    meaning = [at for gap in gaps for at in range(gap, gap + _MEANING)]
    chains = [at for at in range(first, width) if at not in meaning]
    kinds["shared words"] = [at for at in kinds.pop("words") if at < first]
    kinds |= {"meaning": meaning, "chains": chains}
    kinds["all that binds"] = [*kinds["shared words"], *meaning, *chains]
    return {"nothing": [], **kinds}


def measure_loss(
    rows: NDArray[np.float32], truth: NDArray[np.int64], folds: NDArray[np.int64]
) -> str:
    """Return loss and share of wrong answers on pages that were not learnt from."""
    answers = np.zeros(len(rows))
    for fold in range(FOLDS):
        model = fit(rows[folds != fold], truth[folds != fold], Size(trees=60))
        answers[folds == fold] = model.predict_proba(rows[folds == fold])[:, 1]
    right = np.where(truth == 1, answers, 1.0 - answers)
    return f"{-np.mean(np.log(right + 1e-9)):.4f} {np.mean(right < 0.5):.4f}"


def main(shared: Path, pages: int) -> None:
    """Print a line for each kind of signal: without it, cuts and headlines."""
    examples = make_examples(shared, pages)
    rows = np.array([row for one in examples for row in one.signals.rows], dtype=np.float32)
    folds = np.concatenate([[fold_of(one.group)] * len(one.cuts) for one in examples])
    cuts = np.concatenate([one.cuts for one in examples])
    heads = np.concatenate([one.heads for one in examples])
    for kind, columns in list_kinds(rows.shape[1]).items():
        kept = np.delete(rows, columns, axis=1)
        told = (measure_loss(kept, truth, folds) for truth in (cuts, heads))
        sys.stdout.write(f"without {kind:16}{' | '.join(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
