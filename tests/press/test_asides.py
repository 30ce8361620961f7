"""Credits and jumps are read by where a paragraph stands, and printed as the page prints them."""

from analysis.press.asides import Place, print_asides, read_asides


def test_a_byline_in_the_middle_of_an_unsigned_article_is_its_byline():
    found = read_asides("本报记者 李润钊", Place())
    assert found.readings[0].byline == "记者 李润钊"


def test_a_second_byline_far_inside_is_taken_out_and_not_believed():
    found = read_asides("本报记者 李润钊", Place(signed=True))
    assert (found.readings[0].byline, found.ranges) == (None, (("credit", (0, 8)),))


def test_an_agency_alone_far_inside_is_prose():
    assert read_asides("新华社记者", Place()).ranges == ()


def test_a_line_that_is_a_dateline_is_one_wherever_it_stands():
    found = read_asides("本报北京4月3日电 （记者郝赫）", Place())
    assert (found.readings[0].byline, found.readings[0].place) == ("记者 郝赫", "北京")


def test_a_whole_dateline_is_taken_out_far_inside():
    found = read_asides("本报南京1月8日电 经过施工，陈列馆竣工。", Place())
    assert found.ranges == (("credit", (0, 10)),)


def test_an_opening_without_place_and_day_is_prose_far_inside():
    assert read_asides("本报讯（记者 李娜）近日，会议召开。", Place()).ranges == ()


def test_names_keep_the_characters_of_the_page():
    plain, printed = "（记者 钟丽华 摄）", "（記者 鍾麗華 攝）"
    text = read_asides("人潮。" + plain, Place(last=True))
    [one] = print_asides(text, "人潮。" + plain, "人潮。" + printed).readings
    assert one.people.photographers == ("鍾麗華",)
