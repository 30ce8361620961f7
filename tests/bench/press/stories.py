"""Known articles, and what newsrooms of other times would have made of them."""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.press.names import count_names

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲文建国林春梅海燕志德云龙"
CITIES = ("北京", "上海", "广州", "成都", "武汉", "西安", "南京", "长春")
_OFFICES = re.compile(
    "书记|主席|总理|部长|局长|经理|教授|行长|会长|院长|主任|编辑|社长|校长|省长|市长|委员|研究员|主编|记者|通讯员|同志|编者"
)
# One text that tells several stories has no boundaries that could be known.
_SEVERAL = re.compile("快讯|公告|联播|名单")


HELD = 311


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a writer hands it in."""

    title: str
    paragraphs: tuple[str, ...]


def read_pages(path: Path) -> dict[tuple[str, int], list[Story]]:
    """Read the articles of a gold file by date and page; briefs without a headline left out."""
    pages: dict[tuple[str, int], list[Story]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            title = re.sub(r"（附?图片[^）]*）|（附[^）]*）", "", row["title"])
            paragraphs = tuple(text.strip() for text in row["paras"] if text.strip())
            if len(title) <= 60 and sum(map(len, paragraphs)) >= 90:
                pages[row["date"], row["page"]].append(Story(title, paragraphs))
    return dict(pages)


def read_held(shared: Path) -> list[tuple[str, int]]:
    """Return the pages that are kept for measuring."""
    with (shared / "gold" / "pages.jsonl").open(encoding="utf-8") as file:
        names = [json.loads(line)["file"] for line in file]
    return sorted((name[:10], int(name[11:13])) for name in names)


def read_broadcasts(path: Path, every: int) -> list[Story]:
    """Read every n-th text of the broadcast corpus as a story of our days.

    Every ``HELD``-th is kept for measuring, and read when just these are asked for.
    """
    stories = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = (
            json.loads(line)
            for index, line in enumerate(file)
            if index % every == 0 and (every == HELD or index % HELD)
        )
        for row in rows:
            body = re.sub(r"^.{0,16}消息[(（]新闻联播[)）]：|\(视频编辑.*?\)", "", row["body"])
            title = re.sub(r"^【.*?】", "", row["headline"]).strip()
            sized = 150 <= len(body) <= 5000 and 6 <= len(title) <= 45
            if sized and not _SEVERAL.search(title):
                paragraphs = tuple(text.strip() for text in body.split("\n") if text.strip())
                stories.append(Story(title, paragraphs))
    return stories


def make_name(rng: random.Random) -> str:
    """Invent a person's name."""
    return rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice([1, 2, 2])))


def coin_phrase(paragraphs: Sequence[str], rng: random.Random, parts: int) -> str:
    """Put a phrase together from the words of a text: it says what the text says, not how."""
    found = [word for text in paragraphs[:4] for word in re.findall(r"[\u4e00-\u9fff]{3,}", text)]
    words = [rng.choice(found or ["新闻"]) for _ in range(parts)]
    starts = [rng.randrange(max(1, len(word) - 2)) for word in words]
    cut = [word[at : at + rng.randint(2, 5)] for word, at in zip(words, starts, strict=True)]
    return rng.choice(["", "", "", " "]).join(cut)


def is_deck(paragraph: str) -> bool:
    """Tell a deck among the first paragraphs: a phrase without an end, no name, no table."""
    if re.search(r"[。！？：…，；）”]$", paragraph) or re.match(r"[（(本新]", paragraph):
        return False
    if not 10 <= len(paragraph) <= 36:
        return False
    if sum(sign.isdigit() for sign in paragraph) > 0.3 * len(paragraph):
        return False
    return not _OFFICES.search(paragraph) and not count_names(paragraph)


def modernise(paragraph: str, rng: random.Random) -> str:
    """Turn an opening of 1998 into one of our days, or set one where there is none."""
    names = rng.choice(["记者 ", "记者", "记者"]) + make_name(rng)
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
        wire = [f"新华社{day}电 {bracket}", f"本报{day}电 {bracket}"]
        return rng.choice([own + bracket, *wire, own]) + paragraph
    return paragraph
