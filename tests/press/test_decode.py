"""Encodings are told by the characters they give."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from analysis.errors import BadSetting, InputError
from analysis.press.decode import decode_text, rate_text, require_encoding
from analysis.press.errors import EmptyInput, NoText, NotText, UnknownEncoding
from analysis.resources import SEEDS

SIMPLIFIED = "全国总工会联合印发通知，公布爱心托育用人单位名单。"
TRADITIONAL = "全國總工會聯合印發通知，公布單位名單，這是今年的一項重要工作。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_is_read_in_its_encoding(encoding):
    decoded = decode_text(SIMPLIFIED.encode(encoding), "page.txt")
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs"])
def test_traditional_text_is_read_in_its_encoding(encoding):
    decoded = decode_text(TRADITIONAL.encode(encoding), "page.txt")
    assert (decoded.text, decoded.encoding) == (TRADITIONAL, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("cut", [1, 2])
def test_text_cut_in_mid_character_keeps_its_encoding(encoding, cut):
    assert decode_text(SIMPLIFIED.encode(encoding)[:-cut], "page.txt").encoding == encoding


def test_a_stray_byte_does_not_change_the_encoding():
    damaged = SIMPLIFIED.encode("gb18030")[:20] + b"\xff" + SIMPLIFIED.encode("gb18030")[20:]
    assert decode_text(damaged, "page.txt").encoding == "gb18030"


def test_a_byte_order_mark_decides_and_is_not_text():
    assert decode_text(b"\xef\xbb\xbf" + "一".encode(), "page.txt").text == "一"


def test_line_ends_stay_as_they_are():
    assert decode_text(b"a\r\nb\rc\n", "page.txt").text == "a\r\nb\rc\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\u3000\n".encode()])
def test_nothing_to_see_is_empty(data):
    with pytest.raises(EmptyInput):
        decode_text(data, "page.txt")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04rest", b"\x89PNG\r\n", bytes(range(9)) * 40]
)
def test_a_program_or_picture_is_no_text(data):
    with pytest.raises(NotText):
        decode_text(data, "page.txt")


def test_letters_that_are_not_chinese_are_not_vouched_for():
    with pytest.raises(UnknownEncoding):
        decode_text("Ёжик в тумане, привет".encode("koi8-r"), "page.txt")


@pytest.mark.parametrize("size", [1_000, 8_000, 100_000])
def test_arbitrary_bytes_are_said_to_be_no_text(size):
    chance = Random(size)  # noqa: S311 - the same bytes every time
    with pytest.raises(NoText) as refused:
        decode_text(chance.randbytes(size), "page.txt")
    assert "UTF-8" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "utf-16-le", "utf-16-be"])
def test_text_of_an_unknown_encoding_is_text_all_the_same(encoding):
    with pytest.raises(UnknownEncoding):
        decode_text(("Ёжик в тумане, привет. " * 40).encode(encoding), "page.txt")


def test_broken_text_rates_lower_than_whole():
    assert rate_text(SIMPLIFIED) > rate_text(SIMPLIFIED[:-1] + "\ufffd")


@given(st.text(alphabet=SIMPLIFIED, min_size=8).filter(str.strip))
def test_utf8_text_of_common_characters_comes_back(text):
    assert decode_text(text.encode(), "page.txt").text == text


def test_an_encoding_that_is_told_is_not_guessed():
    data = "鍾".encode("big5hkscs")
    assert decode_text(data, "page.txt", "big5hkscs").text == "鍾"


@pytest.mark.parametrize(("name", "encoding"), [("GBK", "gb18030"), ("Big5", "big5hkscs")])
def test_a_subset_is_read_as_the_whole_set(name, encoding):
    assert require_encoding(name) == encoding


@pytest.mark.parametrize("name", ["klingon", "hex", "", "idna", "punycode", "undefined"])
def test_what_is_no_encoding_of_text_is_refused(name):
    with pytest.raises(BadSetting):
        require_encoding(name)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("at", [4, 9, 20])
def test_a_byte_that_is_lost_does_not_change_the_encoding(encoding, at):
    data = SIMPLIFIED.encode(encoding)
    assert decode_text(data[:at] + data[at + 1 :], "page.txt").encoding == encoding


def test_a_control_or_two_do_not_make_a_program():
    data = SIMPLIFIED.encode()
    assert decode_text(data + b"\x01", "page.txt").encoding == "utf-8"


def test_rare_characters_are_utf8_all_the_same():
    assert decode_text("甲骨镌龟、喆镕堃".encode(), "page.txt").encoding == "utf-8"


SEED = (SEEDS / "003_718b560af7175bc6.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("length", "most"), [(8, 0.15), (16, 0.03), (32, 0.02), (64, 0.01)])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "big5hkscs"])
def test_snippets_with_a_damaged_byte_keep_their_encoding(encoding, length, most):
    chance = Random(length)  # noqa: S311 - the same snippets every time
    text = OpenCC("s2t").convert(SEED) if encoding == "big5hkscs" else SEED
    wrong = 0
    for _ in range(100):
        at = chance.randrange(len(text) - length)
        data = bytearray(text[at : at + length].encode(encoding, "ignore"))
        data[chance.randrange(len(data))] = chance.randrange(256)
        wrong += tell_encoding(bytes(data)) not in (encoding, "ascii")
    assert wrong <= most * 100


def tell_encoding(data):
    """Return the encoding that is told; snippets of digits are the same in most."""
    try:
        decoded = decode_text(data, "page.txt")
    except InputError:
        return None
    return "ascii" if decoded.text.isascii() else decoded.encoding
