"""Figures as the dashboard makes them: shares of themes, newspapers by theme, long headlines."""

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from analysis.study.counting import count_study
from analysis.study.facets import make_facets
from analysis.study.records import Selection
from analysis.view.drawing.figures import Figure
from analysis.view.export.collection import make_contrast

COLOURS = {
    "社会保险": "#0072B2",
    "工会": "#D55E00",
    "生态": "#009E73",
    "养老": "#CC79A7",
    "其他": "#7F7F7F",
}
HEADLINES = [
    "重庆：聚焦主责主业 推动产业工人队伍建设改革走深走实",
    "社保卡“一卡通”让群众办事更便捷",
    "居家养老服务进社区 老人在家门口吃上热乎饭",
    "植树造林添新绿 全民义务植树活动启动",
    "医保跨省异地就医直接结算范围扩大",
    "工会送清凉 关爱户外劳动者",
    "工会送清凉 关爱户外劳动者",
    "<b>职工之家</b> & $5 元餐 100% 覆盖",
    "失业保险稳岗返还政策延续实施",
    "劳模工匠进校园 讲好奋斗故事",
    "绿水青山就是金山银山——长江沿岸生态修复见闻",
    "产业工人技能竞赛决赛圆满落幕",
]
SOURCE = "报题 · 种子五版 · 29 篇文章 · 12 个议题 · 种子 0"


@pytest.fixture
def bars():
    """Theme shares of 29 articles."""
    frame = pd.DataFrame(
        {"theme": list(COLOURS), "share": [0.24, 0.41, 0.12, 0.09, 0.14]},
    )
    return Figure(
        name="theme-share",
        title="各主题占比",
        subtitle="每篇文章按主题份额计入",
        kind="bars",
        frame=frame,
        category="theme",
        value="share",
        value_label="占全部 29 篇文章的比例",
        colours=COLOURS,
        source=SOURCE,
        alt="工会最多，占四成",
    )


@pytest.fixture
def stacked():
    """Three newspapers by theme."""
    shares = {
        "工人日报": [0.10, 0.72, 0.05, 0.02, 0.11],
        "新渝报": [0.28, 0.12, 0.31, 0.15, 0.14],
        "未署报名": [0.36, 0.30, 0.02, 0.15, 0.17],
    }
    rows = [
        (paper, theme, share)
        for paper, row in shares.items()
        for theme, share in zip(COLOURS, row, strict=True)
    ]
    return Figure(
        name="newspaper-themes",
        title="各报的主题构成",
        kind="stacked",
        frame=pd.DataFrame(rows, columns=["newspaper", "theme", "share"]),
        category="newspaper",
        series="theme",
        value="share",
        value_label="占该报全部文章的比例",
        colours=COLOURS,
        source=SOURCE,
    )


@pytest.fixture
def heat(stacked):
    """Newspapers by theme as a matrix, one cell missing."""
    return Figure(
        name="newspaper-theme-matrix",
        title="报纸与主题",
        kind="heat",
        frame=stacked.frame.drop(index=[7]),
        category="newspaper",
        series="theme",
        value="share",
        value_label="占该报全部文章的比例",
        source=SOURCE,
    )


@pytest.fixture
def headlines():
    """Twelve articles with long headlines, two of them alike, one with marks of other languages."""
    frame = pd.DataFrame(
        {
            "id": [f"a{place:02d}" for place in range(12)],
            "headline": HEADLINES,
            "share": [0.97 - 0.071 * place for place in range(12)],
        }
    )
    return Figure(
        name="strongest-articles",
        title="工会：最强的 12 篇文章",
        kind="bars",
        frame=frame,
        category="headline",
        key="id",
        value="share",
        value_label="该主题在文章中的份额",
        colours=dict.fromkeys(HEADLINES, "#D55E00"),
        source=SOURCE,
    )


@pytest.fixture
def terms():
    """Terms of a topic with their weights."""
    names = ["工会", "职工", "保险", "医保", "劳模", "班组", "维权", "服务", "困难", "帮扶"]
    frame = pd.DataFrame({"term": names, "weight": [2.31 / (place + 1) for place in range(10)]})
    return Figure(
        name="topic-terms",
        title="议题 3 的词",
        kind="bars",
        frame=frame,
        category="term",
        value="weight",
        value_label="词在议题中的权重",
        value_format="weight",
        source=SOURCE,
    )


@pytest.fixture(params=["bars", "stacked", "heat", "headlines", "terms"])
def figure(request):
    """Each of them in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def crowd(catalogue):
    """Return a function that fills the catalogue of the two pages with any number of articles.

    Their newspapers, days, page numbers, lengths and shares are drawn by a seed; the last fifth has
    no day, and one in twenty no word that counts.
    """
    return partial(_fill, catalogue)


def _fill(catalogue, n=200, *, papers=3, seed=0, days=400):
    random = np.random.default_rng(seed)
    shares = random.dirichlet(np.ones(len(catalogue.topics)), n)
    shares[::20] = 0
    affinity = random.dirichlet(np.ones(len(catalogue.themes)), len(catalogue.topics))
    themes = shares @ affinity
    articles = _draw_articles(random, n, papers=papers, days=days)
    return replace(
        catalogue,
        articles=articles,
        theme_shares=themes,
        topic_shares=shares,
        main=np.where(themes.sum(axis=1) > 0, themes.argmax(axis=1), -1),
        main_topic=np.where(shares.sum(axis=1) > 0, shares.argmax(axis=1), -1),
        facets=make_facets(articles),
        groups=np.full(n, -1),
        printed=np.arange(n),
    )


def _draw_articles(random, n, *, papers, days):
    """Return the table of ``n`` articles, drawn by ``random``."""
    first = np.datetime64("2023-02-27")
    dates = [str(first + day) for day in np.sort(random.integers(0, days, n))]
    undated = n - n // 5
    return pa.table(
        {
            "article_id": [f"a{number}" for number in range(n)],
            "page_id": [f"p{number // 7}" for number in range(n)],
            "source": [f"p{number // 7}.txt" for number in range(n)],
            "kind": ["article"] * n,
            "headline": [f"第{number}号" for number in range(n)],
            "opening": [""] * n,
            "newspaper": [f"报{number}" for number in random.integers(0, papers, n)],
            "date": pa.array([*dates[:undated], *[None] * (n - undated)], pa.string()),
            "edition": [["1", "2", ""][number] for number in random.integers(0, 3, n)],
            "characters": pa.array(random.integers(1, 2_000, n), pa.int32()),
        }
    )


@pytest.fixture
def contrast(catalogue):
    """Return what compares two sides of the two pages; each word counts twenty times."""
    once = count_study(catalogue.study, lambda *_: None)
    counts = replace(once, times=once.times.astype(int) * 20, totals=once.totals * 20)

    def compare(first, second):
        return make_contrast(catalogue, Selection(), (first, second), counts, language="zh")

    return compare
