"""Words by number are the words that the text holds, whatever characters they are of."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.theme.names import cue_marks
from analysis.theme.words import is_wordlike, number_words

# Words of one to seven characters: Han, Latin with letters that change their length or shape when
# they are made small, characters beyond 16 bits, lone surrogates, digits, marks, nothing.
SIGNS = "工会养老国务院总统aZΑΣσςİıǅﬁⅫK5９.%\0\n \ud800\U00020000\U00010400"
KNOWN = st.sampled_from(["", "工会", "副委员长", "李"])
WORDS = st.lists(st.one_of(KNOWN, st.text(alphabet=SIGNS, max_size=7)), max_size=12)


@settings(deadline=None)
@given(WORDS)
@example(["ΑΣ", "ας", "ΑΣΑ"])
@example(["a\0", "a", "ab\0cd"])
def test_each_word_has_its_term_and_its_cue(words):
    found = number_words("".join(words), np.array([len(one) for one in words], dtype=np.int64))
    terms = [one.lower() if is_wordlike(one.lower()) else None for one in words]
    named = [None if column < 0 else found.terms[column] for column in found.columns]
    assert named == terms
    assert list(found.terms) == sorted({term for term in terms if term})
    assert found.cues.tolist() == [cue_marks().get(one, 0) for one in words]


def test_no_cue_is_longer_than_a_short_word():
    assert max(map(len, cue_marks())) <= 4
