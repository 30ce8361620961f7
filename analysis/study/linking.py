"""Files of a study that stay as they are, put into the study that takes its place, or a copy."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from analysis.study.explain import MODEL
from analysis.study.folder import replaced_whole
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Study


def take_tables(
    study: Study, fresh: Path, *, without: Collection[str], target: Path
) -> dict[str, str]:
    """Put the tables of a study and its model into a fresh folder; return their digests.

    Where that folder is to take the study's own place, the files get a second name, if the disk
    can do that: the first one goes. Two studies that stay never share a file.
    """
    kept = {name: digest for name, digest in study.recipe.tables.items() if name not in without}
    put = _link if target.resolve() == study.folder.resolve() else shutil.copyfile
    for name in kept:
        file = MODEL if name == "model" else f"{name}.parquet"
        put(study.folder / file, fresh / file)
    return kept


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def copy_study(study: Study, target: Path, recipe: Recipe) -> None:
    """Put a study, by another recipe that makes the same, into the place of another folder."""
    with replaced_whole(target) as fresh:
        digests = take_tables(study, fresh, without=(), target=target)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables(digests)))
