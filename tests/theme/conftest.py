"""A small corpus with three subjects, made of stock sentences, and what was found in it."""

import gzip

import pytest

from analysis.theme.findings import find_themes
from analysis.theme.settings import NamedTheme, Settings
from analysis.theme.vocabulary import read_words
from tests.theme.tiny import make_lines

SUBJECTS = {
    "河": [
        "河水变清了，岸边种上了柳树和芦苇。",
        "环保人员取样检测水质，污水处理厂稳定运行。",
        "湿地里的候鸟多了，水质监测数据公开。",
        "沿河的排污口全部封堵，芦苇和柳树长势喜人。",
    ],
    "球": [
        "足球联赛开赛，主队球员攻入两球。",
        "教练说球员体能充沛，联赛名次上升。",
        "球迷走进球场，足球小将登场比赛。",
        "守门员扑出点球，主队赢得比赛。",
    ],
    "书": [
        "图书馆延长开放，读者借阅图书更方便。",
        "书店举办读书会，作家与读者见面。",
        "少儿图书上架，小读者挑选绘本。",
        "作家签售新书，读者排队购买图书。",
    ],
}
THEMES = (
    NamedTheme("水", "Water", "#0072B2", ("水质", "湿地")),
    NamedTheme("足球", "Football", "#D55E00", ("足球", "球员")),
)
SETTINGS = Settings(topics=3, resamples=2, passage_length=40)


def make_texts():
    """Return twelve articles, four a subject: each sentence leads one, the rest follow."""
    return [
        "\n".join(sentences[first:] + sentences[:first])
        for sentences in SUBJECTS.values()
        for first in range(len(sentences))
    ]


@pytest.fixture(scope="session")
def texts():
    return make_texts()


@pytest.fixture(scope="session")
def themes():
    return THEMES


@pytest.fixture(scope="session")
def words():
    return read_words()


@pytest.fixture(scope="session")
def findings(texts, themes, words):
    return find_themes(texts, themes, SETTINGS, words)


@pytest.fixture
def corpus(tmp_path):
    """Write a corpus of seven texts as the benchmarks take it."""
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress("".join(make_lines()).encode()))
    return path
