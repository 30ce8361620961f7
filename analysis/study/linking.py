"""Files of a study that stay as they are, put into the study that takes its place."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from analysis.study.explain import MODEL
from analysis.study.records import Study


def link_tables(study: Study, target: Path, *, without: Collection[str]) -> dict[str, str]:
    """Put the tables of a study and its model into another folder; return their digests.

    Where the disk can, a file gets a second name: nobody ever writes into a file of a study.
    """
    kept = {name: digest for name, digest in study.recipe.tables.items() if name not in without}
    for name in kept:
        file = MODEL if name == "model" else f"{name}.parquet"
        _link(study.folder / file, target / file)
    return kept


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
