"""总览: what the corpus is, how much of it each theme holds, where, when, and near what."""

import streamlit as st

from analysis.resources import say
from analysis.ui import parts
from analysis.ui.overview import charts, facts
from analysis.ui.visit import current_visit

visit = current_visit()

st.title(parts.escape(visit.catalogue.study.name), anchor=False)
st.write(say("overview.lead", visit.language))

# 1. What the corpus is
facts.show_facts(visit)

# 2. How much each theme holds: of all, of each newspaper, of front pages
per = charts.choose_denominator(visit)
charts.draw_shares(visit, per)

# 3. When
charts.draw_timeline(visit, per)

# 4. Near what
charts.draw_maps(visit)

# 5. What could not be used
facts.show_failures(visit)
