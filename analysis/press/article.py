"""Page to articles: the plan of the blocks turned into records that can be traced to the page."""

import re
from collections.abc import Sequence
from typing import Any

from analysis.press import repair
from analysis.press.blocks import Block, read_blocks
from analysis.press.closings import PHOTO
from analysis.press.credits import Credits
from analysis.press.cuts import decide
from analysis.press.cuts.decide import Draft, Plan
from analysis.press.errors import NoArticle
from analysis.press.headline import HeadLine, Headline, tell_apart
from analysis.press.prose import Part, read_prose
from analysis.press.records import PEOPLE, Article, Furniture, Page, PageCut, Span
from analysis.press.script import print_words, simplify

_PHOTO_WORDS = re.compile(r"图为|图片新闻|（图片）|这是|摄）|摄$")
_NOTICE = re.compile(r"(?:启事|公告|声明|更正|通告|招标|广告)$")
_LONGEST_CAPTION = 260
# A sentence of some length: what tells prose from lists of names, prices and headings.
_SENTENCE = re.compile(r"[^。！？!?\n]{12}[。！？!?]")


def split_page(page: Page) -> PageCut:
    """Cut a page into its articles.

    Every character of the page is in exactly one span of an article or piece of furniture.

    Raises
    ------
    NoArticle
        When the page has no prose: not one sentence of some length.

    Examples
    --------
    >>> text = "本报讯 （记者朱欣）近日，全国总工会联合印发通知，公布一百家爱心托育用人单位名单。"
    >>> [article] = split_page(Page("page.txt", text)).articles
    >>> article.byline, article.body[:8]
    ('记者 朱欣', '近日，全国总工会')
    """
    blocks = read_blocks(page.text)
    plan = decide.plan_page(blocks)
    covers = cover_text(page.text, blocks)
    articles = [make_article(page, blocks, covers, draft) for draft in plan.drafts]
    if not any(_SENTENCE.search(article.body) for article in articles):
        characters = sum(not character.isspace() for character in page.text)
        raise NoArticle(source=page.source, characters=characters)
    return PageCut(page, tuple(articles), make_furniture(plan, covers))


def cover_text(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Return each block's range, from its start to the next one's: no character is left out."""
    starts = [0, *(block.start for block in blocks[1:])]
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True)) if blocks else ()


def join_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join ranges that follow each other, in the order given.

    Examples
    --------
    >>> join_spans([(0, 4), (4, 9), (20, 22)])
    ((0, 9), (20, 22))
    """
    joined: list[Span] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def make_article(
    page: Page, blocks: Sequence[Block], covers: Sequence[Span], draft: Draft
) -> Article:
    """Make the record of one draft."""
    parts = [Part(blocks[i], covers[i], head=i in draft.heads) for i in draft.blocks]
    prose = read_prose(page.text, parts, shadow=simplify(page.text))
    spans = join_spans([covers[i] for i in draft.blocks])
    body = repair.replay(page.text, spans, prose.notes).strip()
    heads = [blocks[i] for i in draft.heads]
    head = print_headline(read_headline(heads), page.text, heads)
    jumps = dict(reversed(prose.jumps))
    return Article(
        page_id=page.id,
        source=page.source,
        spans=spans,
        body=body,
        kind=tell_kind(simplify(body), head, blocks=[blocks[i] for i in draft.blocks]),
        kicker=head.kicker,
        headline=head.headline,
        subhead=head.subhead,
        **list_credits(prose.credits),
        date=date_story(page, prose.credits.month_day),
        continued_to=jumps.get("to"),
        continued_from=jumps.get("from"),
        notes=tuple(sorted(prose.notes, key=lambda note: note.start)),
        score=draft.score,
        reasons=draft.reasons,
    )


def list_credits(signed: Credits) -> dict[str, Any]:
    """Return credits by the fields of an article."""
    people = {role: getattr(signed.people, role) for role in PEOPLE}
    return {"byline": signed.byline, "agency": signed.agency, "place": signed.place, **people}


def read_headline(heads: Sequence[Block]) -> Headline:
    """Tell the parts of a headline from the printed lines of its blocks."""
    return tell_apart(
        [
            HeadLine(line.text, line.mark, gap=line.blanks > 0 or index == 0)
            for block in heads
            for index, line in enumerate(block.lines)
        ]
    )


def print_headline(told: Headline, text: str, heads: Sequence[Block]) -> Headline:
    """Return a headline that was told in simplified characters as the page prints it."""
    lines = [(line.start, line.end) for block in heads for line in block.lines]
    plain, printed = (
        "".join("".join(one[start:end].split()) for start, end in lines)
        for one in (simplify(text), text)
    )
    parts = (told.kicker, told.headline, told.subhead)
    return Headline(*(part and print_words(part, plain, printed) for part in parts))


def tell_kind(body: str, head: Headline, *, blocks: Sequence[Block]) -> str:
    """Tell an article from a photo with its caption and from a notice."""
    if _NOTICE.search(simplify(head.headline or "")):
        return "notice"
    credited = any(PHOTO.search(block.text[-24:]) for block in blocks)
    shown = credited or (_PHOTO_WORDS.search(body) and len(body) < _LONGEST_CAPTION / 2)
    return "photo" if shown and len(body) < _LONGEST_CAPTION else "article"


def date_story(page: Page, day: tuple[int, int] | None) -> str | None:
    """Return the day of the dateline, its year taken from the page; the page's date otherwise."""
    if day is None or page.date is None:
        return page.date
    year, month = int(page.date[:4]), int(page.date[5:7])
    # A dateline of December on a page of January is last year's.
    year -= day[0] > month + 6
    return f"{year:04d}-{day[0]:02d}-{day[1]:02d}"


def make_furniture(plan: Plan, covers: Sequence[Span]) -> tuple[Furniture, ...]:
    """Make the records of what belongs to no article."""
    return tuple(Furniture(kind, *covers[index]) for index, kind in plan.furniture)
