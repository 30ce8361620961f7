"""Whatever is edited, no character of a page is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.press.article import split_page
from analysis.press.edits import Edit
from analysis.press.layout import read_lines
from analysis.press.mending import apply_edits
from analysis.press.readers.sheet import cut_sheet, make_sheet
from analysis.press.records import Page

TEXT = (
    "人民日报\n1998年1月13日 第5版\n\n全总部署工作\n\n"
    "本报北京4月3日电 （记者郑莉 朱欣）全国总工会今天召开会议，深入实施\n"
    "数智化建设工程，持续深化工会建设。\n\n各地植树\n\n"
    "新华社杭州4月3日电 （记者鞠鹏）清明前后，浙江各地的干部群众\n"
    "种下了多种树苗，为山川增添绿色。\n"
)
PAGE = Page("page.txt", TEXT, date="1998-01-13")
STARTS = st.sampled_from([0, *(line.start for line in read_lines(TEXT)), len(TEXT)])
LINES = st.tuples(STARTS, STARTS).map(sorted).filter(lambda pair: pair[0] < pair[1])
ANY_EDIT = st.one_of(
    st.builds(lambda at, to: Edit("join", PAGE.id, at, to=to), STARTS, STARTS),
    st.builds(lambda at: Edit("split", PAGE.id, at), STARTS),
    st.builds(
        lambda lines, to: Edit("move", PAGE.id, lines[0], end=lines[1], to=to), LINES, STARTS
    ),
    st.builds(lambda lines: Edit("headline", PAGE.id, lines[0], lines=(tuple(lines),)), LINES),
    st.builds(lambda lines: Edit("drop", PAGE.id, lines[0], end=lines[1]), LINES),
    st.builds(lambda at: Edit("drop", PAGE.id, at), STARTS),
    st.builds(lambda at, to: Edit("restore", PAGE.id, at, to=to), STARTS, st.none() | STARTS),
    st.builds(lambda lines: Edit("restore", PAGE.id, lines[0], end=lines[1]), LINES),
)


@settings(max_examples=150, deadline=None)
@given(edits=st.lists(ANY_EDIT, max_size=6))
def test_whatever_is_edited_every_character_is_in_one_piece_and_notes_replay(check_whole, edits):
    check_whole(apply_edits(split_page(PAGE), edits)[0])


def test_a_page_with_furniture_that_its_reader_knew_is_mended_too(check_whole):
    """The gap before a foot belongs to the foot: no range of it is a line."""
    sheet = make_sheet("a.pdf#p1", [TEXT.strip()], head=["目录"], foot=["第 5 页", "责编 王芳"])
    whole = cut_sheet(sheet, split_page)
    foot = sheet.page.text.index("第 5 页")
    edits = [
        Edit("restore", sheet.page.id, foot),
        Edit("restore", sheet.page.id, 0, to=sheet.page.text.index("本报北京")),
    ]
    mended, misfits = apply_edits(whole, edits)
    check_whole(mended)
    assert not misfits
    assert not [piece for piece in mended.furniture if piece.start == 0 or piece.end > foot]
    assert mended.articles[0].spans[0][0] == 0
    assert mended.articles[-1].spans == ((foot - 2, len(sheet.page.text)),)
