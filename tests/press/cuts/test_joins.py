"""Pieces are linked by the likeliest pairs, each used once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analysis.press.blocks import read_blocks
from analysis.press.cuts.joins import describe_pairs
from analysis.press.cuts.linking import link_pieces
from analysis.press.cuts.pieces import cut_pieces
from analysis.press.cuts.rating import rate_blocks

BODY = [False] * 4
RATES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1]),
    st.floats(0.0, 1.0),
)


def test_nothing_likely_leaves_all_alone():
    assert link_pieces({(0, 1): 0.5}, BODY) == [[0], [1], [2], [3]]


def test_a_piece_goes_on_once():
    assert link_pieces({(0, 2): 0.9, (0, 3): 0.7}, BODY) == [[0, 2], [1], [3]]


def test_a_piece_may_begin_further_down():
    assert link_pieces({(3, 1): 0.9}, BODY) == [[0], [2], [3, 1]]


def test_links_make_no_circle():
    assert link_pieces({(0, 1): 0.9, (1, 0): 0.8}, BODY) == [[0, 1], [2], [3]]


def test_a_headline_alone_stands_before_its_piece():
    assert link_pieces({(0, 2): 0.9, (2, 3): 0.8}, [True, False, False, False]) == [
        [1],
        [0, 2, 3],
    ]


@given(RATES, st.lists(st.booleans(), min_size=6, max_size=6))
def test_every_piece_is_in_exactly_one_chain(rates, only_heads):
    rates = {pair: rate for pair, rate in rates.items() if not only_heads[pair[1]]}
    chains = link_pieces(rates, only_heads)
    assert sorted(at for chain in chains for at in chain) == list(range(6))


def test_each_ordered_pair_is_described_alike():
    text = "\n\n".join(
        ["全总部署工作", "会议今天在京召开，部署工作。" * 4, "各地植树", "树苗种下了。" * 6]
    )
    blocks = read_blocks(text)
    rated = rate_blocks(blocks)
    rated = replace(rated, heads=[0.9, 0.1, 0.9, 0.1])
    pieces = cut_pieces(rated, [block.text for block in blocks], [(0, 2), (2, 4)])
    rows = describe_pairs(pieces, rated)
    assert set(rows) == {(0, 1), (1, 0)}
    assert len({len(row) for row in rows.values()}) == 1
