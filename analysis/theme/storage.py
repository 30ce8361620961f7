"""A model as plain arrays, which npz keeps without pickle, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple
from typing import Any

import numpy as np

from analysis.theme.parts import Gone, Part
from analysis.theme.records import Model
from analysis.theme.settings import Settings
from analysis.theme.shapes import Array

_NUMBERS = ("idf", "components", "affinity", "found")
_NAMES = ("terms", "tags", "themes")


def model_arrays(model: Model) -> dict[str, Array]:
    """Return a model as arrays of numbers and of text; the rest is JSON."""
    rest = {
        "settings": asdict(model.settings),
        "digest": model.digest,
        "rows": model.rows,
        "gone": [asdict(topic) for topic in model.gone],
    }
    return {
        **{name: np.asarray(getattr(model, name)) for name in _NUMBERS},
        **{name: np.array(getattr(model, name), dtype=np.str_) for name in _NAMES},
        "parts": np.array([astuple(part) for part in model.parts], dtype=np.int64).reshape(-1, 4),
        "rest": np.array(json.dumps(rest, sort_keys=True)),
    }


def model_from_arrays(arrays: Mapping[str, Array]) -> Model:
    """Return the model that ``model_arrays`` laid out.

    Raises
    ------
    KeyError
        When an array is missing.
    ValueError
        When shapes do not fit each other or the JSON is damaged.
    """
    rest = json.loads(str(arrays["rest"]))
    terms, tags, themes = (tuple(arrays[name].tolist()) for name in _NAMES)
    return Model(
        terms=terms,
        tags=tags,
        themes=themes,
        parts=tuple(Part(*row) for row in arrays["parts"].tolist()),
        **{name: arrays[name] for name in _NUMBERS},
        settings=Settings(**rest["settings"]),
        digest=rest["digest"],
        gone=tuple(_read_gone(topic) for topic in rest["gone"]),
        rows=rest["rows"],
    )


def _read_gone(topic: Mapping[str, Any]) -> Gone:
    return Gone(topic["id"], tuple(topic["terms"]), tuple(topic["weights"]))
