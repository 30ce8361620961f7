"""Credits are read as data, and prose is not mistaken for them."""

import pytest

from analysis.press.closings import find_closers, read_closing
from analysis.press.credits import read_line
from analysis.press.jumps import find_jumps
from analysis.press.numerals import read_number
from analysis.press.openings import find_openers, read_opening


@pytest.mark.parametrize(
    ("text", "byline", "rest"),
    [
        ("本报讯 （记者朱欣）近日，全国总工会", "记者 朱欣", "近日，全国总工会"),
        (
            "本报讯（记者 白国华 通讯员 刘淑娟 李闯） 7月 9日",
            "记者 白国华 通讯员 刘淑娟 李闯",
            "7月 9日",
        ),
        ("新渝报讯(记者 毛双 实习生 姜好)7月15日", "记者 毛双 实习生 姜好", "7月15日"),
        ("新华社南宁9月12日电 (记者徐海涛)正在此间", "记者 徐海涛", "正在此间"),
        ("本报讯 近日，中共中央办公厅", None, "近日，中共中央办公厅"),
    ],
)
def test_an_opening_is_taken_off(text, byline, rest):
    found = read_opening(text)
    assert (found.byline, text[found.spans[0][1] :]) == (byline, rest)


def test_a_dateline_says_agency_place_and_day():
    found = read_opening("据新华社拉萨1月2日电 西藏重视文物工作")
    assert (found.agency, found.place, found.month_day) == ("新华社", "拉萨", (1, 2))


@pytest.mark.parametrize(
    "text", ["本报告讯问了三个问题", "记者在现场看到", "新华社会议厅里座无虚席"]
)
def test_prose_is_no_opening(text):
    assert read_opening(text).spans == ()


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("本报记者 李丹青", "记者 李丹青"),
        ("□ 重庆日报记者 赵伟平 实习生 吴金锺", "记者 赵伟平 实习生 吴金锺"),
        ("杨明清 本报记者 张楠", "杨明清 记者 张楠"),
        ("为建设美丽中国增绿添彩", None),
        ("中外记者见面会", None),
        ("新华网挂牌上市", None),
        ("本报记者在现场看到，工人们很高兴", None),
    ],
)
def test_a_line_of_names_is_a_byline(text, byline):
    assert read_line(text).byline == byline


def test_a_closing_bracket_names_the_reporters():
    assert (
        read_closing("惠及全体人民。（记者 齐中熙 熊丰）", last=False).byline == "记者 齐中熙 熊丰"
    )


def test_a_short_bracket_is_a_name_only_at_the_end_of_an_article():
    text = "落实到位。（袁亚平）"
    assert read_closing(text, last=False).spans == ()
    assert read_closing(text, last=True).byline == "袁亚平"


def test_jump_marks_say_where_to_and_where_from():
    assert [jump[:2] for jump in find_jumps("（上接第一版）看病难。（下转第 3版）")] == [
        ("from", "1"),
        ("to", "3"),
    ]


def test_a_page_number_in_prose_is_no_jump():
    assert find_jumps("报道刊登在第3版的显著位置") == ()


@pytest.mark.parametrize(("sign", "number"), [("十", 10), ("二十一", 21), ("３", 3), ("八", 8)])
def test_numbers_are_read_in_any_digits(sign, number):
    assert read_number(sign) == number


@pytest.mark.parametrize("text", ["落实到位。（不含港澳）", "资金支持。（名单详见客户端）"])
def test_what_else_stands_in_a_closing_bracket_is_no_name(text):
    assert read_closing(text, last=True).spans == ()


def test_an_office_without_a_name_is_no_byline():
    found = read_line("新华社记者")
    assert (found.byline, found.agency) == (None, "新华社")


def test_a_photo_credit_ends_a_story():
    assert find_closers(["图为棚里的花。", "新华社记者 季春鹏 摄"]) == (False, True)


def test_reporters_above_an_opening_with_reporters_belong_to_the_story_before():
    assert find_closers(["本报记者 杜鹏", "本报讯（记者 白国华）近日，"]) == (True, False)


def test_reporters_above_prose_end_no_story():
    assert find_closers(["本报记者 李丹青", "4月1日，来自天津的工伤职工"]) == (False, False)


def test_only_a_mark_at_the_head_begins_a_story():
    assert find_openers(["（上接第1版）看病难", "看病难（下转第3版）"]) == (True, False)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("向蚕农撒蚕花。 新华社发（谢尚国 摄）", "新华社发（谢尚国 摄）"),
        ("这是大家一起植树。 新华社记者 鞠鹏 摄", "新华社记者 鞠鹏 摄"),
        ("达到33%。(视频编辑：张贝龙 文字编辑：见红蕊)", "(视频编辑：张贝龙 文字编辑：见红蕊)"),
        ("在窗口。（新华社记者张鲁成摄）", "（新华社记者张鲁成摄）"),
        ("三思而后行。”（本报渥太华电）", "（本报渥太华电）"),
    ],
)
def test_a_credit_behind_the_last_sentence_is_taken_off(text, taken):
    assert text[read_closing(text, last=False).spans[0][0] :].strip() == taken


@pytest.mark.parametrize(
    "text",
    [
        "工卡村便民“溪桥”施工现场(无人机照片)。",
        "会议由李明主持。张三丰说，他们很高兴",
        "这是本报记者张小明",
        "发布会由新华社摄影部主任介绍（见图）",
        "他拿出了记者证（已过期）",
    ],
)
def test_what_ends_a_sentence_is_no_credit(text):
    assert read_closing(text, last=True).spans == ()


def test_a_letter_names_the_office_of_its_writer():
    found = read_closing("按标准收费。（河南开封市牛建海）", last=True)
    assert (found.byline, found.people.correspondents) == ("河南开封市 牛建海", ("牛建海",))


def test_names_in_brackets_open_a_story_before_its_prose():
    assert read_opening("（江涛、曹斌）昨晚，大学生").people.reporters == ("江涛", "曹斌")


def test_several_offices_report_together():
    found = read_opening("新华社记者贾永、蔡晖，本报记者马利报道：经过500万军民")
    assert found.people.reporters == ("贾永", "蔡晖", "马利")


def test_spaced_names_without_a_bracket_end_where_the_prose_begins():
    text = "本报讯 记者李娜 通讯员 张小明 近日，市总工会"
    found = read_opening(text)
    assert (found.byline, text[found.spans[0][1] :]) == (
        "记者 李娜 通讯员 张小明",
        "近日，市总工会",
    )


@pytest.mark.parametrize("text", ["记者从国家医保局获悉，截至", "记者李娜从今天召开的会议上获悉，"])
def test_a_reporter_in_a_sentence_is_no_opening(text):
    assert read_opening(text).spans == ()


@pytest.mark.parametrize(
    ("text", "place", "byline"),
    [
        ("【本报北京4月3日电】会议", "北京", None),
        ("【记者李娜／台北报导】会议", "台北", "记者 李娜"),
        ("〔本报讯〕会议", None, None),
    ],
)
def test_an_opening_may_stand_in_a_box(text, place, byline):
    found = read_opening(text)
    assert (found.place, found.byline, text[found.spans[0][1] :]) == (place, byline, "会议")


@pytest.mark.parametrize(
    "text", ["【编者按】今天", "【新常态 新亮点】人民币汇率", "【本报记者在现场】"]
)
def test_what_else_stands_in_a_box_is_no_opening(text):
    assert read_opening(text).spans == ()


@pytest.mark.parametrize(
    "text", ["央视网消息（新闻联播）：本台消息：会议", "本报讯综合本报和新华社消息：会议"]
)
def test_the_dateline_of_who_took_a_story_over_stands_before_the_first(text):
    assert text[read_opening(text).spans[0][1] :] == "会议"


@pytest.mark.parametrize(
    "text", ["人潮。（记者 李娜）\n", "人潮。（记者 李娜） \u3000", "人潮。(记者 李娜)"]
)
def test_white_space_behind_a_closing_hides_it_not(text):
    assert read_closing(text, last=False).byline == "记者 李娜"
