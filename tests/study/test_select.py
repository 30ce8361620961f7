"""A selection means the articles that fit all of its parts."""

from analysis.study.catalogue import UNNAMED
from analysis.study.records import Selection
from analysis.study.select import select_rows


def headlines(catalogue, selection):
    return catalogue.articles.filter(select_rows(catalogue, selection))["headline"].to_pylist()


def test_nothing_chosen_means_everything(catalogue):
    assert select_rows(catalogue, Selection()).all()


def test_themes_widen_each_other(catalogue):
    union = headlines(catalogue, Selection(themes=("工会",)))
    forest = headlines(catalogue, Selection(themes=("生态",)))
    assert union == ["总工会举办技能竞赛", "工匠带徒弟", "劳模走进班组"]
    assert len(headlines(catalogue, Selection(themes=("工会", "生态")))) == len(union + forest)


def test_parts_narrow_each_other(catalogue):
    assert headlines(catalogue, Selection(themes=("生态",), search="防火员")) == ["森林防火有新招"]


def test_every_word_of_a_search_must_stand_there(catalogue):
    assert headlines(catalogue, Selection(search="农民工 徒弟")) == ["工匠带徒弟"]
    assert headlines(catalogue, Selection(search="徒弟 河水")) == []


def test_pages_without_a_name_can_be_chosen(catalogue):
    assert select_rows(catalogue, Selection(newspapers=(UNNAMED,))).all()
    assert not select_rows(catalogue, Selection(newspapers=("无此报",))).any()


def test_main_theme_is_the_largest_share(catalogue):
    for row, main in enumerate(catalogue.main):
        assert catalogue.theme_shares[row, main] == catalogue.theme_shares[row].max()
