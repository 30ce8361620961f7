"""How long a refit takes here: as the last one was measured, else an estimate."""

import streamlit as st

from analysis.study.records import Built, Study
from analysis.study.tables import count_rows

# Seconds, an estimate on the long side: a start, then by passages. The sample pages, 204 passages,
# took 2.0.
_SECONDS, _PER_PASSAGE = 1.0, 0.012
# What a build does and a refit does not: the texts are cut already.
_ONLY_BUILDS = ("pages", "copies", "quotations")


@st.cache_resource(show_spinner=False)
def _measured() -> dict[str, float]:
    """Return the seconds of the last fit of each study of this server, by its folder's name."""
    return {}


def note_seconds(built: Built, *others: Study) -> None:
    """Note how long the fit of a study took, and that others of the same texts take as long."""
    seconds = sum(taken for stage, taken in built.seconds.items() if stage not in _ONLY_BUILDS)
    for study in (built.study, *others):
        _measured()[study.folder.name] = seconds


def expect_seconds(study: Study) -> tuple[float, bool]:
    """Return about how many seconds a refit takes, and whether that was measured here."""
    if (seconds := _measured().get(study.folder.name)) is not None:
        return seconds, True
    return _SECONDS + _PER_PASSAGE * count_rows(study.folder, "passages"), False
