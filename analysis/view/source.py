"""What every figure of a study bears: the colours of its themes, and the line that says whence."""

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.view import frames
from analysis.view.drawing.look import assign_colours
from analysis.view.printings import tell_counting


def theme_colours(study: Study, language: str) -> dict[str, str]:
    """Return the colour of each theme by what it is called on the screen."""
    names = frames.name_themes(study, language)
    fixed = {theme.name: theme.colour for theme in study.recipe.themes}
    return {names[name]: colour for name, colour in assign_colours(names, fixed).items()}


def source_line(catalogue: Catalogue, rows: Mask, language: str) -> str:
    """Return the line every figure bears: study, articles, period, topics, seed, version.

    Where copies are among the articles it says how they count.
    """
    study, facts = catalogue.study, frames.corpus_facts(catalogue, rows)
    first, last = facts["first"], facts["last"]
    period = str(first) if first == last else f"{first} – {last}"
    counting = tell_counting(catalogue, rows)
    return say(
        "chart.source",
        language,
        study=study.name,
        articles=f"{facts['articles']:,}",
        copies=say(f"chart.copies.{counting}", language) if counting else "",
        period=period or say("date.none", language),
        topics=catalogue.topic_shares.shape[1],
        seed=study.recipe.settings.seed,
        version=study.recipe.versions["baoti"],
    )
