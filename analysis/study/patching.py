"""Topics of a study changed and its articles not: their tables are exchanged, the others stay."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from analysis.study.alarming import alarm_patch
from analysis.study.building.finishing import write_model
from analysis.study.draft import Draft
from analysis.study.folder import replaced_whole
from analysis.study.linking import take_tables
from analysis.study.naming import quote_patch
from analysis.study.recipe import NAME, Recipe, dump_recipe
from analysis.study.records import Study
from analysis.study.tables import write_table
from analysis.theme.records import Model


def write_patch(
    study: Study,
    target: Path,
    *,
    recipe: Recipe,
    tables: Mapping[str, pa.Table],
    model: Model,
) -> None:
    """Write a study with some tables and its model exchanged."""
    tables = quote_patch(Draft(study.folder, tables), model, recipe)
    tables = alarm_patch(Draft(study.folder, tables), recipe.words)
    with replaced_whole(target) as fresh:
        digests = {name: write_table(table, fresh, name) for name, table in tables.items()}
        digests["model"] = write_model(fresh, model)
        digests |= take_tables(study, fresh, without=digests, target=target)
        (fresh / NAME).write_bytes(dump_recipe(recipe.with_tables(digests)))
