"""Lists as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.errors import NotText
from analysis.study.wordlists import (
    add_words,
    compare_lists,
    drop_words,
    parse_words,
    read_word_file,
    write_word_file,
)
from analysis.theme.settings import Words

LISTS = Words(stop=("表示", "指出"), press=("记者",), user=("异地就医",))
WORDS = st.lists(st.text("甲乙丙丁戊己庚辛", min_size=2, max_size=4), unique=True).map(tuple)


@pytest.mark.parametrize("gap", ["\n", "、", "，", ",", " ", "；", "\t", "　"])
def test_any_usual_mark_divides(gap):
    assert parse_words(f"异地就医{gap}直接结算").words == ("异地就医", "直接结算")


def test_comments_and_repeats_are_left_out():
    assert parse_words("# 医保\n异地就医 # 跨省\n异地就医").words == ("异地就医",)


def test_what_is_no_word_is_told():
    parsed = parse_words("的 异地就医推行以来群众看病报销更加方便快捷满意度提高 “引号”")
    assert parsed.words == ()
    assert len(parsed.refused) == 3


@given(WORDS)
def test_a_list_comes_back_from_its_file(words):
    assert parse_words(write_word_file(words).decode()).words == words


def test_a_file_may_be_in_another_encoding():
    data = "异地就医\n直接结算\n社会保险\n医疗保险\n职工养老".encode("gb18030")
    assert "直接结算" in read_word_file(data, "user.txt").words


def test_a_picture_is_no_list():
    with pytest.raises(NotText):
        read_word_file(b"\x89PNG\x00\x01", "user.txt")


def test_words_join_and_leave_a_list():
    assert add_words(LISTS, "stop", ["强调", "表示"]).stop == ("表示", "指出", "强调")
    assert drop_words(LISTS, "stop", ["表示"]).stop == ("指出",)
    assert drop_words(LISTS, "user", ["異地就醫"]).user == ()


@given(WORDS, WORDS)
def test_edits_say_what_was_added_and_what_was_taken_out(old, new):
    edits = {one.edit: set(one.words) for one in compare_lists(Words(stop=old), Words(stop=new))}
    assert edits.get("word", set()) == set(new) - set(old)
    assert edits.get("unword", set()) == set(old) - set(new)


def test_equal_lists_need_no_edit():
    assert compare_lists(LISTS, LISTS) == ()
