"""A DOCX as a package: its parts, and the relations between them."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from anxin.files.docx.xml import Element, local, parse_xml
from anxin.files.docx.zipcheck import open_zip
from anxin.files.refused import refused

_MAIN = "wordprocessingml.document.main+xml"
_TEMPLATE = "wordprocessingml.template.main+xml"
_OTHER = (("spreadsheetml", "Excel 表格"), ("presentationml", "演示文稿"), ("ms-excel", "Excel 表格"),
          ("ms-powerpoint", "演示文稿"))
_ACTIVE = ("vbaproject", "macroenabled", "activex")


@dataclass(frozen=True)
class Relation:
    type: str       # last word of the type's address: header, hyperlink, image, ...
    target: str     # name of the part, or the address when it is external
    external: bool


class Package:
    """Parts by name (without the leading slash). Nothing is unpacked before it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._archive = open_zip(data)
        self.names = [entry.filename for entry in self._archive.infolist() if not entry.is_dir()]
        self._names = {name.lower(): name for name in self.names}
        self.used: set[str] = {"[Content_Types].xml"}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """The unpacked part; counts as used. Raises Refused when it is missing or not what was declared."""
        if name not in self:
            raise refused("damaged")
        self.used.add(self._names[name.lower()])
        try:
            return self._archive.read(self._names[name.lower()])
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
            raise refused("damaged") from None

    def xml(self, name: str) -> Element:
        return parse_xml(self.read(name))

    def relations(self, name: str = "") -> dict[str, Relation]:
        """The relations of a part (of the package itself without a name) by id."""
        folder, base = posixpath.split(name)
        source = posixpath.join(folder, "_rels", base + ".rels")
        if source not in self:
            return {}
        return {item.get("Id", ""): _relation(item, folder)
                for item in self.xml(source) if local(item) == "Relationship"}

    @cached_property
    def types(self) -> dict[str, str]:
        """Content type by ``/part`` and by ``.extension``, lower case."""
        if "[Content_Types].xml" not in self:
            raise refused("other_type", name="压缩包或其他格式的文件")
        types = {}
        for item in self.xml("[Content_Types].xml"):
            key = item.get("PartName") or "." + item.get("Extension", "")
            types[key.lower()] = item.get("ContentType", "").lower()
        return types

    def main(self) -> str:
        """The name of the document part. Raises Refused for macros and for other kinds of Office files."""
        if any(word in kind for kind in self.types.values() for word in _ACTIVE) or any(
                word in name.lower() for name in self.names for word in ("vbaproject.bin", "/activex/")):
            raise refused("macro")
        target = next((relation.target for relation in self.relations().values()
                       if relation.type == "officeDocument" and not relation.external), "")
        kind = self.types.get("/" + target.lower(), "")
        for word, name in _OTHER:
            if word in kind:
                raise refused("other_type", name=name)
        if _TEMPLATE in kind:
            raise refused("other_type", name="Word 模板")
        if _MAIN not in kind or target not in self:
            raise refused("damaged")
        return target


def _relation(item: Element, folder: str) -> Relation:
    kind = item.get("Type", "").rstrip("/").rpartition("/")[2]
    target = item.get("Target", "")
    if item.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, True)
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    full = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    if ".." in path.split("/") and full.startswith(".."):
        raise refused("path")
    return Relation(kind, full, False)
