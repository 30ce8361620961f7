"""设置: what the topics were made by, what a change would do, and where it is tried first."""

import streamlit as st

from analysis.resources import say
from analysis.study.records import Study
from analysis.study.tables import count_rows
from analysis.theme.edits import LISTS
from analysis.ui import address, opening, parts
from analysis.view.frames import name_themes

# The sections that show what a change does before it is made, by the setting.
_TRIED = {"count": "counts", "words": "words"}


def show_settings(study: Study, language: str) -> None:
    """Say each setting as it is now and what changing it means."""
    st.subheader(say("settings.title", language), anchor=False)
    for name, now in _read_settings(study, language).items():
        meaning = say(f"settings.note.{name}", language)
        st.markdown(f"**{say(f'settings.{name}', language)}** {parts.escape(now)}")
        st.caption(meaning)
        if section := _TRIED.get(name):
            st.page_link(
                opening.PAGES / "model.py",
                label=say(
                    "settings.try", language, section=say(f"model.section.{section}", language)
                ),
                icon=":material/science:",
                query_params={**address.carry(), "section": [section]},
            )


def _read_settings(study: Study, language: str) -> dict[str, str]:
    recipe = study.recipe
    count = recipe.settings.topics or count_rows(study.folder, "found_topics")
    key = "changes.count.now" if recipe.settings.topics else "changes.count.auto"
    names = name_themes(study, language)
    between = say("told.listed", language)
    lists = (
        f"{say(f'words.list.{one}', language)} {len(getattr(recipe.words, one)):,}" for one in LISTS
    )
    return {
        "count": say(key, language, n=count),
        "themes": between.join(names[theme.name] for theme in recipe.themes),
        "words": between.join(lists),
        "copies": say("settings.copies.now", language),
    }
