"""A model goes through npz without pickle and back."""

import numpy as np
import pytest

from analysis.theme.storage import model_arrays, model_from_arrays


def test_a_model_comes_back_as_it_was(findings, tmp_path):
    np.savez(tmp_path / "model.npz", allow_pickle=False, **model_arrays(findings.model))
    with np.load(tmp_path / "model.npz", allow_pickle=False) as arrays:
        model = model_from_arrays({name: arrays[name] for name in arrays.files})
    assert model_arrays(model)["rest"] == model_arrays(findings.model)["rest"]
    assert (model.terms, model.tags, model.themes) == (
        findings.model.terms,
        findings.model.tags,
        findings.model.themes,
    )
    np.testing.assert_array_equal(model.components, findings.model.components)


def test_a_missing_array_is_told(findings):
    arrays = model_arrays(findings.model)
    del arrays["idf"]
    with pytest.raises(KeyError, match="idf"):
        model_from_arrays(arrays)


def test_arrays_that_do_not_fit_are_told(findings):
    arrays = {**model_arrays(findings.model), "idf": np.zeros(1)}
    with pytest.raises(ValueError, match="idf"):
        model_from_arrays(arrays)
