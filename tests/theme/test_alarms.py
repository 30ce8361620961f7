"""The junk alarm finds planted junk, each kind by its reason, and leaves sound topics alone."""

import numpy as np
import pytest

from analysis.theme.alarms import ALARMS, Origins, Suspect, find_alarms

SOUND = Suspect(("水质", "污染", "河水", "断面", "治理站", "排污口"), 0.4, 0.9)
N = 12


def number(names):
    known = {name: place for place, name in enumerate(sorted(set(names) - {""}))}
    return np.array([known.get(name, -1) for name in names])


def alarms_of(
    suspect=SOUND, *, weights=None, newspapers=None, pages=None, stories=None, texts=None
):
    """Return the alarms of one topic among the other topics of a corpus of twelve articles."""
    weights = np.array([1.0] * 4 + [0.0] * (N - 4)) if weights is None else np.array(weights)
    origins = Origins(
        newspapers=number(newspapers or [f"报{n % 3}" for n in range(len(weights))]),
        pages=number(pages or [f"page{n % 6}" for n in range(len(weights))]),
        stories=number(stories or [f"story{n}" for n in range(len(weights))]),
    )
    texts = texts or [f"第{n}篇写水质，河水好。" for n in "一二三四五六七八九甲乙丙丁"]
    shares = np.column_stack([weights, 1.0 - np.clip(weights, 0, 1)])
    found = find_alarms(
        [suspect, SOUND],
        shares,
        read_texts=lambda rows: [texts[row] for row in rows],
        origins=origins,
        unwanted={"记者", "本报"},
    )
    return found[0]


def test_a_small_sound_topic_is_left_alone():
    assert alarms_of() == ()
    assert alarms_of(weights=[0.5, 0.5] + [0.0] * (N - 2)) == ()


@pytest.mark.parametrize(
    ("terms", "alarm"),
    [
        (("记者", "本报", "已经", "水质"), "boilerplate"),
        (("4a", "5g", "3月", "水质"), "numbers"),
    ],
)
def test_empty_words_are_told_when_they_are_most(terms, alarm):
    assert alarms_of(Suspect(terms, 0.4, 0.9)) == (alarm,)
    assert alarms_of(Suspect((*terms[:2], "污染", "水质"), 0.4, 0.9)) == ()


@pytest.mark.parametrize(
    ("coherence", "exclusivity", "told"), [(-0.2, 0.3, True), (-0.2, 0.8, False), (0.3, 0.3, False)]
)
def test_officialese_is_common_to_all_and_meets_by_chance(coherence, exclusivity, told):
    assert ("officialese" in alarms_of(Suspect(SOUND.terms, coherence, exclusivity))) is told


@pytest.mark.parametrize(
    ("coherence", "held", "told"), [(-0.3, 6, True), (-0.05, 6, False), (-0.3, 3, False)]
)
def test_what_was_left_over_is_told_where_it_rests_on_several_stories(coherence, held, told):
    weights = [1.0] * held + [0.0] * (N - held)
    found = alarms_of(Suspect(SOUND.terms, coherence, 0.9), weights=weights)
    assert ("mixed" in found) is told


def test_a_topic_of_one_article_is_told():
    assert alarms_of(weights=[0.9, 0.1] + [0.0] * (N - 2)) == ("article",)


def test_the_printings_of_one_story_are_one_article():
    stories = ["wire"] * 4 + [f"story{n}" for n in range(N - 4)]
    assert alarms_of(stories=stories) == ("article",)


def test_a_column_of_one_newspaper_is_told():
    papers = ["甲报"] * 6 + ["乙报", "丙报", "丁报"] * 10
    pages = [f"page{n}" for n in range(36)]
    weights = [1.0] * 6 + [0.0] * 30
    texts = [f"{chr(0x4E00 + n)}地水质，河水。" for n in range(36)]
    found = alarms_of(newspapers=papers, pages=pages, weights=weights, texts=texts)
    assert found == ("newspaper",)


def test_what_is_of_one_page_is_told_as_that():
    pages = ["page0"] * 6 + [f"page{n}" for n in range(1, 31)]
    weights = [1.0] * 6 + [0.0] * 30
    texts = [f"{chr(0x4E00 + n)}地水质，河水。" for n in range(36)]
    found = alarms_of(pages=pages, weights=weights, texts=texts)
    assert found == ("page",)


@pytest.mark.parametrize("paper", ["甲报", ""])
def test_a_study_of_one_newspaper_is_left_alone(paper):
    assert alarms_of(newspapers=[paper] * N) == ()


def test_a_newspaper_with_most_of_the_corpus_is_left_alone():
    assert alarms_of(newspapers=["甲报"] * (N - 1) + ["乙报"]) == ()


def test_three_articles_of_one_newspaper_of_two_are_chance():
    weights = [1.0, 0, 1.0, 0, 1.0] + [0.0] * (N - 5)
    assert alarms_of(newspapers=["甲报", "乙报"] * (N // 2), weights=weights) == ()


def test_a_line_that_is_printed_every_day_is_told():
    masthead = "水质晚报{n}年{n}月 河水集团主办"
    texts = [f"{masthead.format(n=n)}\n{chr(0x4E00 + n)}事。" for n in range(N)]
    assert alarms_of(texts=texts) == ("formula",)


def test_what_two_articles_say_alike_is_no_formula():
    texts = [f"{chr(0x4E00 + n // 2)}地水质好，河水清。" for n in range(N)]
    assert alarms_of(texts=texts) == ()


def test_every_alarm_is_told_in_its_order():
    found = alarms_of(Suspect(("4a", "5g", "记者"), -0.5, 0.1), weights=[1.0] + [0.0] * (N - 1))
    assert list(found) == sorted(found, key=ALARMS.index)


def test_a_topic_that_nothing_holds_is_no_fault():
    assert alarms_of(weights=[0.0] * N) == ()


def test_names_of_places_that_count_are_no_boilerplate():
    """A large corpus tells subjects by places too: a war is no boilerplate."""
    terms = ("巴勒斯坦", "以色列", "乌克兰", "俄罗斯", "叙利亚", "停火")
    assert alarms_of(Suspect(terms, 0.4, 0.9)) == ()
