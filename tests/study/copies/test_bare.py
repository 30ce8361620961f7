"""A batch of texts is stripped by a table to the same letters as each text by the rules."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.copies.bare import bare_text, bare_texts

# What joins the letter before it, or becomes several letters, stands between ordinary signs.
SIGNS = "中１Ａａ，…㎡½ﬁ①㈠e\u0301\u0327か\u3099ᄀ\u1161\u11a8가𠀀\U0001d15e_ \n·"


def split(bare):
    ends = np.cumsum(bare.sizes)
    return ["".join(map(chr, part)) for part in np.split(bare.codes, ends)[:-1]]


@given(st.lists(st.text(max_size=20) | st.text(SIGNS, max_size=20), max_size=6))
def test_a_batch_is_stripped_as_each_of_its_texts(texts):
    assert split(bare_texts(texts)) == [bare_text(text) for text in texts]


@pytest.mark.parametrize("code", range(0, 0x11000, 0x1000))
def test_every_sign_behind_every_kind_of_sign(code):
    signs = [chr(one) for one in range(code, min(code + 0x1000, 0x11000))]
    for before in ("中", "e", "ᄀ", "가", "か"):
        texts = [before + one for one in signs]
        assert split(bare_texts(texts)) == [bare_text(text) for text in texts]


def test_every_sign_that_joins_the_one_before_it():
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(0x110000))
    joined = [pair for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")]
    texts = ["".join(chr(int(code, 16)) for code in pair) for pair in joined]
    assert split(bare_texts(texts)) == [bare_text(text) for text in texts]


def test_halves_of_characters_are_no_letters():
    assert split(bare_texts(["中\ud840文", "\udc00"])) == ["中文", ""]
