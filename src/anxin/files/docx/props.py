"""Formatting as flat properties, so that inheritance is the merging of dictionaries."""

from __future__ import annotations

from anxin.files.docx.xml import VAL, Element, W, local

Props = dict[str, str]

_MANY = ("rFonts", "ind", "spacing", "shd", "color", "framePr", "tblInd", "trHeight")    # all their attributes count
_OFF = ("0", "false", "off", "none", "nil")


def props_of(element: Element | None) -> Props:
    """The direct properties in a w:rPr, w:pPr, w:tblPr, w:trPr or w:tcPr: ``b``, ``jc``, ``ind.left``, ..."""
    props: Props = {}
    if element is None:
        return props
    for child in element:
        name = local(child)
        if name in _MANY:
            for key, text in child.attrib.items():
                props[f"{name}.{str(key).rpartition('}')[2]}"] = str(text)
        elif name == "numPr":
            for item in child:
                props[local(item)] = item.get(VAL, "")
        else:
            props[name] = child.get(VAL, "1")
    return props


def on(props: Props, name: str) -> bool:
    """Whether a property that is either on or off is on."""
    return props.get(name, "0") not in _OFF


def of(element: Element, kind: str) -> Props:
    """The direct properties of a w:p, w:r, w:tbl, ...: ``kind`` is pPr, rPr, tblPr, ..."""
    return props_of(element.find(W + kind))
