"""Every error of ours, as one tree. An error says what was met, where, and what to do.

The texts stand here and not in ``assets/words/ui.toml``: an error must be able to speak even when
the file that is missing is the file of texts.

    BaotiError
    ├── InputError          one input could not be used; the others go on (analysis/press/errors.py)
    ├── SettingsError       the settings do not fit the corpus or each other
    │   ├── NoWords
    │   ├── TooFewWords
    │   ├── BadFacts
    │   ├── BadThemes
    │   ├── NoEngine
    │   ├── LostWorkers
    │   └── BadSetting
    ├── StudyError          the study folder cannot be used
    │   ├── NotAStudy
    │   ├── DamagedStudy
    │   ├── NewerStudy
    │   ├── OlderStudy
    │   ├── NotReplaced
    │   ├── NotWritten
    │   ├── NotEmpty
    │   ├── ForeignFiles
    │   ├── UnboundedTable
    │   └── BadEdit
    ├── GivenUp             work that the reader gave up
    ├── EditError           an edit could not be done; the others are (press and theme/errors.py)
    └── ViewError           something cannot be drawn
        ├── BadFigure
        └── NothingToDraw
"""

from typing import ClassVar


class BaotiError(Exception):
    """Something a user can understand and mend.

    Parameters
    ----------
    **facts : object
        What the message names; the placeholders of ``zh`` and ``en``. A fact that is itself words
        is given in both languages: ``{"zh": …, "en": …}``.

    Examples
    --------
    >>> str(NotReplaced(folder="pages"))
    'pages exists and is not a study; it is left alone. Choose another name.'
    >>> NotReplaced(folder="pages").tell("zh")
    'pages 已经存在，而且不是研究文件夹，不会覆盖。请换一个名字。'
    """

    zh: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.values())
        self.facts = facts

    def tell(self, language: str) -> str:
        """Return the message in ``language``, "zh" or "en"."""
        facts = {
            name: fact[language] if isinstance(fact, dict) else fact
            for name, fact in self.facts.items()
        }
        return (self.zh if language == "zh" else self.en).format(**facts)

    def __str__(self) -> str:
        return self.tell("en")


class InputError(BaotiError):
    """One input could not be used; the rest of the batch goes on."""


class SettingsError(BaotiError):
    """The settings do not fit the corpus or each other."""


class NoWords(SettingsError):
    """A corpus without any word that can count."""

    zh = "没有可以统计的词：文章太短，或者所有的词都在停用词、新闻用语名单里。请加入更多中文文章。"
    en = (
        "There is no word to count: the articles are too short, or all their words are on the lists"
        " of stop words and newsroom words. Add more articles in Chinese."
    )


class TooFewWords(SettingsError):
    """A corpus with fewer usable words or passages than topics."""

    zh = "语料太小：只有 {terms} 个可用的词、{passages} 个段落，分不出 {topics} 个议题。请加入更多页面，或把议题数减到 {most} 以下。"
    en = (
        "The corpus is too small: {terms} usable words in {passages} passages cannot make {topics}"
        " topics. Add more pages, or ask for at most {most} topics."
    )


class BadFacts(SettingsError):
    """A folder's file of facts that cannot be used."""

    zh = "版面信息文件 {source} 有误：{fault}。每个 [[page]] 需要 file，可有 newspaper、date、edition。"
    en = (
        "The file of facts {source} is wrong: {fault}. Each [[page]] needs file, and may have"
        " newspaper, date and edition."
    )


class BadThemes(SettingsError):
    """A file of themes that cannot be used."""

    zh = "主题文件 {source} 有误：{fault}。每个 [[theme]] 需要 name、en、colour（如 #0072B2）和 words。"
    en = (
        "The themes file {source} is wrong: {fault}. Each [[theme]] needs name, en, colour"
        " (such as #0072B2) and words."
    )


class NoEngine(SettingsError):
    """An engine that cannot be had here."""

    zh = "引擎 {engine} 用不了：{fault}。"
    en = "The engine {engine} cannot be used: {fault}."


class LostWorkers(SettingsError):
    """Worker processes that died again and again, most often for want of memory."""

    zh = "工作进程连续 {n} 次中断，多半是内存不够。请用 --workers 减少进程数后再运行一次：已完成的部分会保留。"
    en = "Worker processes died {n} times in a row, most likely for want of memory. Run it again with fewer of them (--workers): what is finished is kept."


class BadSetting(SettingsError):
    """A setting whose value makes no sense."""

    zh = "设置 {name} 的值 {value} 不对：需要{need}。"
    en = "The setting {name} cannot be {value}: it must be {need}."


class StudyError(BaotiError):
    """The study folder cannot be used."""


class NotAStudy(StudyError):
    """A folder without a recipe."""

    zh = "{folder} 不是报题的研究文件夹（没有 recipe.json）。先用 baoti build 建一个。"
    en = "{folder} is not a study (it has no recipe.json). Make one with: baoti build."


class DamagedStudy(StudyError):
    """A study with a table that is missing, cut short or altered."""

    zh = "研究 {folder} 的表 {table} 缺失或损坏。请用同样的输入重新 baoti build。"
    en = (
        "Table {table} of the study {folder} is missing or damaged. Build it again from its inputs."
    )


class NewerStudy(StudyError):
    """A study whose recipe a later version wrote."""

    zh = "研究 {folder} 由更新的版本写成（格式 {format}，这里只认识 {known}）。请升级报题。"
    en = "The study {folder} was written by a newer version (format {format}, known here: {known}). Upgrade Baoti."


class OlderStudy(StudyError):
    """A study whose tables an earlier version wrote, with less in them than is needed now."""

    zh = "研究 {folder} 由旧版本写成（格式 {format}，现在是 {known}）。请用 build 从原来的文件重新建立。"
    en = "The study {folder} was written by an older version (format {format}, now {known}). Build it again from its files."


class NotReplaced(StudyError):
    """A target that is there already and is not a study."""

    zh = "{folder} 已经存在，而且不是研究文件夹，不会覆盖。请换一个名字。"
    en = "{folder} exists and is not a study; it is left alone. Choose another name."


class NotWritten(StudyError):
    """A file or folder that the system does not let us write."""

    zh = "{target} 写不进去：{fault}。请换一个位置，或检查权限和剩余空间；原有的内容没有变。"
    en = "{target} cannot be written: {fault}. Choose another place, or check permissions and free space; what was there is as it was."


class NotEmpty(StudyError):
    """A folder to be filled that has something in it."""

    zh = "{folder} 里已经有文件，不会覆盖。请换一个文件夹，或先清空它。"
    en = "{folder} has files in it; they are left alone. Choose another folder, or empty it first."


class ForeignFiles(StudyError):
    """A ZIP that should be a study and holds something else, or not what a study needs."""

    zh = "{source} 不是一份打包的研究：{names}。请使用看板“下载整个研究”或研究文件夹本身打成的 ZIP，里面不要放别的文件。"
    en = (
        "{source} is no packed study: {names}. Give the ZIP that the dashboard makes of a study, or"
        " one of the study's folder and nothing else."
    )


class UnboundedTable(StudyError):
    """A table of a packed study that would take far more memory than its file."""

    zh = "{source} 里的表 {table} 有 {rows} 行，展开后超出限度，没有打开。"
    en = "Table {table} in {source} has {rows} rows and would unpack beyond the limit; it was not opened."


class BadEdit(StudyError):
    """An edit in a recipe that says what no edit says."""

    zh = "修改“{edit}”读不懂：{fault}。请改正 recipe.json 里的 edits，或删去这一条。"
    en = (
        'The edit "{edit}" cannot be read: {fault}. Mend the edits in recipe.json, or take this one'
        " out."
    )


class GivenUp(BaotiError):
    """Work in the background that the reader gave up; nothing of it is left."""

    zh = "已取消；原来的内容没有变。"
    en = "Cancelled; what was there is as it was."


class EditError(BaotiError):
    """An edit does not fit what it was made for any more; it is told and left out."""


class ViewError(BaotiError):
    """Something cannot be drawn."""


class BadFigure(ViewError):
    """A figure whose parts do not fit each other; all faults are named together."""

    zh = "图 {name} 画不出来：{faults}。请把这句话报告给我们。"
    en = "The figure {name} cannot be drawn: {faults}. Please report this sentence to us."


class NothingToDraw(ViewError):
    """A figure or a cloud without a single value."""

    zh = "{name} 里没有可画的内容。请放宽筛选，或加入更多页面。"
    en = "There is nothing to draw in {name}. Widen the selection or add more pages."
