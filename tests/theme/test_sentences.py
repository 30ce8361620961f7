"""Sentences: every character in one, quotations whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.sentences import are_paired, cut_sentences, is_whole


def sentences_of(text):
    return [text[start:end] for start, end in cut_sentences(text)]


@given(st.text(alphabet="甲乙。！？…，；：“”‘’（）《》\n a1", max_size=200))
def test_every_character_is_in_one_sentence(text):
    assert "".join(sentences_of(text)) == text
    assert all(start < end for start, end in cut_sentences(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("河水清了。岸绿了！鸟来了吗？来了……", 4),
        ("他说：“河水清了。鸟也来了。”大家很高兴。", 2),
        ("“河水清了！”老李笑着说。", 1),
        ("标题没有句号\n正文第一句。", 2),
        ("（一）河道\n（二）湿地\n", 2),
        ("增长3.5%；下降2.1%。", 1),
        ("他想……还是算了。", 1),
        ("没有闭合的“引号。第二句。", 2),
        ("“一" + "甲" * 80 + "。二" + "乙" * 80 + "。”", 2),
        ("", 0),
        ("  \n", 1),
    ],
)
def test_sentences_are_counted(text, count):
    assert len(cut_sentences(text)) == count


@pytest.mark.parametrize("text", ["他说：“走！", "走”他说。", "（未完。", "“《书”》。"])
def test_a_torn_quotation_is_not_whole(text):
    assert not is_whole(text)


def test_brackets_come_in_pairs():
    assert are_paired("《意见》（试行）")
    assert not are_paired("》意见《")
