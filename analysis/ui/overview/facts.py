"""What the selected articles are, in one band of numbers, and what could not be read."""

from dataclasses import replace

import numpy as np
import streamlit as st

from analysis.press.records import KINDS
from analysis.resources import say
from analysis.ui import cached, parts
from analysis.ui.visit import Visit
from analysis.view.frames import corpus_facts
from analysis.view.naming import write_large

_SHOWN = ("articles", "pages", "records", "newspapers", "characters", "copies")
# Told also where there are none.
_ALWAYS = ("articles", "newspapers", "characters")
_BESIDES = {"photo": "photos", "notice": "notices"}
# Pixels: what two of them leave room for on a telephone, and the largest number needs.
_WIDE = 150


def show_facts(visit: Visit) -> None:
    """Draw the facts of the selection."""
    language, facts = visit.language, corpus_facts(visit.catalogue, visit.rows)
    numbers = {name: int(facts[name]) for name in _SHOWN} | _count_besides(visit)
    with st.container(horizontal=True, gap="small"):
        for name, number in numbers.items():
            # Pages, rows, copies, captions and notices are only told where there are some.
            if number or name in _ALWAYS:
                written = write_large(number, language)
                st.metric(say(f"fact.{name}", language), written, width=_WIDE)
    period = " – ".join(dict.fromkeys((str(facts["first"]), str(facts["last"]))))
    undated = say("overview.undated", language, n=f"{facts['undated']:,}")
    told = [period] if period else []
    told += [undated] if facts["undated"] else []
    st.caption(parts.escape(f"{say('fact.period', language)} {' · '.join(told)}"))


def _count_besides(visit: Visit) -> dict[str, int]:
    """Return the captions and notices that the other filters leave, beside the articles."""
    others = cached.rows_of(visit.catalogue, replace(visit.selection, kinds=KINDS))
    counts = np.bincount(visit.catalogue.facets.kinds[others & ~visit.rows] + 1, minlength=4)
    return {name: int(counts[KINDS.index(kind) + 1]) for kind, name in _BESIDES.items()}


def show_failures(visit: Visit) -> None:
    """List the inputs that could not be used, each with the reason; nothing where all were."""
    language = visit.language
    failures = [one for item in visit.catalogue.study.recipe.inputs for one in item.failures]
    if failures:
        title = f"{say('overview.failed', language)}（{len(failures):,}）"
        with st.expander(title, icon=":material/warning:"):
            told = {"source": "source", "why": language}
            st.dataframe(
                {name: [one[key] for one in failures] for name, key in told.items()},
                hide_index=True,
                column_config={name: say(f"failed.{name}", language) for name in told},
                alt=title,
            )
