"""Which words of an article carry which theme: the model of a study, asked about one text."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc

from analysis.errors import DamagedStudy
from analysis.study.groups import read_at
from analysis.study.records import Study
from analysis.study.schemas import SCHEMAS
from analysis.study.tables import read_table
from analysis.theme.evidence import explain_article
from analysis.theme.records import Evidence, Model
from analysis.theme.storage import model_from_arrays
from analysis.theme.tokens import Cutter, make_cutter

MODEL = "model.npz"


@dataclass(frozen=True, slots=True)
class Explainer:
    """A study with its model in memory, ready to explain its articles."""

    study: Study
    model: Model
    cutter: Cutter


def load_explainer(study: Study) -> Explainer:
    """Load the model of a study and the word cutter it was made with."""
    return Explainer(study, load_model(study), make_cutter(study.recipe.words.user))


def load_model(study: Study) -> Model:
    """Load what is needed to place an article among the topics of a study.

    Raises
    ------
    DamagedStudy
        When model.npz is missing or cannot be read.
    """
    path = Path(study.folder) / MODEL
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return model_from_arrays({name: arrays[name] for name in arrays.files})
    except (OSError, ValueError, KeyError) as error:
        raise DamagedStudy(folder=study.folder, table=MODEL) from error


def read_article(study: Study, article_id: str) -> Mapping[str, Any]:
    """Return one row of the table of articles, body and spans included.

    Raises
    ------
    DamagedStudy
        When the table has no such article.
    """
    ids = read_table(study.folder, "articles", ["article_id"])["article_id"]
    place = pc.index(ids, article_id).as_py()
    if place < 0:
        raise DamagedStudy(folder=study.folder, table="articles.parquet")
    columns = SCHEMAS["articles"].names
    found = read_at(study.folder, "articles", [place], columns)
    row: Mapping[str, Any] = found.to_pylist()[0]
    return row


def explain_text(explainer: Explainer, text: str) -> Evidence:
    """Return what each word of an article's text gives to each topic and theme."""
    return explain_article(explainer.model, text, explainer.cutter)
