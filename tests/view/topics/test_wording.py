"""Words as frames and HTML."""

from analysis.study.words import Example, Offer, Trial
from analysis.theme.candidates import Candidate
from analysis.theme.edits import TopicEdit
from analysis.theme.recutting import Recut
from analysis.theme.rewording import TopicChange
from analysis.theme.settings import Words
from analysis.view.topics.wording import (
    article_changes,
    draw_offer,
    draw_recuts,
    name_changes,
    offer_frame,
    search_words,
    topic_changes,
)

OFFER = Offer(
    Candidate("异地就医", ("异地", "就医"), 9, 3, 0.8, 1.2, ((0, 2, 6),)),
    (Example("a-1", 2, 6, "<推行>异地就医。"),),
)
TRIAL = Trial(
    fitted=6,
    whole=6,
    n_topics=(4, 4),
    topics=(TopicChange("养老·社区", None, (), ("养老",), 0.0),),
    moved=(("a-1", "工会", None),),
)


def test_offers_are_a_frame():
    [row] = offer_frame([OFFER]).to_dict("records")
    assert (row["term"], row["pieces"], row["count"]) == ("异地就医", "异地 就医", 9)


def test_no_offers_are_a_frame_with_the_same_columns():
    assert list(offer_frame([])) == list(offer_frame([OFFER]))


def test_examples_are_escaped_and_marked():
    html = draw_offer(OFFER)
    assert "&lt;推行&gt;<mark" in html
    assert ">异地就医</mark>" in html


def test_a_cut_shows_words_and_greys_what_does_not_count():
    recut = Recut(0, (0, 5), ("的", "异地", "就医"), ("的", "异地就医"))
    html = draw_recuts([recut], Words(stop=("的",)), Words(stop=("的",)), "zh")
    assert "line-through" in html
    assert ">异地就医</mark>" in html
    assert ">异地</mark>" in html


def test_changes_are_said_in_both_languages():
    edits = [TopicEdit("word", name="user", words=("异地就医",))]
    assert name_changes(edits, "zh") == ["加入词典：异地就医"]
    assert "异地就医" in name_changes(edits, "en")[0]


def test_a_topic_that_goes_is_said():
    [row] = topic_changes(TRIAL, "zh").to_dict("records")
    assert (row["before"], row["after"], row["lost"]) == ("养老·社区", "（不再有）", "养老")


def test_an_article_that_moves_is_said():
    [row] = article_changes(TRIAL, {"a-1": "标题"}, {"工会": "Unions"}, "en").to_dict("records")
    assert (row["headline"], row["before"], row["after"]) == ("标题", "Unions", "(none)")


def test_a_list_is_searched():
    assert search_words(["异地就医", "GDP"], "gdp") == ["GDP"]
    assert search_words(["异地就医"], "") == ["异地就医"]
