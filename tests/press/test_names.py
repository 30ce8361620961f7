"""Names are told by surnames, alone or beside a word that vouches for them."""

import pytest

from analysis.press.names import count_names, split_names, vouch_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("钱友荣郭凯", ("钱友荣", "郭凯")),
        ("丁坚铭李建兴", ("丁坚铭", "李建兴")),
        ("欧阳文静、李 明", ("欧阳文静", "李明")),
        ("不含港澳", ()),
        ("名单详见客户端", ()),
    ],
)
def test_names_run_together_are_cut_by_surnames(text, names):
    assert split_names(text) == names


@pytest.mark.parametrize("text", ["从海关获悉", "在京采访", "北京电", "的"])
def test_a_word_that_joins_or_closes_is_no_name(text):
    assert vouch_names(text) == ()


def test_a_line_is_names_only_as_a_whole():
    assert (count_names("杨明清 张楠"), count_names("杨明清说")) == (2, 0)
