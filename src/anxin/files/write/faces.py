"""Faces a public file may name. A font's name is free text in the original, so only known names are carried over."""

from __future__ import annotations

BODY = "仿宋_GB2312"
_KNOWN = {
    "fangsong": ("仿宋_GB2312", "仿宋", "华文仿宋", "FangSong", "FangSong_GB2312", "STFangsong", "方正仿宋_GBK",
                 "方正仿宋简体"),
    "song": ("宋体", "新宋体", "华文宋体", "华文中宋", "SimSun", "NSimSun", "STSong", "STZhongsong", "思源宋体",
             "Noto Serif CJK SC", "Times New Roman", "Cambria", "Calibri", "Liberation Serif"),
    "title": ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S"),
    "hei": ("黑体", "华文黑体", "微软雅黑", "等线", "SimHei", "STHeiti", "Microsoft YaHei", "DengXian", "思源黑体",
            "Noto Sans CJK SC", "Arial", "Liberation Sans"),
    "kai": ("楷体", "楷体_GB2312", "华文楷体", "KaiTi", "KaiTi_GB2312", "STKaiti", "方正楷体_GBK", "方正楷体简体"),
}
_CLASS = {name.lower(): face for face, names in _KNOWN.items() for name in names}
_NAME = {name.lower(): name for names in _KNOWN.values() for name in names}


def known(name: str) -> str:
    """The name as the list writes it, or "" for a name that is not on it."""
    return _NAME.get(name.strip().lower(), "")


def family(name: str) -> str:
    """fangsong, song, title, hei or kai; "" for an unknown name."""
    return _CLASS.get(name.strip().lower(), "")
