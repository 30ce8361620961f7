"""Every error of ours, as one tree. An error says what was met, where, and what to do.

The texts stand here and not in ``assets/words/ui.toml``: an error must be able to speak even when
the file that is missing is the file of texts.

    BaotiError
    ├── InputError          one input could not be used; the others go on
    │   ├── EmptyInput
    │   ├── NotText
    │   ├── UnknownEncoding
    │   ├── UnknownFormat
    │   ├── MissingReader
    │   ├── DamagedInput
    │   ├── LockedInput
    │   ├── NeedsOcr
    │   ├── TooLarge
    │   ├── NoTextColumn
    │   ├── EmptyRows
    │   ├── UnsafeArchive
    │   ├── NoArticle
    │   ├── NothingFound
    │   ├── NothingUsable
    │   └── SamePage
    ├── SettingsError       the settings do not fit the corpus or each other
    │   ├── NoWords
    │   ├── TooFewWords
    │   ├── BadFacts
    │   ├── BadThemes
    │   ├── NoEngine
    │   └── BadSetting
    ├── StudyError          the study folder cannot be used
    │   ├── NotAStudy
    │   ├── DamagedStudy
    │   ├── NewerStudy
    │   └── NotReplaced
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
    >>> str(EmptyInput(source="page.txt"))
    'page.txt is empty. Give a file with text in it.'
    >>> EmptyInput(source="page.txt").tell("zh")
    'page.txt 是空文件。请换一个有文字的文件。'
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


class EmptyInput(InputError):
    """A file with no character that can be seen."""

    zh = "{source} 是空文件。请换一个有文字的文件。"
    en = "{source} is empty. Give a file with text in it."


class NotText(InputError):
    """Bytes that are no text in any encoding: a picture, an archive, a program."""

    zh = "{source} 不是文本文件（第 {offset} 字节处有二进制内容）。请给出文字版页面（.txt、.md）。"
    en = "{source} is not a text file (binary at byte {offset}). Give the page as text (.txt, .md)."


class UnknownEncoding(InputError):
    """Text whose characters fit no encoding that we know well enough to stand behind."""

    zh = "{source} 的文字编码无法判断（最可能是 {guess}，仍有 {broken} 处解不出）。请另存为 UTF-8 后再试。"
    en = (
        "The encoding of {source} cannot be told (nearest is {guess}, {broken} places do not decode)."
        " Save the file as UTF-8 and try again."
    )


class UnknownFormat(InputError):
    """A file name whose ending no reader takes."""

    zh = "{source} 的格式读不了。现在能读：{formats}。"
    en = "{source} is of a format that cannot be read. What can be read now: {formats}."


class MissingReader(InputError):
    """A format whose reader needs a library that is not installed."""

    zh = "读 {source} 需要 {library}，还没有安装。请运行：pip install 'baoti[ingest]'。"
    en = "To read {source}, {library} is needed and not installed. Run: pip install 'baoti[ingest]'."


class DamagedInput(InputError):
    """A file that is cut short, altered, or not what its name says."""

    zh = "{source} 残缺或损坏（{fault}）。请重新下载或另存后再试。"
    en = "{source} is cut short or damaged ({fault}). Download or save it again."


class LockedInput(InputError):
    """A file that opens with a password only."""

    zh = "{source} 有密码保护。请先解除密码再试。"
    en = "{source} is protected by a password. Save it without one and try again."


class NeedsOcr(InputError):
    """A page that is a picture: nothing on it can be read as text."""

    zh = "{source} 是扫描图像，没有文字层。请先做文字识别（OCR），再给出识别后的文件。"
    en = "{source} is a scanned picture without text. Run OCR on it and give the result."


class TooLarge(InputError):
    """A file beyond the limits that keep one input from taking the whole machine."""

    zh = "{source} 太大：{found}，最多 {limit}。请分成几个文件。"
    en = "{source} is too large: {found}, at most {limit}. Give it in parts."


class NoTextColumn(InputError):
    """A table in which no column is known to hold the text of the articles."""

    zh = "{source} 没有正文列：现有的列是 {columns}。请把正文列命名为 正文 或 body，或指明哪一列是正文。"
    en = (
        "{source} has no column of text: its columns are {columns}. Name the one with the text"
        " 正文 or body, or say which it is."
    )


class EmptyRows(InputError):
    """Rows of a table without text."""

    zh = "{source} 第 {rows} 行没有正文，已跳过。"
    en = "{source}: no text in row {rows}; left out."


class UnsafeArchive(InputError):
    """An archive, or a member of one, that does not look like a collection of pages."""

    zh = "{source} 不能解开：{fault}。"
    en = "{source} is not unpacked: {fault}."


class NoArticle(InputError):
    """A page with no passage of prose long enough to be an article."""

    zh = "{source} 里没有找到文章（只有 {characters} 个字，没有成段的正文）。请检查这一页的文字是否完整。"
    en = (
        "No article was found in {source} ({characters} characters, no paragraph of prose)."
        " Check that the text of the page is complete."
    )


class NothingFound(InputError):
    """A path that does not exist, or a folder with nothing in it that can be read."""

    zh = "{source} 里没有可读的文件。请给出文件或文件夹；现在能读：{formats}。"
    en = "Nothing to read at {source}. Name a file or a folder; what can be read now: {formats}."


class NothingUsable(InputError):
    """A batch in which no input gave an article."""

    zh = "{n} 个输入里没有一个可用。{reasons}"
    en = "Not one of {n} inputs can be used. {reasons}"


class SamePage(InputError):
    """A page that was given twice under one name."""

    zh = "{source} 与 {first} 是同一页，只算一次。"
    en = "{source} is the same page as {first}; it counts once."


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


class NotReplaced(StudyError):
    """A target that is there already and is not a study."""

    zh = "{folder} 已经存在，而且不是研究文件夹，不会覆盖。请换一个名字。"
    en = "{folder} exists and is not a study; it is left alone. Choose another name."


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
