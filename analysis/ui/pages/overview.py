"""总览: what the corpus is, and how much of it each theme holds."""

import streamlit as st

from analysis.resources import say
from analysis.ui import parts
from analysis.ui.visit import current_visit
from analysis.view.exhibits.themes import show_newspapers, show_themes
from analysis.view.frames import corpus_facts

visit = current_visit()
language, catalogue, rows = visit.language, visit.catalogue, visit.rows
study = catalogue.study

st.title(parts.escape(study.name), anchor=False)
st.write(say("overview.lead", language))

# 1. What the corpus is
facts = corpus_facts(catalogue, rows)
with st.container(horizontal=True, gap="large"):
    for name in ("articles", "pages", "newspapers", "characters"):
        st.metric(say(f"fact.{name}", language), f"{facts[name]:,}", width="content")
copies = say("overview.copies", language, copies=facts["copies"]) if facts["copies"] else ""
period = " – ".join(dict.fromkeys((str(facts["first"]), str(facts["last"]))))
st.caption(
    say(
        "overview.facts",
        language,
        period=period or say("date.none", language),
        photos=facts["photos"],
    )
    + copies
)

# 2. The themes
parts.show_chart(show_themes(catalogue, rows, language), study.name)

# 3. The newspapers
parts.show_chart(show_newspapers(catalogue, rows, language), study.name)

# 4. What could not be used
if failures := [failure for item in study.recipe.inputs for failure in item.failures]:
    with st.expander(f"{say('overview.failed', language)}（{len(failures)}）"):
        for failure in failures:
            st.text(failure[language])
