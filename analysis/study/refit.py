"""A study fitted anew from its own tables: topics that are found again keep their ids."""

from dataclasses import replace
from pathlib import Path

from analysis.study.building.finishing import Plan, finish_study
from analysis.study.building.gathering import Hands, tally_batches
from analysis.study.building.sharing import OF_SHARES
from analysis.study.building.tallying import Source, Tally
from analysis.study.building.workshop import open_workshop
from analysis.study.engine import FEW, LOCAL, start_engine
from analysis.study.explain import load_model
from analysis.study.folder import open_study, replaced_whole
from analysis.study.groups import count_groups, list_plain, read_group
from analysis.study.linking import take_tables
from analysis.study.overlay import tell_topic_misfits
from analysis.study.recipe import Recipe
from analysis.study.records import Built, Report, Study
from analysis.study.stages import Stages, count_tables
from analysis.study.tables import count_rows
from analysis.theme.batches import Counts
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter

OF_A_FIT = (
    "model",
    *OF_SHARES,
    "terms",
    "topics",
    "found_topics",
    "themes",
    "topic_terms",
    "topic_themes",
    "theme_terms",
    "quotations",
)
"""The tables that a fit makes."""


def refit_study(
    study: Study,
    *,
    recipe: Recipe | None = None,
    target: Path | None = None,
    name: str | None = None,
    report: Report | None = None,
) -> Built:
    """Fit a study anew, in its own place or as ``target``; its inputs are not read again.

    Parameters
    ----------
    recipe : Recipe, optional
        What to fit by, where it is not the study's own: other themes, words, edits of topics.
    name : str, optional
        What to call the new study; without it the name stays.

    Raises
    ------
    NoWords, TooFewWords
        When the texts are too few for what is asked; the study stays as it was.
    """
    stages, target = Stages(report), target or study.folder
    recipe = recipe or study.recipe
    recipe = recipe if name is None else replace(recipe, name=name)
    few = count_rows(study.folder, "articles") <= FEW
    with open_workshop(target) as workshop, start_engine(LOCAL, few=few) as runner:
        hands = Hands(workshop, runner, stages)
        tallies = tally_study(hands, study, recipe)
        with replaced_whole(target, within=workshop.folder) as fresh:
            kept = take_tables(study, fresh, without=OF_A_FIT, target=target)
            fit = finish_study(hands, Plan(fresh, recipe, load_model(study), tallies), kept)
    told = tell_topic_misfits(fit.misfits)
    return Built(open_study(target), (), count_tables(target), stages.seconds, misfits=told)


def tally_study(hands: Hands, study: Study, recipe: Recipe) -> tuple[Tally, ...]:
    """Count the articles of a study, a group of rows at a time."""
    digest = study.recipe.tables.get("articles", study.digest)
    sources = [
        Source(study.folder, f"{digest}/{group}", group)
        for group in range(count_groups(study.folder, "articles"))
    ]
    whole = recipe.settings.fits_articles(count_rows(study.folder, "articles"))
    return tally_batches(hands, sources, recipe, whole=whole, sampled=False)


def read_parts(study: Study, recipe: Recipe, report: Report) -> list[Counts]:
    """Count the articles of a study in this process, a group of rows at a time."""
    n_groups = count_groups(study.folder, "articles")
    whole = recipe.settings.fits_articles(count_rows(study.folder, "articles"))
    cutter, length = make_cutter(recipe.words.user), recipe.settings.passage_length
    parts = []
    for group in range(n_groups):
        table = read_group(study.folder, "articles", group, ["text", "plain"])
        parts.append(count_terms(list_plain(table), cutter, length=length, whole=whole))
        report("tokens", group + 1, n_groups)
    return parts
