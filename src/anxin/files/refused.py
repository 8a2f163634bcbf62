"""The one way a file is turned away."""

from __future__ import annotations


class Refused(Exception):
    """A file that is not taken. ``sentence`` tells a clerk, in Chinese, what is wrong and what to do instead.

    ``code`` names the reason for programs: see ``SENTENCES``.
    """

    def __init__(self, sentence: str, code: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def refused(code: str, **values: object) -> Refused:
    """The refusal for one of the known reasons, with the sentence of the table."""
    return Refused(SENTENCES[code].format(**values), code)


_RESAVE = "请用 Word 或 WPS 打开原文件，另存为新的 .docx 文件后重新提交。"

SENTENCES = {
    # what it is
    "empty": "文件是空的，请确认选对了文件。",
    "too_large": "文件超过 {limit} MB，法律文书不应有这么大。请去掉不需要的图片和附件，另存为新文件后重新提交。",
    "other_type": "这是{name}，不能作为法律文书读取。请另存为 .docx 文件后重新提交。",
    "legacy": "这是旧版 .doc 或 .wps 文件，本机没有可转换它的 LibreOffice。"
              "请用 Word 或 WPS 打开，另存为 .docx 后重新提交。",
    "encrypted": "文件设有密码或权限保护，无法读取。请解除保护，另存为新文件后重新提交。",
    "macro": "文件中含有宏或其他可运行的程序，不予接收。请另存为不含宏的 .docx 文件后重新提交。",
    # what is wrong with it
    "damaged": "文件已损坏或结构不完整，无法完整读取。" + _RESAVE,
    "polyglot": "文件中夹带了不属于文档的数据，不予接收。" + _RESAVE,
    "bomb": "文件解压后的内容异常庞大，不予接收。" + _RESAVE,
    "too_many": "文件的组成部分过多，不予接收。" + _RESAVE,
    "path": "文件内部含有不正常的路径，不予接收。" + _RESAVE,
    "duplicate": "文件内部有重名的部分，不同软件会显示不同的内容，不予接收。" + _RESAVE,
    "dtd": "文件内部含有外部实体声明，不予接收。" + _RESAVE,
    "nesting": "文件内部的嵌套层数过多，不予接收。请简化表格后另存为新的 .docx 文件。",
    "external": "文件引用了外部的图片、模板或对象，其内容不在文件之内。"
                "请在 Word 或 WPS 中断开链接后另存为新的 .docx 文件。",
    "alt_chunk": "文件中嵌有另一份尚未合并的文档，无法完整读取。" + _RESAVE,
    "strict": "这是“严格 Open XML”格式。请在 Word 中另存为普通的“Word 文档 (.docx)”后重新提交。",
    # text
    "encoding": "文本文件既不是 UTF-8 也不是 GB18030 编码，无法准确读取。请用记事本打开后以 UTF-8 编码另存。",
    # PDF
    "scan": "PDF 第 {page} 页是扫描图片，没有文字层。请提交由 Word 或 WPS 直接导出的 PDF，或者提交 .docx 文件。",
    "covered": "PDF 第 {page} 页有文字被色块、图片或批注遮盖，遮盖下的文字仍在文件中。"
               "请提交未经遮盖的 .docx 原件，由本系统屏蔽。",
    "invisible": "PDF 第 {page} 页含有看不见的文字。请提交由 Word 或 WPS 直接导出的 PDF，或者提交 .docx 文件。",
    "font": "PDF 第 {page} 页的文字没有嵌入字体，各台机器的显示可能不同。请在导出时选择嵌入字体，或者提交 .docx 文件。",
    "disagree": "PDF 第 {page} 页用两种方法读出的文字不一致，无法确定读者看到的内容。请提交 .docx 文件。",
    "annotation": "PDF 第 {page} 页有批注或图章盖在正文上。请删除批注后重新导出，或者提交 .docx 文件。",
    "form": "PDF 含有可填写的表单，显示内容可能与正文不同。请打印为新的 PDF，或者提交 .docx 文件。",
    "signed_changed": "PDF 在签名之后又被修改过。请提交签名的原件，或者提交 .docx 文件。",
    "layers": "PDF 含有可以隐藏的图层，无法确定读者看到的内容。请提交 .docx 文件。",
    "active": "PDF 中含有脚本或自动执行的动作，不予接收。请打印为新的 PDF，或者提交 .docx 文件。",
    # images of papers
    "image": "无法读取该图片。请提交 JPEG 或 PNG 格式的清晰图片，或者 PDF。",
    "image_size": "图片尺寸过大，不予接收。请以不超过 {limit} 万像素的尺寸重新拍摄或扫描。",
    # the sandbox
    "timeout": "读取该文件用时过长，已停止。" + _RESAVE,
    "memory": "读取该文件占用的内存过多，已停止。" + _RESAVE,
    "output": "文件内容过多，超过了法律文书的合理篇幅，已停止读取。请拆分后重新提交。",
    "crashed": "读取该文件时出错，已停止。" + _RESAVE,
}
