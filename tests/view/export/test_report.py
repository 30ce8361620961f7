"""The report is one page: nothing runs, nothing is fetched, and it says what it stands on."""

import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from itertools import count
from pathlib import Path

import pytest

from analysis.errors import NothingToDraw
from analysis.study.records import Selection
from analysis.theme.settings import Settings
from analysis.view.export.appendix import make_appendix
from analysis.view.export.chapters import list_chapters
from analysis.view.export.collection import Exhibit
from analysis.view.export.parcel import make_parcel
from analysis.view.export.pictures import make_picture
from analysis.view.export.report import make_report, quote_css
from analysis.view.topics.subjects import Subject, call_subject, find_own

DAY = "2024-04-04"
PAGE = Path(__file__).parents[2] / "pages" / "b.txt"
# The only article about egrets.
BODY = PAGE.read_text(encoding="utf-8").rpartition("## ")[2]


class Reader(HTMLParser):
    """Collects tags with their attributes, and text."""

    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        """Keep a text."""
        self.text += data


def read(report):
    reader = Reader()
    reader.feed(report.decode())
    return reader


@pytest.fixture(scope="module")
def parcel(catalogue):
    return make_parcel(catalogue, Selection(), "zh", date=DAY)


@pytest.fixture(scope="module")
def report(parcel):
    return make_report(parcel)


@pytest.fixture(scope="module")
def reader(report):
    return read(report)


def test_no_script_and_no_handler(reader):
    assert "script" not in {tag for tag, _ in reader.tags}
    assert not [name for _, attributes in reader.tags for name in attributes if name[:2] == "on"]


def test_no_host_but_the_names_of_svg(report):
    hosts = set(re.findall(rb"https?://([\w.-]+)", report))
    assert hosts <= {b"www.w3.org"}


def test_what_is_embedded_is_data(report, reader):
    assert all(found.startswith(b'"data:') for found in re.findall(rb"url\((\".{5})", report))
    assert b"url(http" not in report
    assert not [tag for tag, _ in reader.tags if tag in {"img", "link", "iframe", "object", "base"}]


def test_a_policy_forbids_what_is_not_there(reader):
    (policy,) = (a["content"] for t, a in reader.tags if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "http" not in policy


def test_links_lead_into_the_page(reader):
    names = {attributes["id"] for _, attributes in reader.tags if "id" in attributes}
    links = [attributes["href"] for tag, attributes in reader.tags if tag == "a"]
    assert links
    assert all(link[0] == "#" and link[1:] in names for link in links)


def test_no_two_parts_have_one_name(report):
    # Letters are drawn once a picture and may be named twice in it, never across pictures.
    owners = {}
    for number, name in re.findall(rb'id="f(\d+)-([^"]+)"', report):
        assert owners.setdefault(number + name, number) == number
    chapters = re.findall(rb'<section[^>]* id="([^"]+)"', report)
    assert len(chapters) == len(set(chapters))


def test_every_chart_has_words_instead(reader):
    pictures = [a for _, a in reader.tags if a.get("role") == "img"]
    assert len(pictures) > 6
    assert all(len(picture["aria-label"]) > 10 for picture in pictures)


def test_it_says_what_it_rests_on(reader, catalogue):
    study = catalogue.study
    facts = [study.name, study.digest, DAY, "NMF", "TF-IDF", "sharpness", "全部文章"]
    facts += [item.digest for item in study.recipe.inputs]
    assert [fact for fact in facts if fact not in reader.text] == []


def test_each_theme_has_its_chapter_with_quotations(reader):
    for name in ("社会保险", "工会", "生态", "养老", "其他"):
        assert name in reader.text
    assert [tag for tag, _ in reader.tags].count("blockquote") > 2


def test_the_same_selection_gives_the_same_bytes(catalogue):
    parcel = make_parcel(catalogue, Selection(themes=("生态",)), "zh", date=DAY)
    assert make_report(parcel) == make_report(parcel)


def test_a_theme_alone_has_one_chapter(catalogue):
    parcel = make_parcel(catalogue, Selection(themes=("工会",)), "en", date=DAY)
    reader = read(make_report(parcel))
    chapters = [a["id"] for tag, a in reader.tags if tag == "section" and "style" in a]
    assert len(chapters) == 1
    assert {"lang": "en"}.items() <= dict(reader.tags)["html"].items()


def test_topics_that_are_selected_have_their_chapters(catalogue):
    topics = catalogue.topics[:2]
    chosen = Selection(themes=("工会",), topics=topics)
    parcel = make_parcel(catalogue, chosen, "zh", date=DAY)
    reader = read(make_report(parcel))
    chapters = [a["id"] for tag, a in reader.tags if tag == "section" and "style" in a]
    assert chapters == ["theme-2", *(f"topic-{topic}" for topic in topics)]
    for topic in topics:
        assert call_subject(catalogue.study, Subject("工会", topic), "zh") in reader.text


def test_topics_alone_bring_no_theme(catalogue):
    parcel = make_parcel(catalogue, Selection(topics=catalogue.topics[:1]), "zh", date=DAY)
    reader = read(make_report(parcel))
    chapters = [a["id"] for tag, a in reader.tags if tag == "section" and "style" in a]
    assert chapters == [f"topic-{catalogue.topics[0]}"]


def test_the_chapter_of_a_topic_lists_its_own_articles(catalogue):
    topic = catalogue.topics[0]
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY)
    chosen = replace(parcel, selection=Selection(topics=(topic,)))
    (chapter,) = list_chapters(chosen, None, count(1))
    own = find_own(catalogue, Subject("", topic)) & parcel.rows
    ids = catalogue.articles["article_id"].to_numpy(zero_copy_only=False)[own]
    assert {one.article_id for one in chapter.articles} == set(ids)
    assert [picture.kind for picture in chapter.pictures] == ["cloud", "figure"]
    assert chapter.topics == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_settings_have_the_words_of_the_screen(catalogue, language):
    parcel = make_parcel(catalogue, Selection(), language, date=DAY)
    settings = make_appendix(parcel).settings
    names = [name for name, _, _ in settings]
    assert [key for _, _, key in settings] == [one.name for one in fields(Settings)]
    assert not any("_" in name for name in names)
    assert {"zh": "随机种子", "en": "Seed"}[language] in names


def test_two_sides_have_their_section(catalogue, contrast):
    two = contrast(Selection(themes=("工会",)), Selection(themes=("生态",)))
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY, contrast=two)
    reader = read(make_report(parcel))
    assert "sides" in [a.get("id") for tag, a in reader.tags if tag == "section"]
    assert parcel.compared in reader.text
    assert "把两侧分开的词" in reader.text


def test_sides_that_cannot_be_told_apart_say_so(catalogue, contrast):
    empty = contrast(Selection(search="哪里都没有的字"), Selection())
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY, contrast=empty)
    assert "比不出什么" in read(make_report(parcel)).text


def test_without_sides_there_is_no_such_section(reader):
    assert "sides" not in [a.get("id") for tag, a in reader.tags if tag == "section"]


def test_quotations_are_of_selected_articles(catalogue):
    parcel = make_parcel(catalogue, Selection(themes=("生态",), search="白鹭"), "zh", date=DAY)
    quotes = re.findall(r"<blockquote><p>(.*?) <a", make_report(parcel).decode())
    assert quotes
    assert all(quote in BODY for quote in quotes)


def test_names_are_text_whatever_they_hold(catalogue):
    evil = '<script>alert(1)</script>"}</style>'
    recipe = replace(catalogue.study.recipe, name=evil)
    named = replace(catalogue, study=replace(catalogue.study, recipe=recipe))
    report = make_report(make_parcel(named, Selection(themes=("生态",)), "zh", date=DAY))
    reader = read(report)
    assert "script" not in {tag for tag, _ in reader.tags}
    assert evil in reader.text


def test_a_name_cannot_end_the_style():
    assert set(quote_css("</style>\"'}\n")) <= set('"\\0123456789abcdef ')


def test_nothing_selected_is_said(catalogue):
    with pytest.raises(NothingToDraw):
        make_report(make_parcel(catalogue, Selection(search="没有这个词"), "zh", date=DAY))


def test_changed_words_are_told(catalogue):
    words = catalogue.study.recipe.words
    changed = replace(words, stop=(*words.stop[1:], "竞赛"))
    recipe = replace(catalogue.study.recipe, words=changed)
    named = replace(catalogue, study=replace(catalogue.study, recipe=recipe))
    told = make_appendix(make_parcel(named, Selection(), "zh", date=DAY)).words
    assert told == ("加入停用词：竞赛", f"移出停用词：{words.stop[0]}")


def test_unchanged_words_are_not_told(parcel):
    assert make_appendix(parcel).words == ()


def test_a_picture_keeps_its_data(bars):
    picture = make_picture(Exhibit(bars), 3, selected="报纸：工人日报")
    assert ("工会", "41%") in picture.rows
    assert picture.drawing.startswith("<svg")
    assert picture.source.endswith("选择：报纸：工人日报")
    assert "<text" not in picture.drawing


def test_each_quotation_names_its_reference(report, reader):
    named = {int(number) for number in re.findall(rb'href="#cited-(\d+)"', report)}
    assert named == set(range(1, max(named) + 1))
    assert "清水绕城[N]" in reader.text
