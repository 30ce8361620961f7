"""Passages are whole sentences and cover the text."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.passages import cut_many, cut_passages

TEXTS = st.text(alphabet="一二三四五。！？”\n，a ", max_size=300)


@given(TEXTS, st.integers(5, 60))
def test_passages_cover_every_character_once(text, length):
    passages = cut_passages(text, length)
    assert "".join(text[start:end] for start, end in passages) == (text if text.strip() else "")


@given(TEXTS, st.integers(5, 60))
def test_no_passage_is_empty(text, length):
    assert all(start < end for start, end in cut_passages(text, length))


@given(TEXTS, st.integers(5, 60))
def test_a_sentence_is_never_cut(text, length):
    ends = [end for _, end in cut_passages(text, length)][:-1]
    assert all(text[end - 1] in "。！？”\n" for end in ends)


def test_a_closing_quotation_mark_stays_with_its_sentence():
    assert cut_passages("他说：“好。”她也说好。", 6) == ((0, 7), (7, 12))


def test_a_long_sentence_stays_whole():
    assert cut_passages("长" * 500, 100) == ((0, 500),)


def test_no_short_rest_stands_alone():
    text = "一二三四五六七八九。" * 11
    assert all(end - start >= 30 for start, end in cut_passages(text, 40))


@given(
    st.lists(st.text(alphabet="甲乙。！？…”）\n \U00020000", max_size=60), max_size=5),
    st.integers(1, 30),
)
def test_many_texts_are_cut_as_each_alone(texts, length):
    found = cut_many(texts, length)
    alone = [(n, *span) for n, text in enumerate(texts) for span in cut_passages(text, length)]
    assert [(n, *span) for n, span in zip(found.owners, found.spans.tolist(), strict=True)] == alone
