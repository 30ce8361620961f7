"""Personal names as papers print them: lines that are nothing but names, names run together.

A name begins with one of some hundred and fifty surnames and has two or three characters. A text
layer runs names together (丁坚铭李建兴), so a line is names when it can be cut into them.
"""

import re
from functools import lru_cache

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔"
    "向常汤康易乔赖文施洪季庞樊兰殷颜倪鲁葛聂齐梅庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧阳"
)
# The rarer ones open many a word that is no name; they count only where a credit is certain.
RARE = frozenset(
    "安包鲍毕边卞柏步车成迟储褚楚丛戎邸刁窦杜房丰封符傅富甘高郜宫巩苟古顾桂国哈海衡花华怀惠霍姬吉计冀焦"
    "解晋景敬鞠阚柯寇匡旷邝况来郎劳乐冷练廉蔺柳娄蒙米宓苗闵明缪穆宁钮农潘裴皮平蒲濮戚漆强仇屈瞿曲全冉饶荣阮"
    "艾敖盖果归劳牛阎闫应芮桑沙单商尚佘申师石寿水司宿随隋邰谈滕佟仝屠宛危蔚隗温翁邬巫伍仵郗奚席习冼咸相项邢幸胥宣言晏燕羊仰么"
    "伊蚁银应雍尤游俞虞郁喻元原岳云臧迮查翟占湛章招甄支植仲诸竺宗卓訾邸岑敖晁池郦巨闻丘雪栗"
)
_ALL = COMMON | RARE
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "尉迟", "皇甫", "慕容", "东方", "令狐", "夏侯")
_HAN = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003134f]+$")
# Names of other peoples are set with a dot: 阿不都·热依木.
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•][\u3400-\u9fff]{1,8})+$")
_GAP = re.compile(r"[\s、，,；;]+")
_LONGEST = 4
# Words that join or place others begin no name: 记者在京采访 says who did what.
_JOINING = frozenset("在从为到是的了将已正对把被与和等也都就还又不并以及")
# Words for places and peoples end with these, names never: 蒙古族, 安阳市.
_PLACES = frozenset("族省市县")
# What closes a credit closes no name: 新华社北京电.
_CLOSING = frozenset("电讯报")


def count_names(text: str) -> int:
    """Return how many names a line consists of, run together or spaced; 0 when it is no names.

    Examples
    --------
    >>> count_names("丁坚铭李建兴"), count_names("杨明清 张楠"), count_names("为了美丽中国")
    (2, 2, 0)
    """
    parts = re.split(r"[\s、]+", text.strip())
    runs = [_cut_run(part, COMMON) for part in parts]
    return sum(map(len, runs)) if all(runs) and len(text) <= 30 else 0


def split_names(text: str) -> tuple[str, ...]:
    """Return the names that a text consists of, by their surnames; () when it is no names.

    Examples
    --------
    >>> split_names("陶立华王力"), split_names("蔚可任、李 明"), split_names("不含港澳")
    (('陶立华', '王力'), ('蔚可任', '李明'), ())
    """
    names: list[str] = []
    for part in join_single(_GAP.split(text.strip())):
        run = _cut_run(part, _ALL)
        if not run:
            return ()
        names += run
    return tuple(names)


def vouch_names(text: str) -> tuple[str, ...]:
    """Return the names beside a word that vouches for them (记者): any of two to four characters.

    Pen names and rare surnames count too; longer runs must be cut by surnames.

    Examples
    --------
    >>> vouch_names("尚绪谦 碧泉"), vouch_names("阿不都·热依木"), vouch_names("在现场看到")
    (('尚绪谦', '碧泉'), ('阿不都·热依木',), ())
    """
    names: list[str] = []
    for part in join_single(_GAP.split(text.strip())):
        run = _cut_run(part, _ALL) or ((part,) if _may_be_name(part) else ())
        if not run:
            return ()
        names += run
    return tuple(names)


def join_single(parts: list[str]) -> list[str]:
    """Join two single characters: a name of two is stretched to the length of one of three.

    Examples
    --------
    >>> join_single(["李", "明", "王小红"])
    ['李明', '王小红']
    """
    joined: list[str] = []
    open_name = False
    for part in parts:
        if open_name and len(part) == 1:
            joined[-1] += part
            open_name = False
        else:
            joined.append(part)
            open_name = len(part) == 1
    return joined


def _may_be_name(part: str) -> bool:
    short = 2 <= len(part) <= _LONGEST and _HAN.match(part)
    loose = short and part[0] not in _JOINING and part[-1] not in _CLOSING
    return bool(loose or _DOTTED.match(part))


@lru_cache(maxsize=4096)
def _cut_run(text: str, surnames: frozenset[str]) -> tuple[str, ...]:
    """Cut a run of characters into the fewest names; () when it cannot be cut.

    Each begins with a surname and has two or three characters, four with a double surname.
    """
    if text[:1] not in surnames or not _HAN.match(text):
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(text)
    for at, sign in enumerate(text):
        before = best[at]
        if before is None or sign not in surnames:
            continue
        double = text.startswith(_DOUBLE, at)
        for end in (at + length for length in ((4, 3) if double else (3, 2))):
            whole = end <= len(text) and text[end - 1] not in _PLACES
            if whole and _is_better((*before, text[at:end]), best[end]):
                best[end] = (*before, text[at:end])
    return best[-1] or ()


def _is_better(cut: tuple[str, ...], known: tuple[str, ...] | None) -> bool:
    """Whether a cut is likelier: fewer names, then fewer rare surnames, then the longer first."""
    return known is None or _rate_cut(cut) < _rate_cut(known)


def _rate_cut(cut: tuple[str, ...]) -> tuple[int, int, tuple[int, ...]]:
    rare = sum(name[0] not in COMMON for name in cut)
    return len(cut), rare, tuple(-len(name) for name in cut)
