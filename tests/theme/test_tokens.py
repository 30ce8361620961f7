"""Both engines cut the same tokens, and a text is its tokens."""

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.resources import SEEDS
from analysis.theme.tokens import Cutter, make_cutter
from analysis.theme.vocabulary import read_words

pytest.importorskip("rjieba")
# Words that the dictionary lacks, one that it has, one in Latin letters, one with a mark.
USER = (*read_words().user, "工会", "云养老", "app端", "5g专网", "c++")
FAST, SLOW = Cutter(USER, engine="rjieba"), Cutter(USER, engine="jieba")
# One character three times among a few: jieba's model for unknown words then has two cuts of the
# same probability, and the engines add the same numbers in another order.
STUTTER = re.compile(r"(.).{0,4}\1.{0,4}\1", re.DOTALL)
PIECES = st.one_of(
    st.sampled_from([*USER, "的", "在", "研究生命起源", "CN11-0002", "www.x.cn", "3.5%", "第2版"]),
    st.text(alphabet="工会养老服务保险直接结算abXY019.%-+#_ ，。\n\t", max_size=8),
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FD5), max_size=6),
    st.text(max_size=6),
)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_a_seed_page_is_cut_the_same(path: Path):
    text = path.read_text(encoding="utf-8-sig")
    assert FAST.words(text) == SLOW.words(text)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join).filter(lambda text: not STUTTER.search(text)))
def test_any_text_is_cut_the_same(text):
    assert FAST.words(text) == SLOW.words(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_tokens_cover_the_text(text):
    tokens = list(FAST.cut(text))
    assert "".join(text[token.start : token.end] for token in tokens) == text
    assert all(token.term == text[token.start : token.end].lower() for token in tokens)


def test_han_that_jieba_does_not_know_stands_alone():
    assert FAST.words("仟𫀱𤲟仟") == ["仟", "𫀱", "𤲟", "仟"]


def test_a_lone_surrogate_is_a_token():
    assert FAST.words("养老\ud800服务") == ["养老", "\ud800", "服务"]


def test_a_word_of_the_dictionary_keeps_its_frequency():
    text = "工会会员大会"
    assert Cutter(["工会"]).words(text) == make_cutter(()).words(text)


def test_a_user_word_is_cut_whole_and_only_there():
    cutter = Cutter(["养老服务"])
    assert cutter.words("养老服务试点") == ["养老服务", "试点"]
    assert "养老服务" not in cutter.words("养老的服务")


def test_a_cutter_travels_to_another_process():
    copy = pickle.loads(pickle.dumps(FAST))  # noqa: S301 - made on the line itself
    assert copy.words("跨省异地就医直接结算") == FAST.words("跨省异地就医直接结算")


def test_the_same_words_give_the_same_cutter():
    assert make_cutter(("养老服务",)) is make_cutter(("养老服务",))


def test_jieba_is_silent(capfd):
    Cutter(engine="jieba").words("工会")
    assert capfd.readouterr() == ("", "")


def test_a_home_that_cannot_be_written_does_no_harm(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("BAOTI_HOME", str(tmp_path / "file" / "home"))
    assert Cutter(engine="jieba").words("工会") == ["工会"]
