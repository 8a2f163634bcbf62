"""The list of hidden things, with the sentence a clerk reads for each kind."""

from __future__ import annotations

from dataclasses import replace

from anxin.files.model import Hidden

SENTENCES = {
    "deleted": "修订中已删除的文字仍留在文件里，不进入公开文本。",
    "inserted": "这段文字是修订中插入、尚未接受的，按最终稿保留在正文中，请核对。",
    "moved_from": "修订中移走的文字在原位置仍留有一份，不进入公开文本。",
    "moved_to": "这段文字是修订中移来、尚未接受的，按最终稿保留在正文中，请核对。",
    "comment": "文件中有批注，不进入公开文本。",
    "author": "修订或批注中留有人员姓名，不进入公开文本。",
    "hidden_run": "有设为隐藏的文字，读者看不见，不进入公开文本。",
    "invisible_run": "有与底色相同或极小的文字，读者看不见，不进入公开文本，请核对原件。",
    "hidden_row": "表格中有隐藏的行，读者看不见，不进入公开文本。",
    "merged_cell": "合并单元格的下面留有文字，读者看不见，不进入公开文本。",
    "ruby": "有拼音或注音，正文保留被注的字，注音不进入公开文本。",
    "field_code": "域代码中有内容，正文保留其显示结果，代码不进入公开文本。",
    "link": "文字带有链接，正文保留文字，链接地址不进入公开文本。",
    "bookmark": "书签名中有内容，不进入公开文本。",
    "content_control": "内容控件的标题或标记中有内容，不进入公开文本。",
    "data_binding": "内容控件绑定了数据，打开时显示的内容可能与正文不同，请核对。",
    "alt_text": "图片或图形带有替代文字，不进入公开文本。",
    "picture": "正文中有图片，图片不进入公开文本。图中如有文字，请核对是否需要写入正文。",
    "drawing": "正文中有图表或艺术字，其中的文字不进入公开文本，请核对是否需要写入正文。",
    "formula": "正文中有公式，已按顺序转为文字，请核对。",
    "symbol": "有无法识别的符号，正文中以“□”代替，请核对。",
    "embedded": "文件中嵌有其他文件或对象，不进入公开文本。",
    "thumbnail": "文件中带有首页缩略图，不进入公开文本。",
    "property": "文件属性中有内容，不进入公开文本。",
    "custom_xml": "文件中带有自定义数据，不进入公开文本。",
    "doc_variable": "文件中带有文档变量，不进入公开文本。",
    "template": "文件记录了模板的位置，不进入公开文本。",
    "glossary": "文件中带有自动图文集，不进入公开文本。",
    "unused_header": "有当前不显示的页眉或页脚，不进入公开文本。",
    "unused_note": "有正文没有引用的脚注或尾注，不进入公开文本。",
    "fallback": "图形有两个版本，其文字不同；正文采用 Word 和 WPS 显示的版本，请核对。",
    "unknown": "文件中有无法识别的内容，不进入公开文本，请核对原件。",
    # PDF
    "previous_version": "PDF 中留有修改前的版本，不进入公开文本。",
    "signature": "PDF 带有电子签名。公开文本是新文件，不再带有该签名。",
    "converted": "原件是旧版格式，已由 LibreOffice 转换后读取，请对照原件核对。",
}


class Finds:
    """Collects what is hidden. A piece that directly follows one of the same kind and place is joined to it."""

    def __init__(self) -> None:
        self.items: list[Hidden] = []
        self._last: object = None

    def add(self, kind: str, place: str, text: str = "", join: object = None) -> None:
        """``join`` names what the piece belongs to (a paragraph): pieces of one in a row become one item."""
        if join is not None and join == self._last and self.items and self.items[-1].kind == kind:
            last = self.items[-1]
            self.items[-1] = replace(last, text=last.text + text)
            return
        self.items.append(Hidden(kind, place, text, SENTENCES[kind]))
        self._last = join
