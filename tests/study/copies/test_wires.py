"""Copies are found cut, edited, retitled and rearranged; what only sounds alike is left alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.study.copies.groups import find_groups
from analysis.study.copies.pairs import UNDATED

# Sentences of words drawn at random: long texts that share nothing by chance.
SIGNS = "港口茶园霜冻编程证书徒弟老人食堂河水白鹭水质工匠竞赛夜校图书铁路渔船果树药材养殖集市桥梁"
WORDS = [SIGNS[at : at + 2] for at in range(0, len(SIGNS), 2)]


def make_story(seed, sentences=24):
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    lines = [
        "".join(chance.sample(WORDS, 7)) + f"，增加{chance.randrange(10, 999)}户。"
        for _ in range(sentences)
    ]
    return "\n".join("".join(lines[at : at + 4]) for at in range(0, sentences, 4))


def change(text, share, seed):
    chance = random.Random(seed)  # noqa: S311
    return "".join(
        chance.choice("天地山海春秋") if sign.isalnum() and chance.random() < share else sign
        for sign in text
    )


STORY = make_story(1)
OTHERS = [make_story(seed) for seed in range(2, 12)]
OFFICIAL = (
    "会议强调，要坚持以人民为中心的发展思想，落实落细各项民生保障措施，兜牢民生底线，加强对困难群众的帮扶，"
    "健全分层分类的社会救助体系，推动基本公共服务均等化，不断增强人民群众的获得感、幸福感、安全感。"
)


def is_copy(first, second, days=(1, 1)):
    leaders = find_groups([first, second, *OTHERS], [*days, *[1] * len(OTHERS)])
    assert leaders[2:] == list(range(2, 2 + len(OTHERS)))
    return leaders[1] == 0


@pytest.mark.parametrize(
    "copy",
    [
        STORY[: len(STORY) * 6 // 10],
        change(STORY, 0.05, 3),
        "\n".join([*STORY.split("\n")[3:], *STORY.split("\n")[:3]]),
        f"新华社北京4月3日电 {STORY}",
        STORY.replace("，", ",").replace("\n", ""),
        STORY.translate({ord(str(n)): chr(ord("０") + n) for n in range(10)}),
    ],
    ids=["cut", "edited", "rearranged", "datelined", "repunctuated", "full width"],
)
def test_a_copy_is_found(copy):
    assert is_copy(STORY, copy)


def test_two_articles_that_quote_one_paragraph_are_two():
    first, second = make_story(20, 8), make_story(21, 8)
    assert not is_copy(f"{first}\n{OFFICIAL}", f"{OFFICIAL}\n{second}")


def test_a_brief_among_briefs_is_no_copy_of_them_all():
    briefs = [make_story(seed)[:120] for seed in range(30, 36)]
    assert not is_copy("\n".join([STORY[:120], *briefs]), STORY[:120])


def test_a_form_filled_in_anew_is_no_copy():
    form = (
        "今天全市最高气温{}度，最低气温{}度，降水量{}毫米，空气质量指数{}，能见度{}公里。"
        "请市民注意防范，合理安排出行，关注气象部门发布的最新消息。"
    )
    assert not is_copy(form.format(21, 12, 3, 58, 9), form.format(25, 17, 0, 71, 12))


def test_a_notice_of_other_names_is_no_copy():
    notice = (
        "经研究决定，给予{}同志开除党籍处分，收缴其违纪违法所得，"
        "将其涉嫌犯罪问题移送检察机关依法处理。"
    )
    assert not is_copy(notice.format("市交通局原局长王大明"), notice.format("县水利站副站长赵小平"))


def test_the_same_words_a_month_later_are_a_form_unless_to_the_letter():
    edited = change(STORY, 0.03, 5)
    assert is_copy(STORY, edited, days=(1, 3))
    assert not is_copy(STORY, edited, days=(1, 40))
    assert is_copy(STORY, STORY, days=(1, 40))
    assert is_copy(STORY, edited, days=(1, UNDATED))


def test_a_longer_text_days_later_is_a_sequel():
    brief = STORY[: len(STORY) // 2]
    assert not is_copy(brief, STORY, days=(1, 4))
    assert is_copy(STORY, brief, days=(1, 4))


def test_captions_are_anybodys():
    assert find_groups(["图为活动现场。"] * 2, [1, 1]) == [0, 1]


def test_a_phrase_of_many_weeks_is_no_storys_own():
    """A form that comes every week has hardly a run of its own; what is left differs."""
    form = OFFICIAL + "本期公布的名单为：{}。"
    texts = [form.format(OTHERS[n][:20]) for n in range(6)]
    assert find_groups(texts, [7 * n for n in range(6)]) == list(range(6))


def test_a_large_group_is_one():
    texts = [change(STORY, 0.02, seed) for seed in range(30)]
    assert set(find_groups(texts, [1] * 30)) == {0}


@given(st.permutations(range(6)))
def test_the_order_of_the_texts_does_not_matter(order):
    texts = [STORY, change(STORY, 0.03, 1), STORY[:300], *OTHERS[:3]]
    leaders = find_groups([texts[place] for place in order], [1] * 6)
    found = [{order[n] for n in range(6) if leaders[n] == lead} for lead in set(leaders)]
    assert sorted(map(sorted, found)) == [[0, 1, 2], [3], [4], [5]]


def test_nothing_has_no_groups():
    assert find_groups([], []) == []
    assert find_groups(["", "a"], [UNDATED, UNDATED]) == [0, 1]
