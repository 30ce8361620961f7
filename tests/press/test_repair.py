"""Repairs are notes; replaying them gives the text; what is right stays."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.records import Note
from analysis.press.repair import drop_overlaps, repair_range, replay, trace

CASES = Path(__file__).parent / "cases"
TEXT = st.text(alphabet="中国工会 \u3000\t\u200b０１9aZ，。\n", max_size=60)


def repaired(text):
    return replay(text, ((0, len(text)),), repair_range(text, 0, len(text)))


def read_cases(name):
    rows = json.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(row["text"], row.get("repaired"), id=row["name"]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), read_cases("repair_wild.json"))
def test_defects_of_real_pages_are_repaired(text, expected):
    assert repaired(text) == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("repair_synthetic.json"))
def test_each_defect_alone_is_repaired(text, expected):
    assert repaired(text) == expected


@pytest.mark.parametrize(("text", "_"), read_cases("repair_negative.json"))
def test_what_is_right_stays_untouched(text, _):
    assert repair_range(text, 0, len(text)) == ()


@pytest.mark.xfail(reason="known failures; one that passes moves to wild or synthetic")
@pytest.mark.parametrize(("text", "expected"), read_cases("repair_known_failures.json"))
def test_known_failures(text, expected):
    assert repaired(text) == expected


@given(TEXT)
def test_repairing_twice_is_repairing_once(text):
    assert repaired(repaired(text)) == repaired(text)


@given(TEXT)
def test_a_repair_loses_no_character_that_can_be_seen(text):
    seen = "".join(c for c in text if not c.isspace() and c != "\u200b")
    assert "".join(c for c in repaired(text) if not c.isspace()) == seen.translate(
        {0xFF10: "0", 0xFF11: "1"}
    )


@given(TEXT)
def test_a_trace_names_the_origin_of_each_character(text):
    words, origins = trace(
        text, (0, len(text)), [n for n in repair_range(text, 0, len(text)) if not n.after]
    )
    assert words == "".join(text[at] for at in origins[:-1])


def test_a_note_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        replay("工会", ((0, 2),), [Note("space", 0, 1, " ", "")])


def test_of_two_notes_that_overlap_the_first_stays():
    first, second = Note("a", 0, 3, "abc", ""), Note("b", 2, 4, "cd", "")
    assert drop_overlaps([second, first]) == (first,)
