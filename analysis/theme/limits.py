"""The least that each setting can be and still make sense."""

from collections.abc import Mapping

LEAST: Mapping[str, float] = {
    "topics": 1,
    "seed": 0,
    "passage_length": 20,
    "min_count": 1,
    "max_terms": 1,
    "passages_until": 0,
    "background": 0,
    "guide": 0,
    "guide_rest": 0,
    "guide_full": 0.001,
    "other": 0,
    "other_chance": 0,
    "sharpness": 0.1,
    "resamples": 0,
    "resample_rows": 1,
}
