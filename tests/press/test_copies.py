"""A paragraph the page repeats is a copy; one that resembles another is not."""

from analysis.press.copies import find_copies

FIRST = (
    "察雅县就业创业园位于烟多镇西北部，由重庆对口支援帮扶建设，共投资四千二百万元，带动群众就业。"
)
OTHER = "调研组走进类乌齐县康巴花都，了解援建文旅项目进展情况，看望慰问藏族同胞，并召开了座谈会。"


def test_the_second_printing_is_the_copy():
    assert find_copies([FIRST, OTHER, FIRST]) == (False, False, True)


def test_a_piece_of_an_earlier_paragraph_is_a_copy():
    assert find_copies([FIRST + OTHER, OTHER]) == (False, True)


def test_two_paragraphs_about_one_thing_are_no_copies():
    assert find_copies(
        [
            FIRST,
            "察雅县就业创业园今年新增企业五家，产值增长一成，工人们的收入也提高了，大家都很满意。",
        ]
    ) == (False, False)


def test_a_byline_repeats_without_being_a_copy():
    assert find_copies(["□ 记者 陈维灯", FIRST, "□ 记者 陈维灯", OTHER]) == (False,) * 4


def test_a_byline_that_leads_into_a_copy_is_one():
    assert find_copies(["□ 记者 陈维灯", FIRST, "□ 记者 陈维灯", FIRST])[2:] == (True, True)


def test_a_headline_that_says_what_the_body_says_is_no_copy():
    head = "中央和国家机关工会联合会第二届委员会第一次全体会议"
    body = f"{head}于4月2日在京召开。会议审议通过了工作报告，选举产生了新一届领导班子。"
    assert find_copies([body, head]) == (False, False)


def test_a_paragraph_that_quotes_another_article_is_no_copy():
    said = (
        "“今天我们一起种树，就是要号召大家都行动起来，积极参与植树造林，为建设美丽中国增绿添彩。”"
    )
    assert find_copies([f"新华社北京4月3日电 {said}", f"{said}总书记参加义务植树活动时说。"]) == (
        False,
        False,
    )
