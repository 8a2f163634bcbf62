"""The report of ``anxin mask`` as a sentence, as JSON and as a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from html import escape
from typing import Any

_HEADS = {
    "masks": ("屏蔽", ("article", "kind", "replacement", "sentence")),
    "doubts": ("存疑，已先作屏蔽，请人工确认", ("type", "sentence")),
    "hidden": ("原文件中看不见的内容，公开文件未保留", ("kind", "place", "sentence")),
}


def summary(answer: Mapping[str, Any]) -> str:
    """What the command says."""
    if "error" in answer:
        return f"没有处理：{answer['error']}"
    if "masks" not in answer:
        gate = answer["gate"]
        law = "" if "条" in gate["sentence"] else f"（{_cited(gate['article'])}）"
        return f"不能公开：{gate['sentence']}{law}没有生成任何文件。"
    unproved = [f["sentence"] for p in answer["proof"].values() for f in p["findings"]]
    out = f"已屏蔽 {len(answer['masks'])} 处，存疑 {len(answer['doubts'])} 处，原文件隐藏内容 {len(answer['hidden'])} 处。"
    if unproved:
        out += "核验未通过，未经人工处理不得发布：" + "".join(dict.fromkeys(unproved))
    return out


def rendered(answer: Mapping[str, Any], name: str) -> bytes:
    """HTML when the name ends so, JSON otherwise."""
    if name.lower().endswith((".html", ".htm")):
        return _page(answer).encode()
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()


def _cited(article: str) -> str:
    from anxin.regulation.rules import article_label

    try:
        return article_label(article)
    except (ValueError, KeyError):
        return article


def _page(answer: Mapping[str, Any]) -> str:
    body = [f"<h1>{escape(answer['doc_type'])}屏蔽报告</h1>", f"<p>{escape(summary(answer))}</p>"]
    for key, (head, columns) in _HEADS.items():
        rows = Counter(tuple(_cited(str(row[c])) if c == "article" else str(row[c]) for c in columns)
                       for row in answer.get(key, ()))
        if rows:
            cells = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}<td>{n}</td></tr>\n"
                            for row, n in rows.items())
            body.append(f"<h2>{head}</h2>\n<table>\n{cells}</table>")
    inner = "\n".join(body)
    return (f'<!doctype html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>屏蔽报告</title></head>\n'
            f"<body>\n{inner}\n</body>\n</html>\n")
