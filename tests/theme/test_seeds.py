"""The seeds' articles, cut by hand, bear the themes that a reader gave them."""

import json
import re

import pytest

from analysis.theme.findings import find_themes
from analysis.theme.settings import Settings
from analysis.theme.themes import read_themes

# The press floor takes credits out of the text; here they are taken out as roughly as will do.
CREDITS = re.compile(r"[（(]记者[^）)]{1,30}[）)]|本报讯|(?:新华社|本报)[^，。]{0,12}电")


@pytest.fixture(scope="module")
def gold(shared):
    """Return text and acceptable themes of each article of the seed pages, photo items left out."""
    articles = []
    for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        text = (shared / "seeds" / page["file"]).read_text(encoding="utf-8-sig")
        seen = "".join(text.split())
        for article in page["articles"]:
            body = "".join(seen[start:end] for start, end in article["pieces"])
            whole = f"{article['headline'] or ''}\n{CREDITS.sub('', body)}"
            articles.append((whole, article["themes"], article["kind"]))
    return articles


@pytest.mark.shared
@pytest.mark.parametrize("topics", [None, *range(8, 17)])
def test_articles_bear_an_acceptable_theme(gold, words, topics):
    settings = Settings(topics=topics, resamples=0)
    found = find_themes([text for text, _, _ in gold], read_themes(), settings, words)
    main = [found.model.themes[place] for place in found.article_themes.argmax(axis=1)]
    counted = [
        theme in accepted
        for theme, (_, accepted, kind) in zip(main, gold, strict=True)
        if kind != "photo"
    ]
    assert len(counted) == 29
    assert sum(counted) >= 28
