"""The figures of a text are read from the few signs they are made of as from the whole text."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from analysis.study.copies.figures import read_figures

SIGNS = "中年１2．.…㎡½①⒈㏠⑴٣，, -e\u0301\u0338\u20e3𝟙\U0001f100"


@given(st.text(SIGNS, max_size=30) | st.text(max_size=20))
def test_figures_are_those_of_the_whole_text(text):
    whole = unicodedata.normalize("NFKC", text)
    assert read_figures(text) == set(re.findall(r"\d+(?:\.\d+)?", whole))


def test_full_width_figures_are_narrowed():
    assert read_figures("增长１２．５％，共30户") == {"12.5", "30"}
