"""Stories to the printed chunks of a page: headlines, bylines, bodies, photos, mastheads."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stories import Story, coin_phrase, is_deck, make_name, modernise
from styles import Style, chance

PAPERS = ("河源日报", "滨海日报", "新江报", "东山晚报", "工人日报", "农民日报")
LABELS = ("新春走基层", "■ 拥军优属拥政爱民", "深化改革进行时", "文化广角", "记者观察")
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Chunk:
    """A printed paragraph or headline line.

    ``owner`` is the number of its story, -1 for furniture; ``role`` H headline, B body, S subhead,
    P photo item, F furniture; ``piece`` counts the pieces of an interrupted story.
    """

    text: str
    owner: int
    role: str
    piece: int = 0
    mark: int = 0


def is_boundary(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a place lies between two articles or pieces."""
    first, second = chunks[at - 1], chunks[at]
    return (first.owner, first.piece) != (second.owner, second.piece)


def make_head(story: Story, style: Style, rng: random.Random) -> list[str]:
    """Return the printed lines of a headline: kicker, headline, deck as the style has them."""
    lines = make_title(story, rng)
    if chance(rng, style, "kicker"):
        kicker = coin_phrase(story.paragraphs, rng, rng.choice([2, 3, 4]))
        ending = rng.choice(["", "", "时强调", "指出", "——", "，"])
        if ending == "，":
            ending += coin_phrase(story.paragraphs, rng, 3)
        lines.insert(0, kicker + ending)
    if chance(rng, style, "deck"):
        deck = coin_phrase(story.paragraphs, rng, rng.choice([3, 4, 5]))
        if rng.random() < 0.4:
            deck += "，" + coin_phrase(story.paragraphs, rng, 3)
        lines.append(rng.choice(["——", "", ""]) + deck)
    if len(lines) > 1 and rng.random() < 0.15:
        lines = [" ".join(lines)]
    return lines


def make_title(story: Story, rng: random.Random) -> list[str]:
    """Return the printed lines of the headline proper, its dash set in one of several ways."""
    parts = [part.strip("—－ ") for part in re.split(r"—+", story.title) if part.strip("—－ ")]
    title, rest = parts[0], "".join(parts[1:])
    if rest:
        forms = ([title, "——" + rest], [title, rest], [f"{title} {rest}"], [title + rest])
        return rng.choice(forms)
    if " " not in title and 16 <= len(title) <= 28 and rng.random() < 0.2:
        # A long headline that was printed on two lines.
        half = len(title) // 2 + rng.randint(-1, 1)
        return [title[:half], title[half:]]
    return [title]


def make_body(story: Story, style: Style, rng: random.Random) -> list[Chunk]:
    """Return the chunks of a body: decks, bylines, paragraphs, subheads, jump marks."""
    paragraphs = list(story.paragraphs)
    chunks: list[Chunk] = []
    while len(paragraphs) > 2 and len(chunks) < 2 and is_deck(paragraphs[0]):
        # The source prints some decks as a first paragraph.
        chunks.append(Chunk(paragraphs.pop(0), 0, "H"))
    if style.modern:
        paragraphs[0] = modernise(paragraphs[0], rng)
    opened = re.match(r"(据?新华社|本报|（)", paragraphs[0]) or len(paragraphs[0]) <= 14
    if not opened and chance(rng, style, "byline"):
        chunks.append(Chunk(make_byline(rng), 0, "B"))
    long = sum(map(len, paragraphs)) > 700
    for index, paragraph in enumerate(paragraphs):
        if long and index > 1 and len(paragraph) > 60 and chance(rng, style, "subheads"):
            subhead = coin_phrase(paragraphs[index:], rng, rng.choice([2, 2, 3]))
            chunks.append(Chunk(subhead, 0, "S"))
        chunks.append(Chunk(paragraph, 0, "B"))
    return end_body(chunks, style, rng)


def make_byline(rng: random.Random) -> str:
    """Return a line of reporters."""
    names = " ".join(make_name(rng) for _ in range(rng.choice([1, 1, 2])))
    other = make_name(rng)
    forms = ("本报记者 {}", "□ 本报记者 {}", "新华社记者 {}", "□记者 {}", "{}", "本报记者{}")
    mixed = (f"{{}} 本报记者 {other}", f"记者 {{}} 通讯员 {other}")
    return rng.choice(forms + mixed).format(names)


def end_body(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Let some bodies jump to another page, some end with their reporters."""
    if len(chunks) > 4 and chance(rng, style, "jumps"):
        form = rng.choice(["（下转第{}版）", "（下转{}版）", "(下转第{}版)", "（紧接第{}版）"])
        mark = form.format(rng.randint(2, 12))
        chunks = chunks[: rng.randint(3, len(chunks) - 1)]
        last = chunks[-1].text
        draw = rng.random()
        if draw < 0.5:
            return [*chunks, Chunk(mark, 0, "B")]
        if draw < 0.75:
            last = last[: max(20, int(len(last) * rng.uniform(0.4, 0.9)))]
        return [*chunks[:-1], replace(chunks[-1], text=last + mark)]
    if style.modern and rng.random() < 0.15:
        text = f"{chunks[-1].text}（记者 {make_name(rng)}）"
        return [*chunks[:-1], replace(chunks[-1], text=text)]
    return chunks


def make_photo(story: Story, rng: random.Random) -> list[str]:
    """Return the lines of a photo item: caption with credit, sometimes a title."""
    clause = r"[\u4e00-\u9fff]{8,24}，[\u4e00-\u9fff]{6,24}(?=[，。])"
    found = re.findall(clause, "".join(story.paragraphs))
    if not found:
        return []
    forms = ("新华社记者 {} 摄", "本报记者 {} 摄", "新华社发（{} 摄）", "（{}摄）", "{} 摄")
    credit = rng.choice(forms).format(make_name(rng))
    day = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，"
    caption = rng.choice(["图为", "", day]) + rng.choice(found) + "。"
    lines = [caption, credit] if rng.random() < 0.3 else [caption + rng.choice(["", " "]) + credit]
    if rng.random() < 0.5:
        lines.insert(rng.choice([0, 1]), coin_phrase(story.paragraphs, rng, 2))
    return lines


def make_masthead(style: Style, rng: random.Random) -> list[str]:
    """Return the lines of a masthead."""
    date = f"{rng.randint(1950, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    week = "星期" + rng.choice("一二三四五六日")
    page, paper = rng.randint(1, 16), rng.choice(PAPERS)
    issue = f"农历八月初七 第{rng.randint(1000, 30000)}期 今日八版"
    code = "国内统一连续出版物号 CN 11-0002 代号 1-5"
    return {
        "date": [f"{date} {week}", f"第{page}版 要闻"],
        "paper": [paper, f"{date} 第 {page} 版"],
        "editors": ["责编：甲 美编：乙", date, str(page)],
        "long": [f"{date} {week}", issue, f"{paper}社出版", code],
    }.get(style.masthead, [])


def make_article(
    story: Story, owner: int, style: Style, rng: random.Random
) -> tuple[list[Chunk], list[Chunk]]:
    """Return headline and body of one story."""
    head = [Chunk(line, owner, "H") for line in make_head(story, style, rng)]
    made = [replace(chunk, owner=owner) for chunk in make_body(story, style, rng)]
    head += [chunk for chunk in made if chunk.role == "H"]
    body = [chunk for chunk in made if chunk.role != "H"]
    if chance(rng, style, "headless"):
        head = []
        if rng.random() < 0.4:
            body = body[min(1, len(body) - 1) :]
            mark = rng.choice(["（上接第一版）", "(上接1版)", f"（上接第{rng.randint(1, 8)}版）"])
            body[0] = replace(body[0], text=mark + body[0].text)
    if style.markdown and head and rng.random() < 0.85:
        head[0] = replace(head[0], mark=rng.choice([1, 2, 2, 3]))
    return head, body


def compose(stories: Sequence[Story], style: Style, rng: random.Random) -> list[Chunk]:
    """Return the chunks of a page in the order they are printed."""
    articles = [make_article(story, owner, style, rng) for owner, story in enumerate(stories)]
    chunks = [Chunk(line, NOBODY, "F") for line in make_masthead(style, rng)]
    if style.order == "first":
        order = list(range(len(articles)))
        if rng.random() < 0.3:
            rng.shuffle(order)
        for owner in order:
            chunks += [replace(chunk, piece=1000 + owner) for chunk in articles[owner][0]]
        articles = [([], body) for _, body in articles]
    extra = len(stories)
    for head, body in articles:
        before = style.order == "before" or (style.order == "mixed" and rng.random() < 0.5)
        chunks += [*head, *body] if before else [*body, *head]
        if chance(rng, style, "photos"):
            lines = make_photo(rng.choice(stories), rng)
            chunks += [Chunk(line, extra, "P") for line in lines]
            extra += 1
        if chance(rng, style, "labels"):
            chunks.append(Chunk(rng.choice(LABELS), NOBODY, "F"))
    if style.masthead == "foot":
        foot = f"{rng.randint(1990, 2025)}年1月2日 星期五 第{rng.randint(1, 9)}版"
        chunks.append(Chunk(foot, NOBODY, "F"))
    return chunks
