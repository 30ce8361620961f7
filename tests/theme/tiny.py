"""A few news texts of two subjects, as a corpus of the benchmarks has them."""

import json

SUBJECTS = ("职工参加工会技能比赛。\n全国的工匠来了", "养老服务，老人看病\n医保参保")


def make_row(number):
    """Return one text with its id and day."""
    body = f"{SUBJECTS[number % 2]}，{number}号。" * (1 + number % 3)
    return {"id": f"t{number}", "date": "2024-04-04", "headline": f"第{number}条", "body": body}


def make_lines(size=7):
    """Return some texts as lines of JSON."""
    return [json.dumps(make_row(number), ensure_ascii=False) + "\n" for number in range(size)]
