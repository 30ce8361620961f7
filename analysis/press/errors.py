"""Why an input could not be used, or an edit not be done: what was met, where, and what to do.

InputError
├── EmptyInput
├── NotText
├── NoText
├── UnknownEncoding
├── UnknownFormat
├── MissingReader
├── DamagedInput
├── LockedInput
├── NeedsOcr
├── TooLarge
├── NoTextColumn
├── NoSuchColumn
├── EmptyRows
├── UnsafeArchive
├── TakenAway
├── NoArticle
├── NothingFound
├── NothingUsable
├── SamePage
└── SameInput
EditError
├── NoSuchPage
├── NoArticleThere
├── NoFurnitureThere
├── NoLineThere
├── SameArticle
├── NothingLeft
├── NoStoryThere
└── NoSuchEdit
"""

from analysis.errors import EditError, InputError


class EmptyInput(InputError):
    """A file with no character that can be seen."""

    zh = "{source} 是空文件。请换一个有文字的文件。"
    en = "{source} is empty. Give a file with text in it."


class NotText(InputError):
    """Bytes that are no text in any encoding: a picture, an archive, a program."""

    zh = "{source} 不是文本文件（第 {offset} 字节处有二进制内容）。请给出文字版页面（.txt、.md）。"
    en = "{source} is not a text file (binary at byte {offset}). Give the page as text (.txt, .md)."


class NoText(InputError):
    """Bytes that come as they like: no text in any encoding, whatever the file is called."""

    zh = "{source} 看来不是文本文件：{share} 的字节是文字里不会有的控制字符，没有一种编码读得通。请确认没有给错文件，给出文字版页面（.txt、.md）。"
    en = (
        "{source} seems to be no text file: {share} of its bytes are control characters, which no"
        " text has, and no encoding makes sense of it. Check that it is the right file, and give"
        " the page as text (.txt, .md)."
    )


class UnknownEncoding(InputError):
    """Text whose characters fit no encoding that we know well enough to stand behind."""

    zh = "{source} 的文字编码无法判断（最可能是 {guess}，仍有 {broken} 处解不出）。请另存为 UTF-8 后再试。"
    en = "The encoding of {source} cannot be told (nearest is {guess}, {broken} places do not decode). Save the file as UTF-8 and try again."


class UnknownFormat(InputError):
    """A file name whose ending no reader takes."""

    zh = "{source} 的格式读不了。现在能读：{formats}。"
    en = "{source} is of a format that cannot be read. What can be read now: {formats}."


class MissingReader(InputError):
    """A format whose reader needs a library that is not installed."""

    zh = "读 {source} 需要 {library}，还没有安装。请运行：pip install 'baoti[ingest]'。"
    en = (
        "To read {source}, {library} is needed and not installed. Run: pip install 'baoti[ingest]'."
    )


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

    zh = "{source} 太大：{found}，最多 {limit}。请分成几个文件，或放宽限制（--limit {name}=数）。"
    en = "{source} is too large: {found}, at most {limit}. Give it in parts, or raise the limit (--limit {name}=N)."


class NoTextColumn(InputError):
    """A table in which no column is known to hold the text of the articles."""

    zh = "{source} 没有正文列：现有的列是 {columns}。请把正文列命名为 正文 或 body，或指明哪一列是正文。"
    en = "{source} has no column of text: its columns are {columns}. Name the one with the text 正文 or body, or say which it is."


class NoSuchColumn(InputError):
    """A table without a column that was named for a field."""

    zh = "{source} 没有“{column}”这一列（本应作 {field}）：现有的列是 {columns}。请检查列名。"
    en = "{source} has no column {column} (named for {field}): its columns are {columns}. Check the name."


class EmptyRows(InputError):
    """Rows of a table without text."""

    zh = "{source} 第 {rows} 行没有正文，已跳过。"
    en = "{source}: no text in row {rows}; left out."


class UnsafeArchive(InputError):
    """An archive, or a member of one, that does not look like a collection of pages."""

    zh = "{source} 不能解开：{fault}。"
    en = "{source} is not unpacked: {fault}."


class TakenAway(InputError):
    """Charts and tables that a study was made into: its numbers, and no pages."""

    zh = (
        "{source} 是报题“带走 > 图和表”做出的图和统计表，里面没有版面文字，没有拿来分析。要重新打开那个研究，"
        "请上传“带走 > 整个研究”的 ZIP；要分析版面，请上传原来的版面文件。"
    )
    en = (
        "{source} holds charts and tables that Baoti made (Take away > Charts and tables): there are"
        " no pages in it, and it was not read. To open that study again, upload the ZIP of Take away"
        " > The whole study; to study pages, give their own files."
    )


class NoArticle(InputError):
    """A page with no paragraph of prose long enough to be an article."""

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


class SameInput(InputError):
    """A file that a study was made of already."""

    zh = "{source} 已经在研究里，一个字节也没有变，没有再读。"
    en = "{source} is in the study already, the same to the byte; it was not read again."


class NoSuchPage(EditError):
    """An edit of a page that the study does not have."""

    zh = "研究里没有版面 {page}。"
    en = "The study has no page {page}."


class NoArticleThere(EditError):
    """An edit of an article where furniture or another article is."""

    zh = "第 {at} 字处现在不是这篇文章。"
    en = "Character {at} is not in the article any more."


class NoFurnitureThere(EditError):
    """A piece to restore that is in an article already."""

    zh = "第 {at} 字处现在没有可恢复的部分。"
    en = "At character {at} there is nothing to restore."


class NoLineThere(EditError):
    """A place where no printed line begins."""

    zh = "第 {at} 字处不是一行的开头。"
    en = "No line begins at character {at}."


class SameArticle(EditError):
    """Two places of one article where two articles are meant."""

    zh = "第 {at} 字与第 {to} 字现在在同一篇文章里。"
    en = "Characters {at} and {to} are in one article already."


class NothingLeft(EditError):
    """A division of which one part would be empty."""

    zh = "第 {at} 字处已经是一篇文章的开头。"
    en = "An article begins at character {at} already."


class NoStoryThere(EditError):
    """Pieces of a story to link or to keep apart that are no articles any more."""

    zh = "文章 {article} 现在不能这样接续或分开。"
    en = "The article {article} cannot be linked or kept apart so any more."


class NoSuchEdit(EditError):
    """An edit to undo that is not among those of the study."""

    zh = "没有第 {number} 条修改；共有 {n} 条。"
    en = "There is no edit {number}; there are {n}."
