"""Printings of one story are named after the earliest; a name once given stays."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.inputs import Input
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.copies.samples import sample_texts
from analysis.study.cutting import cut_inputs
from analysis.study.recipe import new_recipe
from analysis.study.reprints import Printing, mark_copies, name_copies, name_groups
from analysis.study.tables import read_table

STORY = (
    "工匠带着农民工学习技能，徒弟进步很快，工会为职工办起夜校，会员都来听劳模讲课，人人参加竞赛。"
)
OTHER = (
    "河水变清，污染不见，两岸植树绿化，引来白鹭，上游的森林涵养水源，荒山一年比一年少，果园多了。"
)


def printing(name, date, text=STORY):
    return Printing(name, text, date)


@pytest.mark.parametrize("turn", [1, -1])
def test_the_earliest_printing_leads(turn):
    printings = [printing("c", "2024-04-04"), printing("b", "2024-04-03"), printing("a", None)]
    assert name_groups(printings[::turn]) == dict.fromkeys("abc", "b")


def test_an_article_alone_has_no_group():
    assert name_groups([printing("a", None), printing("b", None, OTHER)]) == {}


def test_a_name_once_given_stays():
    printings = [printing("a", "2024-04-01"), printing("b", "2024-04-03")]
    assert name_groups(printings, {"b": "b"}) == {"a": "b", "b": "b"}


def test_a_name_that_another_group_has_is_not_given_again():
    printings = [
        printing("b", "2024-04-02"),
        printing("c", "2024-04-01"),
        printing("a", "2024-04-01", OTHER),
        printing("d", "2024-04-03", OTHER),
    ]
    groups = name_groups(printings, {"b": "a", "c": "a"})
    assert groups["b"] == groups["c"] == "a"
    assert groups["a"] == groups["d"] == "d"


def test_a_date_in_words_is_no_date():
    assert len(name_groups([printing("a", "四月"), printing("b", "2024-04-03")])) == 2


PRINTINGS = st.lists(
    st.tuples(
        st.sampled_from([STORY, OTHER, f"{STORY}{OTHER}", "图为现场。"]),
        st.sampled_from([None, "", "四月", "2024-04-01", "2024-04-03", "2024-04-20"]),
        st.sampled_from([None, "", "p0", "p3", "old"]),
    ),
    max_size=9,
)


@given(PRINTINGS, st.randoms(use_true_random=False))
def test_a_table_in_any_order_is_named_as_articles_one_by_one(rows, chance):
    ids = [f"p{number}" for number in range(len(rows))]
    chance.shuffle(ids)
    known = {one: group for one, (_, _, group) in zip(ids, rows, strict=True) if group}
    named = name_groups(
        [Printing(one, *row[:2]) for one, row in zip(ids, rows, strict=True)], known
    )
    columns = zip(*rows, strict=True) if rows else ([], [], [])
    texts, dates, groups = map(list, columns)
    strings = {"article_id": ids, "date": dates, "copy_group": groups}
    table = pa.table({name: pa.array(told, pa.string()) for name, told in strings.items()})
    samples = [sample_texts(texts[start : start + 2]) for start in range(0, len(texts), 2)]
    column = name_copies(table, samples, lambda rows: [texts[row] for row in rows])
    assert column.to_pylist() == [named.get(one) for one in ids]


def page(name, *stories):
    text = "\n\n".join(f"## {title}\n\n本报讯 {story}" for title, story in stories)
    return Input(f"pages/{name}.md", data=text.encode())


def test_the_command_line_tells_copies_among_the_pages():
    corpus = cut_inputs([page("x", ("夜校", STORY)), page("y", ("清水", OTHER), ("带徒弟", STORY))])
    copies = [(one.headline, one.copy_of) for one in mark_copies(corpus).articles]
    first = next(one.id for one in corpus.articles if one.headline == "夜校")
    last = next(one.id for one in corpus.articles if one.headline == "带徒弟")
    expected = [("夜校", None), ("清水", None), ("带徒弟", first)]
    assert copies in (expected, [("夜校", last), ("清水", None), ("带徒弟", None)])


def test_new_articles_join_the_old_groups(inputs, tmp_path):
    given = [*inputs, page("x", ("夜校", STORY)), page("y", ("讲课", STORY))]
    build_study(given, tmp_path / "study", recipe=new_recipe(topics=4))
    groups = groups_of(tmp_path / "study")
    append_study([page("z", ("学艺", STORY))], tmp_path / "study")
    assert groups["夜校"] == groups["讲课"] is not None
    assert groups_of(tmp_path / "study") == {**groups, "学艺": groups["夜校"]}


def groups_of(folder):
    rows = read_table(folder, "articles", ["headline", "copy_group"]).to_pylist()
    return {row["headline"]: row["copy_group"] for row in rows}


def test_a_story_in_traditional_characters_is_the_same_story():
    traditional = (
        "工匠帶着農民工學習技能，徒弟進步很快，工會為職工辦起夜校，會員都來聽勞模講課，"
        "人人參加競賽。"
    )
    corpus = cut_inputs([page("x", ("夜校", STORY)), page("y", ("夜校", traditional))])
    assert [one.copy_of is None for one in mark_copies(corpus).articles].count(False) == 1
