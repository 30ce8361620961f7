"""Lines that are nothing but names: bylines without a word that says so.

A name begins with one of some hundred and fifty surnames and has two or three characters. A text
layer runs names together (丁坚铭李建兴), so a line is names when it can be cut into them.
"""

import re

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔"
    "向常汤康易乔赖文施洪季庞樊兰殷颜倪鲁葛聂齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧阳"
)


def count_names(text: str) -> int:
    """Return how many names a line consists of, run together or spaced; 0 when it is no names.

    Examples
    --------
    >>> count_names("丁坚铭李建兴"), count_names("杨明清 张楠"), count_names("为了美丽中国")
    (2, 2, 0)
    """
    parts = re.split(r"[\s、]+", text.strip())
    counts = [_count_run(part) for part in parts]
    return sum(counts) if all(counts) and len(text) <= 30 else 0


def _count_run(text: str) -> int:
    """Count the names in a run of characters; each begins with a surname and has two or three."""
    best = [0] + [-1] * len(text)
    for at in range(len(text)):
        if best[at] < 0 or text[at] not in _SURNAMES:
            continue
        for length in (3, 2):
            if at + length <= len(text):
                best[at + length] = max(best[at + length], best[at] + 1)
    return max(best[-1], 0)
