"""The scores on known pages are floors: they may rise, never fall."""

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from analysis.press.article import split_page
from analysis.press.inputs import find_inputs, load_page

SHARED = Path(__file__).parents[3] / "shared"
# (F1, headlines) as measured; raise them with every gain.
FLOORS = {
    "seeds": (0.79, 0.95),
    "markdown": (1.0, 0.97),
    "linear": (0.93, 0.92),
    "body_first": (1.0, 1.0),
}

pytestmark = [
    # The scorer leaves its files to the collector; it is not ours to mend.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not beside this checkout"),
]


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    path = SHARED / "tools" / "score_articles.py"
    spec = importlib.util.spec_from_file_location("score_articles", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = {}
    for gold, pages in (("seeds.jsonl", "seeds"), ("pages.jsonl", "gold/pages")):
        predicted = tmp_path_factory.mktemp("gold") / gold
        with predicted.open("w", encoding="utf-8") as file:
            for item in find_inputs([SHARED / pages]):
                for article in split_page(load_page(item)).articles:
                    row = {key: value for key, value in asdict(article).items() if key != "notes"}
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
        found |= scorer.score(SHARED / "gold" / gold, SHARED / pages, predicted)
    return found


@pytest.mark.parametrize("mode", FLOORS)
def test_articles_are_found(scores, mode):
    assert scores[mode]["f1"] >= FLOORS[mode][0]


@pytest.mark.parametrize("mode", FLOORS)
def test_headlines_are_found(scores, mode):
    assert scores[mode]["headlines"] >= FLOORS[mode][1]
