"""Why an edit of topics, themes or words could not be done.

EditError
├── NoSuchTopic
├── UsedTopic
├── NotDivided
├── NoSuchTheme
├── UsedName
├── LastTheme
└── NoSuchWords
"""

from analysis.errors import EditError


class NoSuchTopic(EditError):
    """An edit of a topic that the fit does not have."""

    zh = "现在没有议题 {topic}。"
    en = "There is no topic {topic} now."


class UsedTopic(EditError):
    """Parts of a topic with ids that were given before, or twice."""

    zh = "议题 {topic} 分出的编号 {others} 已经用过或不够。"
    en = "The parts {others} of topic {topic} are too few, or their ids were given before."


class NotDivided(EditError):
    """A topic with too few words or passages to be divided."""

    zh = "议题 {topic} 太小，分不成 {n} 个。"
    en = "Topic {topic} is too small to be divided into {n}."


class NoSuchTheme(EditError):
    """An edit of a theme that the study does not have."""

    zh = "现在没有主题“{theme}”。"
    en = "There is no theme {theme} now."


class UsedName(EditError):
    """A theme with a name, in either language, that another theme bears."""

    zh = "名称“{name}”已经用于另一个主题。"
    en = "The name {name} is that of another theme."


class LastTheme(EditError):
    """The only theme, which cannot be taken out."""

    zh = "“{theme}”是最后一个主题，不能去掉。"
    en = "{theme} is the last theme and cannot be taken out."


class NoSuchWords(EditError):
    """Words to take off a list that are not on it."""

    zh = "名单里没有这些词：{words}。"
    en = "The list does not have: {words}."
