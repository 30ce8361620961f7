"""Personal names that no dictionary has, told by where they stand: 总统塞西, 王毅表示.

A cutter makes a word of any rare pair of characters, and one person's name ties together what that
person does, which is no subject. A word cannot tell by its shape that it is a name (方舱 and 高铁
begin like one), but people are called by their office and they speak; things hardly ever do.
"""

import numpy as np

from analysis.press.names import COMMON, RARE
from analysis.theme.shapes import Array

# They stand before a name.
_OFFICES = (
    *("主席", "副主席", "总书记", "书记", "副书记", "总理", "副总理", "委员长", "副委员长", "总统"),
    *(
        "副总统",
        "首相",
        "副首相",
        "国王",
        "外长",
        "防长",
        "国务卿",
        "大使",
        "部长",
        "副部长",
        "省长",
    ),
    *("市长", "县长", "局长", "院长", "校长", "会长", "主任", "副主任", "秘书长", "发言人", "议长"),
    *("国务委员", "常委", "领导人", "将军", "司令", "记者", "通讯员", "编辑", "文字编辑", "同志"),
    *(
        "教授",
        "院士",
        "专家",
        "医生",
        "大夫",
        "护士",
        "老师",
        "校友",
        "学生",
        "工人",
        "农民",
        "村民",
    ),
    *("居民", "市民", "职工", "经理", "董事长", "队长", "选手", "名将", "运动员", "航天员", "夫人"),
)
# They stand behind one.
_DEEDS = (
    *("表示", "指出", "强调", "说", "告诉", "介绍", "坦言", "认为", "出席", "主持", "会见", "致辞"),
    *("同志", "先生", "女士", "总统", "总理", "首相", "国王", "当选"),
)
# In so large a part of its places a word that no dictionary has must stand like a name; less will
# do where it begins with a surname too.
_ENOUGH = 0.25
_LESS = 0.1
# A given name can be a word (栗战书); it must stand like one, behind a surname, nearly everywhere.
_NEARLY_ALWAYS = 0.5
_LONGEST = 3
# Fewer places like a name's can be chance.
_LEAST = 2


OFFICE, DEED, SURNAME = 1, 2, 4
"""What a word can tell of the word beside it: bits of one number."""


def cue_marks() -> dict[str, int]:
    """Return the words that tell names, and what each is: ``OFFICE``, ``DEED``, ``SURNAME``."""
    marks: dict[str, int] = {}
    for bit, words in ((OFFICE, _OFFICES), (DEED, _DEEDS), (SURNAME, COMMON | RARE)):
        for word in words:
            marks[word] = marks.get(word, 0) | bit
    return marks


def mark_names(cues: Array) -> tuple[Array, Array]:
    """Return which words stand like a name, and which like a given name behind a surname.

    Parameters
    ----------
    cues : (n_words,) of uint8
        What each word of a text tells, in order (``cue_marks``), 0 for most. Between two texts
        stand two words that tell nothing.

    Examples
    --------
    >>> like_name, like_given = mark_names(np.array([OFFICE, SURNAME, 0], dtype=np.uint8))
    >>> like_name.tolist(), like_given.tolist()
    ([False, True, False], [False, False, True])
    """
    padded = np.zeros(len(cues) + 3, dtype=np.uint8)
    padded[2:-1] = cues
    two_before, before, behind = padded[:-3], padded[1:-2], padded[3:]
    deed = behind & DEED
    like_name = (before & OFFICE) | deed
    like_given = ((before & SURNAME) > 0) & (((two_before & OFFICE) | deed) > 0)
    return like_name > 0, like_given


def is_name(term: str, places: int, like_name: int, like_given: int, *, known: bool) -> bool:
    """Tell whether a word is a name by how many of its places are a name's.

    Parameters
    ----------
    known : bool
        Whether the dictionary has the word: then only a given name can be meant.

    Examples
    --------
    >>> is_name("塞西", 20, 12, 0, known=False), is_name("领导", 20, 12, 0, known=True)
    (True, False)
    >>> is_name("高质量", 20, 1, 0, known=False), is_name("建国", 20, 2, 15, known=True)
    (False, True)
    """
    if like_given >= max(_LEAST, _NEARLY_ALWAYS * places):
        return True
    enough = _LESS if term[0] in COMMON and len(term) <= _LONGEST else _ENOUGH
    return not known and like_name + like_given >= max(_LEAST, enough * places)
