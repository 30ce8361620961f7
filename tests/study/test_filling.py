"""What was cut stands in the tables as the records say it."""

from analysis.press.records import Article, Furniture, Note, Page, PageCut, Tail
from analysis.study.cutting import Corpus
from analysis.study.filling import page_tables
from analysis.study.schemas import SCHEMAS

PAGE = Page("a.txt", "標題 一\n正文。", newspaper="市報", origins=(("newspaper", "given"),))
ARTICLE = Article(
    PAGE.id,
    "a.txt",
    ((0, 4), (5, 8)),
    "正文。",
    headline="標題 一",
    reporters=("李娜",),
    notes=(Note("headline", 0, 5, "標題 一\n", ""),),
    tails=(Tail("other", "b.txt", ((7, 9),), (Note("jump", 7, 8, "轉", ""),)),),
)
BARE = Article(PAGE.id, "a.txt", ((8, 8),), "")
CUT = PageCut(PAGE, (ARTICLE, BARE), (Furniture("label", 4, 5),))


def test_a_page_without_anything_gives_tables_without_rows():
    tables = page_tables(Corpus(()))
    assert {name: table.schema for name, table in tables.items()} == {
        name: SCHEMAS[name] for name in ("pages", "articles", "notes", "furniture", "cuts")
    }


def test_a_row_says_what_the_article_says():
    row, bare = page_tables(Corpus((CUT,)))["articles"].to_pylist()
    assert row["spans"] == [{"start": 0, "end": 4}, {"start": 5, "end": 8}]
    assert row["tails"] == [
        {"page_id": "other", "source": "b.txt", "spans": [{"start": 7, "end": 9}]}
    ]
    assert (row["text"], row["plain"], row["characters"]) == (
        "標題 一\n正文。",
        "标题 一\n正文。",
        6,
    )
    assert (bare["spans"], bare["plain"]) == ([{"start": 8, "end": 8}], None)


def test_notes_and_furniture_stand_under_their_page_and_article():
    tables = page_tables(Corpus((CUT,)))
    notes = [(row["article_id"], row["rule"]) for row in tables["notes"].to_pylist()]
    assert notes == [(ARTICLE.id, "headline"), ("other-000007", "jump")]
    [piece] = tables["furniture"].to_pylist()
    assert piece == {"page_id": PAGE.id, "kind": "label", "start": 4, "end": 5}
    [page] = tables["pages"].to_pylist()
    assert (page["script"], page["origins"]) == ("traditional", ["newspaper=given"])
