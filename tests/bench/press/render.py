"""Known articles set as newspaper pages in many layouts, with the truth about every character.

The layouts are chosen at random from what text layers and readers of newspapers produce: Markdown,
plain paragraphs, hard-wrapped columns, empty lines between all lines; headlines before, after, or
all first; kickers and decks; bylines of several times; subheads, captions, jump marks, mastheads;
columns interrupted by a neighbour, repeated columns; stray spaces and half-width punctuation.
"""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

FULL = str.maketrans({chr(0xFF10 + d): str(d) for d in range(10)} | {"％": "%"})
HALF = str.maketrans("，；：（）！？", ",;:()!?")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲文建国林春梅海燕志德云龙宁晓东鹏飞凯欣怡博宇轩"
PAPERS = (
    "河源日报",
    "滨海日报",
    "新江报",
    "东山晚报",
    "工人日报",
    "江城时报",
    "人民日报",
    "农民日报",
)
CITIES = (
    "北京",
    "上海",
    "广州",
    "成都",
    "武汉",
    "西安",
    "南京",
    "长春",
    "昆明",
    "太原",
    "郑州",
    "济南",
)


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a writer hands it in."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A printed paragraph or headline line: text, owner (-1 for furniture), role, piece number."""

    text: str
    owner: int
    role: str
    piece: int = 0
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """One layout of a page."""

    order: str
    wrap: int
    gap: str
    markdown: bool = False
    indent: bool = False
    half: bool = False
    modern: bool = False
    interrupted: float = 0.0
    noise: float = 0.0
    masthead: str = ""
    ragged: float = 0.0
    flags: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a page and, for each character, owner, role and piece."""

    text: str
    owners: tuple[int, ...]
    roles: tuple[str, ...]
    pieces: tuple[int, ...]
    titles: tuple[str, ...]
    name: str


def read_pages(path: Path) -> dict[tuple[str, int], list[Story]]:
    """Read the articles of a gold file, by date and page; briefs without a headline left out."""
    pages: dict[tuple[str, int], list[Story]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            title = re.sub(r"（附?图片[^）]*）|（附[^）]*）", "", row["title"])
            paragraphs = tuple(p.strip() for p in row["paras"] if p.strip())
            if len(title) <= 60 and sum(map(len, paragraphs)) >= 90:
                pages[row["date"], row["page"]].append(Story(title, paragraphs))
    return dict(pages)


def read_broadcasts(path: Path, every: int) -> list[Story]:
    """Read every n-th text of the broadcast corpus as a story of our days."""
    stories = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for index, line in enumerate(file):
            if index % every:
                continue
            row = json.loads(line)
            body = re.sub(r"^.{0,16}消息[(（]新闻联播[)）]：|\(视频编辑.*?\)", "", row["body"])
            paragraphs = tuple(p.strip() for p in body.split("\n") if p.strip())
            title = re.sub(r"^【.*?】", "", row["headline"]).strip()
            if 150 <= len(body) <= 2200 and 6 <= len(title) <= 45:
                stories.append(Story(title, paragraphs))
    return stories


def pick_style(rng: random.Random) -> Style:
    """Draw a layout."""
    order = rng.choices(["before", "after", "first", "mixed"], [5, 5, 1.2, 0.8])[0]
    wrapped = rng.random() < (0.75 if order == "after" else 0.4)
    wrap = rng.choice([12, 13, 14, 15, 16, 17, 18, 18, 19, 20, 22, 24, 26]) if wrapped else 0
    gap = rng.choices(["blocks", "articles", "lines", "none", "mess"], [4, 4, 4, 1, 1])[0]
    if not wrapped and gap == "lines":
        gap = "blocks"
    return Style(
        order=order,
        wrap=wrap,
        gap=gap,
        markdown=not wrapped and order in {"before", "first"} and rng.random() < 0.35,
        indent=wrapped and rng.random() < 0.4,
        half=rng.random() < 0.12,
        modern=rng.random() < 0.5,
        interrupted=rng.choices([0.0, 0.5, 0.9], [6, 3, 2])[0],
        noise=rng.choices([0.0, 0.02, 0.06, 0.15], [5, 2, 2, 1])[0],
        masthead=rng.choice(["", "date", "paper", "editors", "long", "foot"]),
        ragged=rng.choice([0.0, 0.0, 0.3]),
        flags={
            "kicker": rng.choice([0.0, 0.15, 0.4]),
            "deck": rng.choice([0.0, 0.15, 0.4]),
            "subheads": rng.choice([0.0, 0.15, 0.6]),
            "jumps": rng.choice([0.0, 0.1, 0.4]),
            "headless": rng.choice([0.0, 0.0, 0.08, 0.2]),
            "photos": rng.choice([0.0, 0.1, 0.3]),
            "repeats": rng.choice([0.0, 0.0, 0.0, 0.15]),
            "labels": rng.choice([0.0, 0.0, 0.1]),
            "wide": rng.choice([0.0, 0.3]),
            "spaces": rng.choice([0.0, 0.05, 0.3]),
            "byline": rng.choice([0.0, 0.3, 0.7]),
            "bare": rng.choice([0.0, 0.5, 1.0]),
        },
    )


def make_name(rng: random.Random) -> str:
    """Invent a person's name."""
    return rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice([1, 2, 2])))


def chance(rng: random.Random, style: Style, flag: str) -> bool:
    """Draw one of the style's flags."""
    return rng.random() < style.flags.get(flag, 0.0)


def make_head(story: Story, style: Style, rng: random.Random) -> list[str]:
    """Return the printed lines of a headline: kicker, headline, deck as the style has them."""
    parts = [
        part.strip("—－ ") for part in re.split(r"———|——|—", story.title) if part.strip("—－ ")
    ]
    lines = parts[:1]
    if len(parts) > 1:
        join = rng.choice(["dash", "space", "none", "line"])
        rest = "".join(parts[1:])
        if join == "dash":
            lines.append("——" + rest)
        elif join == "line":
            lines.append(rest)
        else:
            lines = [parts[0] + (" " if join == "space" else "") + rest]
    elif " " not in lines[0] and 16 <= len(lines[0]) <= 28 and rng.random() < 0.2:
        # A long headline that was printed on two lines.
        half = len(lines[0]) // 2 + rng.randint(-1, 1)
        lines = [lines[0][:half], lines[0][half:]]
    clauses = [
        c for p in story.paragraphs for c in re.findall(r"[\u4e00-\u9fff]{7,20}(?=[，。])", p)
    ]
    if clauses and chance(rng, style, "kicker"):
        kicker = rng.choice(clauses[:8])
        ending = rng.choice(["", "", "时强调", "指出", "——", "，"])
        if ending == "，" and len(clauses) > 1:
            kicker, ending = kicker + "，" + rng.choice(clauses[:8]), ""
        lines.insert(0, kicker + ending)
    if clauses and chance(rng, style, "deck"):
        deck = rng.choice(clauses)
        if rng.random() < 0.4:
            deck += "，" + rng.choice(clauses)
        lines.append(rng.choice(["——", "", ""]) + deck)
    if len(lines) > 1 and rng.random() < 0.15:
        lines = [" ".join(lines)]
    return lines


def make_body(story: Story, style: Style, rng: random.Random) -> list[Chunk]:
    """Return the chunks of a body: bylines, paragraphs, subheads, jump marks."""
    paragraphs = list(story.paragraphs)
    chunks: list[Chunk] = []
    while len(paragraphs) > 2 and is_deck(paragraphs[0]):
        # The source prints some decks as a first paragraph.
        chunks.append(Chunk(paragraphs.pop(0), 0, "H"))
    if style.modern:
        paragraphs = [modernise(p, rng, style) if i == 0 else p for i, p in enumerate(paragraphs)]
    opened = re.match(r"(据?新华社|本报|（)", paragraphs[0])
    short = len(paragraphs[0]) <= 14
    if not opened and not short and chance(rng, style, "byline"):
        names = " ".join(make_name(rng) for _ in range(rng.choice([1, 1, 2])))
        form = rng.choice(
            [
                "本报记者 {}",
                "□ 本报记者 {}",
                "新华社记者 {}",
                "□记者 {}",
                "{}",
                "本报记者{}",
                "{} 本报记者 " + make_name(rng),
                "记者 {} 通讯员 " + make_name(rng),
            ]
        )
        chunks.append(Chunk(form.format(names), 0, "B"))
    sizes = sum(map(len, paragraphs))
    for index, paragraph in enumerate(paragraphs):
        if index > 1 and len(paragraph) > 60 and sizes > 700 and chance(rng, style, "subheads"):
            clauses = re.findall(r"[\u4e00-\u9fff“”]{5,12}(?=[，。、])", paragraph)
            if clauses:
                chunks.append(Chunk(rng.choice(clauses), 0, "S"))
        chunks.append(Chunk(paragraph, 0, "B"))
    if len(chunks) > 4 and chance(rng, style, "jumps"):
        mark = rng.choice(
            ["（下转第{}版）", "（下转{}版）", "(下转第{}版)", "（紧接第{}版）"]
        ).format(rng.randint(2, 12))
        chunks = chunks[: rng.randint(3, len(chunks) - 1)]
        if rng.random() < 0.5:
            chunks.append(Chunk(mark, 0, "B"))
        else:
            last = chunks[-1].text
            if rng.random() < 0.5:
                last = last[: max(20, int(len(last) * rng.uniform(0.4, 0.9)))]
            chunks[-1] = replace(chunks[-1], text=last + mark)
    elif style.modern and rng.random() < 0.15:
        chunks[-1] = replace(chunks[-1], text=f"{chunks[-1].text}（记者 {make_name(rng)}）")
    return chunks


def is_deck(paragraph: str) -> bool:
    """Tell a deck among the first paragraphs: a phrase without an end, no name, no bracket."""
    ended = re.search(r"[。！？：…，；）”]$", paragraph)
    return (
        not ended
        and 8 <= len(paragraph) <= 36
        and not re.match(
            r"[（(本新]|.*(?:记者|通讯员|书记|主席|总理|部长|局长|经理|教授)", paragraph
        )
    )


def modernise(paragraph: str, rng: random.Random, style: Style) -> str:
    """Turn an opening of 1998 into one of our days, or set one where there is none."""
    names = f"{rng.choice(['记者 ', '记者', '记者'])}{make_name(rng)}"
    if rng.random() < 0.5:
        names += f" 通讯员 {make_name(rng)}"
    bracket = rng.choice(["（{}）", "（{}） ", "({})"]).format(names)
    own = rng.choice(["本报讯", "本报讯 ", "本报讯", "新河报讯", "东江日报讯"])
    found = re.match(
        r"(本报[^，。]{0,14}?[电讯])(?:新华社|本报)?记者[^，。：]{2,20}报道：", paragraph
    )
    if found:
        return rng.choice([found[1], own]) + bracket + paragraph[found.end() :]
    if re.match(r"据?新华社|本报", paragraph):
        return re.sub(r"^本报讯", lambda _: own + bracket, paragraph)
    if len(paragraph) > 30 and rng.random() < 0.5:
        day = f"{rng.choice(CITIES)}{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        start = rng.choice(
            [own + bracket, f"新华社{day}电 {bracket}", f"本报{day}电 {bracket}", own]
        )
        return start + paragraph
    return paragraph


def make_photo(story: Story, rng: random.Random) -> list[str]:
    """Return the lines of a photo item about a story: caption with credit, sometimes a title."""
    clauses = re.findall(
        r"[\u4e00-\u9fff]{8,24}，[\u4e00-\u9fff]{6,24}(?=[，。])", "".join(story.paragraphs)
    )
    if not clauses:
        return []
    credit = rng.choice(
        ["新华社记者 {} 摄", "本报记者 {} 摄", "新华社发（{} 摄）", "（{}摄）", "{} 摄"]
    ).format(make_name(rng))
    lines = [
        rng.choice(["图为", "", f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，"])
        + rng.choice(clauses)
        + "。"
        + rng.choice(["", " "])
        + credit
    ]
    if rng.random() < 0.5:
        lines.insert(rng.choice([0, 1]), rng.choice(clauses).split("，")[0][:10])
    return lines


def make_masthead(style: Style, rng: random.Random) -> list[str]:
    """Return the lines of a masthead."""
    date = f"{rng.randint(1950, 2025)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    week = "星期" + rng.choice("一二三四五六日")
    paper = rng.choice(PAPERS)
    return {
        "": [],
        "foot": [],
        "date": [f"{date} {week}", f"第{rng.randint(1, 16)}版 要闻"],
        "paper": [paper, f"{date} 第 {rng.randint(1, 16)} 版"],
        "editors": ["责编：甲 美编：乙", date, str(rng.randint(1, 16))],
        "long": [
            f"{date} {week}",
            f"农历八月初七 第{rng.randint(1000, 30000)}期 今日八版",
            f"{paper}社出版",
            "国内统一连续出版物号 CN 11-0002 代号 1-5",
        ],
    }[style.masthead]


def compose(stories: Sequence[Story], style: Style, rng: random.Random) -> list[Chunk]:
    """Return the chunks of a page in the order they are printed."""
    articles: list[tuple[list[Chunk], list[Chunk]]] = []
    for owner, story in enumerate(stories):
        head = [Chunk(line, owner, "H") for line in make_head(story, style, rng)]
        body = [replace(chunk, owner=owner) for chunk in make_body(story, style, rng)]
        head += [chunk for chunk in body if chunk.role == "H"]
        body = [chunk for chunk in body if chunk.role != "H"]
        if chance(rng, style, "headless"):
            head = []
            if rng.random() < 0.4:
                body = body[min(1, len(body) - 1) :]
                mark = rng.choice(
                    ["（上接第一版）", "(上接1版)", "（上接第{}版）".format(rng.randint(1, 8))]
                )
                body[0] = replace(body[0], text=mark + body[0].text)
        if style.markdown and head:
            depth = rng.choice([1, 2, 2, 3])
            if rng.random() < 0.85:
                head = [replace(head[0], mark=depth), *head[1:]]
        articles.append((head, body))
    owner = len(stories)
    chunks: list[Chunk] = [Chunk(line, -1, "F") for line in make_masthead(style, rng)]
    if style.order == "first":
        order = list(range(len(articles)))
        if rng.random() < 0.3:
            rng.shuffle(order)
        for index in order:
            chunks += [replace(chunk, piece=1000 + index) for chunk in articles[index][0]]
        articles = [([], body) for _, body in articles]
    for head, body in articles:
        before = style.order == "before" or (style.order == "mixed" and rng.random() < 0.5)
        chunks += [*head, *body] if before else [*body, *head]
        if chance(rng, style, "photos"):
            lines = make_photo(stories[rng.randrange(len(stories))], rng)
            chunks += [Chunk(line, owner, "P") for line in lines]
            owner += 1
        if chance(rng, style, "labels"):
            chunks.append(
                Chunk(
                    rng.choice(
                        [
                            "新春走基层",
                            "■ 拥军优属拥政爱民",
                            "深化改革进行时",
                            "文化广角",
                            "记者观察",
                        ]
                    ),
                    -1,
                    "F",
                )
            )
    if style.masthead == "foot":
        chunks.append(
            Chunk(f"{rng.randint(1990, 2025)}年1月2日 星期五 第{rng.randint(1, 9)}版", -1, "F")
        )
    return chunks


def interrupt(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Move the rest of some long articles behind a neighbour; cut in mid-sentence or between."""
    owners = sorted({c.owner for c in chunks if c.owner >= 0 and c.role in "BS"})
    piece = 1
    for owner in owners:
        mine = [i for i, c in enumerate(chunks) if c.owner == owner and c.role in "BS"]
        size = sum(len(chunks[i].text) for i in mine)
        if len(mine) < 3 or size < 500 or rng.random() > style.interrupted:
            continue
        for _ in range(rng.choice([1, 1, 2])):
            mine = [
                i
                for i, c in enumerate(chunks)
                if c.owner == owner and c.role in "BS" and c.piece == (piece if _ else 0)
            ]
            if len(mine) < 3:
                break
            cut = mine[rng.randint(1, len(mine) - 1)]
            tail = [i for i in mine if i >= cut]
            moved = [replace(chunks[i], piece=piece + 1) for i in tail]
            heads = [
                i for i, c in enumerate(chunks) if c.owner == owner and c.role == "H" and i > cut
            ]
            target = chunks[cut].text
            rest: list[Chunk] = [c for i, c in enumerate(chunks) if i not in tail]
            at = cut - sum(1 for i in tail if i < cut)
            if rng.random() < 0.7 and len(target) > 40:
                split = rng.randint(12, len(target) - 12)
                rest.insert(at, replace(chunks[cut], text=target[:split]))
                moved[0] = replace(moved[0], text=target[split:])
                at += 1
            at += len(heads) if rng.random() < 0.5 else 0
            ends = [i for i in range(at + 1, len(rest) + 1) if i == len(rest) or boundary(rest, i)]
            ends = [i for i in ends if i != at] or [len(rest)]
            place = rng.choice(ends[: rng.choice([1, 2, 4])])
            rest[place:place] = moved
            chunks = rest
            piece += 1
    return chunks


def boundary(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a place lies between two articles or pieces."""
    first, second = chunks[at - 1], chunks[at]
    return (first.owner, first.piece) != (second.owner, second.piece)


def repeat(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Print some runs of paragraphs again elsewhere; the copies belong to nobody."""
    if not style.flags.get("repeats"):
        return chunks
    out = list(chunks)
    for _ in range(rng.choice([1, 2, 3])):
        start = rng.randrange(len(out))
        run = [
            replace(c, owner=-1, role="F")
            for c in out[start : start + rng.randint(1, 5)]
            if len(c.text) > 30
        ]
        places = [i for i in range(start + 1, len(out)) if boundary(out, i)]
        if run and places:
            place = rng.choice(places)
            out[place:place] = run
    return out


def typeset(chunks: Sequence[Chunk], style: Style, rng: random.Random) -> tuple[str, list[int]]:
    """Set the chunks as text; return it and for each character the index of its chunk (-1 none)."""
    pieces: list[str] = []
    marks: list[int] = []

    def put(text: str, index: int) -> None:
        pieces.append(text)
        marks.extend([index] * len(text))

    widths: dict[int, int] = {}
    for index, chunk in enumerate(chunks):
        if index:
            before = chunks[index - 1]
            change = boundary(chunks, index)
            head = "H" in (chunk.role, before.role) and chunk.role != before.role
            loose = {
                "blocks": True,
                "articles": change,
                "lines": not (chunk.role == before.role == "H" and rng.random() < 0.6),
                "none": False,
                "mess": head or change or rng.random() < 0.3,
            }[style.gap]
            put("\n\n" if loose else "\n", -1)
        if chunk.mark:
            put("#" * chunk.mark + " ", index)
        width = widths.setdefault(
            chunk.owner,
            max(10, style.wrap + rng.choice([0, 0, 0, 1, -1, 4]))
            if style.flags.get("wide")
            else style.wrap,
        )
        if not style.wrap or chunk.role in "HF":
            put(spread(chunk.text, style, rng), index)
            continue
        for number, line in enumerate(wrap_text(chunk.text, width, style, rng)):
            if number:
                loose = style.gap == "lines" or (style.gap == "mess" and rng.random() < 0.25)
                put("\n\n" if loose and rng.random() < 0.97 else "\n", -1)
            put(spread(line, style, rng), index)
    return "".join(pieces), marks


def wrap_text(text: str, width: int, style: Style, rng: random.Random) -> list[str]:
    """Break a paragraph into lines of a column, marks kept from the line's head."""
    lines: list[str] = []
    line, size = "", 2.0 if style.indent else 0.0
    limit = width
    for character in text:
        step = 0.5 if character.isascii() else 1.0
        if size + step > limit and character not in "，。、；：！？”）》」,.;:!?)":
            lines.append(line)
            line, size = "", 0.0
            limit = width - (1 if style.ragged and rng.random() < style.ragged else 0)
        line += character
        size += step
    return [*lines, line] if line else lines


def spread(line: str, style: Style, rng: random.Random) -> str:
    """Set stray spaces: around numbers, or between all characters of a stretched line."""
    rate = style.flags.get("spaces", 0.0)
    if rate and rng.random() < rate:
        line = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)", " ", line)
    if rate and rng.random() < rate * 0.08:
        line = " ".join(line)
    return line


def roughen(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Do what careless text layers do: break paragraphs, run two together, drop a last mark."""
    if not style.noise:
        return chunks
    out: list[Chunk] = []
    for chunk in chunks:
        last = out[-1] if out else None
        draw = rng.random()
        if chunk.role == "B" and len(chunk.text) > 60 and draw < style.noise * 2:
            split = rng.randint(15, len(chunk.text) - 15)
            out += [
                replace(chunk, text=chunk.text[:split]),
                replace(chunk, text=chunk.text[split:]),
            ]
        elif (
            last
            and draw > 1 - style.noise
            and last.role == chunk.role == "B"
            and not boundary([last, chunk], 1)
        ):
            out[-1] = replace(last, text=last.text + chunk.text)
        elif chunk.role == "B" and draw < style.noise * 2.5 and chunk.text.endswith("。"):
            out.append(replace(chunk, text=chunk.text[:-1]))
        else:
            out.append(chunk)
    return out


def render(stories: Sequence[Story], style: Style, seed: int) -> Rendered:
    """Set one page."""
    rng = random.Random(seed)
    chunks = compose(stories, style, rng)
    if style.interrupted:
        chunks = interrupt(chunks, style, rng)
    chunks = roughen(repeat(chunks, style, rng), style, rng)
    if rng.random() < 0.85:
        chunks = [replace(c, text=c.text.translate(FULL)) for c in chunks]
    if style.half:
        chunks = [replace(c, text=c.text.translate(HALF)) for c in chunks]
    text, marks = typeset(chunks, style, rng)
    return Rendered(
        text=text,
        owners=tuple(chunks[m].owner if m >= 0 else -2 for m in marks),
        roles=tuple(chunks[m].role if m >= 0 else " " for m in marks),
        pieces=tuple(chunks[m].piece if m >= 0 else 0 for m in marks),
        titles=tuple(story.title for story in stories),
        name=f"{style.order}-{style.wrap}-{style.gap}",
    )
