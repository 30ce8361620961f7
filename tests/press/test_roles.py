"""The words of a signature are found whatever else is, or is not, named."""

import pytest

from analysis.press.roles import cut_pieces, may_sign
from analysis.press.signatures import read_signature

# No word here names a role of a reporter: where one does, the search is another.
WORDS = """
新华社 中新社 中新网 人民网 新华网 央视网 中国新闻社 法新社 路透社 美联社 塔斯社
埃菲社 共同社 中央社 本报 本刊 本台 本社 本网 编辑 主编 责编 美编 编审 审校 校对
检校 版式 组版 终审 监制 统筹 策划 本版编辑 本期编辑 值班编辑 文字编辑 视频编辑
责任编辑 见习编辑 实习编辑 版面编辑 美术编辑 图片编辑 执行主编 副主编 摄影报道
文并摄 文/图 图/文 文图 图片/报道 摄影 供图 摄 图 图片 采写 撰文 整理 编译 综合报道
报道 报导 文 文字 供稿 据 均据 均 均为 来源 传真照片 资料图片 压题照片 题图照片
题头图片 照片 绘 作 译 摘
"""


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_is_found_where_no_role_is_named(word):
    [piece] = cut_pieces(word, strict=True)
    assert (piece.kind != "names", piece.text) == (True, word)
    assert may_sign(word)


@pytest.mark.parametrize(
    "role", ["首席记者", "特约评论员", "前方观察员", "驻京实习生", "资深作者："]
)
def test_a_role_is_found_with_the_words_before_it(role):
    [piece] = cut_pieces(role, strict=True)
    assert (piece.kind, piece.text) == ("reporter", role.strip("："))


@pytest.mark.parametrize("text", ["来源：温州晚报", "发自巴黎", "新华社发", "新华社稿"])
def test_words_that_hang_on_others_are_found(text):
    assert all(piece.kind != "names" for piece in cut_pieces(text, strict=True))


def test_a_paper_in_brackets_may_have_letters_and_digits_in_its_name():
    found = read_signature("《IT时报2》记者 李娜")
    assert found is not None
    assert found.byline == "记者 李娜"
