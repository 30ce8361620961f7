"""The lengths of words: many texts at once give what each gives alone."""

import numpy as np

from analysis.theme.lengths import measure_words
from analysis.theme.tokens import ENGINES, Cutter

TEXTS = [
    "工会服务职工，异地就医直接结算。\n2024年增长3.5%，AT&T与C++11。",
    "",
    "\t\n",
    "末尾是回车\r",
    "\n开头是换行",
    "㐀国，𠮷野家，\ud800国",
    "x&\uffff&y，a\0&b，20%off",
    "研究&生命",
    "科学",
]


def test_many_texts_at_once_have_the_words_that_each_has_alone() -> None:
    for engine in ENGINES:
        cutter = Cutter(["直接结算"], engine=engine)
        for texts in (TEXTS, TEXTS * 700, TEXTS[::-1]):
            found = measure_words(texts, cutter)
            alone = [[*map(len, cutter.words(text)), 1, 1] for text in texts]
            assert found.sizes.tolist() == [size for sizes in alone for size in sizes]
            assert found.sizes.sum() == len(found.text)
            pairs = zip(found.starts.tolist(), texts, strict=True)
            assert all(found.text[start:].startswith(text) for start, text in pairs)


def test_no_texts_have_no_words() -> None:
    found = measure_words([], Cutter())
    assert found.text == ""
    assert not len(found.sizes)
    assert np.array_equal(found.starts, np.zeros(0))


def test_progress_tells_of_the_texts_that_are_done() -> None:
    told: list[tuple[str, int, int]] = []
    measure_words(["工会" * 20_000] * 3, Cutter(), lambda *one: told.append(one))
    assert told == [("tokens", 0, 3), ("tokens", 2, 3)]
