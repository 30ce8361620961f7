"""A model as plain arrays, which npz keeps without pickle, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from analysis.theme.records import Model, Settings
from analysis.theme.shapes import Array

_NUMBERS = ("idf", "components", "affinity")
_NAMES = ("terms", "tags", "themes")


def model_arrays(model: Model) -> dict[str, Array]:
    """Return a model as arrays of numbers and of text; ``settings`` and ``digest`` are JSON."""
    rest = {"settings": asdict(model.settings), "digest": model.digest, "rows": model.rows}
    return {
        **{name: np.asarray(getattr(model, name)) for name in _NUMBERS},
        **{name: np.array(getattr(model, name), dtype=np.str_) for name in _NAMES},
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
        **{name: arrays[name] for name in _NUMBERS},
        settings=Settings(**rest["settings"]),
        digest=rest["digest"],
        rows=rest["rows"],
    )
