# ruff: noqa: E501
"""The sandbox holds: memory, time, output, files, sockets, environment; and the caller never notices."""

import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from anxin.files import image, limits, sandbox
from anxin.files.limits import MB, Limits
from anxin.files.read import read
from anxin.files.refused import Refused
from tests.files.build import docx, line, p, pdf

SOURCE = Path(sandbox.__file__).parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits of a process exist on POSIX systems only")


def inside(code: str, files: int = 3, memory: int = 1024 * MB) -> str:
    """What code prints after the worker has confined itself."""
    start = (f"import sys, os; sys.path.insert(0, {str(SOURCE)!r}); import socket, resource; from anxin.files import worker\n"
             f"worker.prepare('read-zip'); worker.confine({memory}, 2, {files})\n"
             "try:\n    " + code + "\nexcept BaseException as error:\n    print(type(error).__name__)\n")
    done = subprocess.run([sys.executable, "-I", "-c", start], capture_output=True, text=True, check=False)
    return done.stdout.strip() or str(done.returncode)


def fake(monkeypatch, code: str) -> None:
    """Puts other code in the place of the worker."""
    monkeypatch.setattr(sandbox, "_START", code)


def code_of(call, *arguments) -> str:
    with pytest.raises(Refused) as caught:
        call(*arguments)
    return caught.value.code


@POSIX
@pytest.mark.parametrize(("code", "end"), [
    ("print(open('/etc/hostname').read())", "OSError"),
    ("print(socket.socket())", "OSError"),
    ("print(os.pipe())", "OSError"),
    ("print(len(bytearray(2 << 30)))", "MemoryError"),
])
def test_the_worker_can_do_nothing_but_compute(code, end):
    assert inside(code) == end


@POSIX
def test_the_worker_ends_when_it_computes_for_too_long():
    assert inside("\n    while True: pass") in ("-24", "-9")


@POSIX
def test_the_worker_inherits_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET", "x")
    fake(monkeypatch, "import os; print(sorted(os.environ), os.listdir('.'), sorted(map(int, os.listdir('/proc/self/fd')))[-1])")
    with open(tmp_path / "open", "w") as kept:
        os.set_inheritable(kept.fileno(), True)
        environment, folder, last = sandbox.run("read-zip", b"", Limits()).decode().replace("] ", "]|").split("|")
    assert "SECRET" not in environment
    assert folder == "[]"
    assert int(last) <= 3       # the listing itself


@pytest.mark.parametrize(("code", "end"), [
    ("import time; time.sleep(60)", "timeout"),
    ("import sys\nwhile True: sys.stdout.write('x' * 65536)", "output"),
    ("import os; os.abort()", "crashed"),
    ("import os; os._exit(12)", "memory"),
    ("raise ValueError", "crashed"),
    ("print('not json')", "crashed"),
    ("print('[]')", "crashed"),
    ("""print('{"document": {"text": "x", "sections": []}}')""", "crashed"),
    ("""print('{"refused": 5}')""", "crashed"),
])
def test_however_the_worker_ends_the_caller_gets_a_refusal(monkeypatch, code, end):
    fake(monkeypatch, code)
    monkeypatch.setattr(limits, "WORD", Limits(wall=1.0, output=MB))
    assert code_of(read, docx(p("甲"))) == end


@POSIX
def test_a_file_that_needs_too_much_memory_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "WORD", Limits(memory=90 * MB))
    assert code_of(read, docx("".join(p("字") for _ in range(150_000)))) in ("memory", "crashed", "bomb", "damaged")


def test_a_file_over_the_limit_is_refused_before_a_process_starts(monkeypatch):
    monkeypatch.setattr(sandbox, "run", lambda *_: pytest.fail("a process was started"))
    assert code_of(read, b"x" * (limits.FILE + 1)) == "too_large"


def test_three_hundred_megabytes_of_text_are_refused():
    assert code_of(read, b"x" * (300 * MB)) == "too_large"
    assert code_of(read, "字".encode() * (16 * MB)) == "output"


def test_reading_from_many_threads_at_once():
    data, seen = docx(p("甲")), []
    threads = [threading.Thread(target=lambda: seen.append(read(data).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == ["甲"] * 6


def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox.tempfile, "tempdir", str(tmp_path))
    read(docx(p("甲")))
    code_of(read, docx(p("甲"))[:-5])
    assert list(tmp_path.iterdir()) == []


def jpeg(width: int, height: int, **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "JPEG", **options)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    import struct
    import zlib
    head = b"IHDR" + struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + head + struct.pack(">L", zlib.crc32(head)) + b"\0\0\0\0IDAT" + b"\0" * 8


def test_a_picture_is_drawn_anew_without_anything_else_in_it():
    exif = Image.Exif()
    exif[0x010E] = "密 secret-description"
    exif[0x0112] = 6        # turned by a quarter
    new = image.reencode(jpeg(60, 40, exif=exif.tobytes()) + b"PK\x03\x04 trailing archive")
    picture = Image.open(io.BytesIO(new))
    assert (picture.format, picture.size, picture.info) == ("PNG", (40, 60), {})
    assert b"secret" not in new
    assert b"trailing" not in new


def test_a_large_picture_becomes_smaller():
    assert max(Image.open(io.BytesIO(image.reencode(jpeg(5000, 100)))).size) == limits.SIDE


def test_the_pages_of_a_pdf_become_pictures():
    pages = image.pictures(pdf(line("paper")))
    assert [Image.open(io.BytesIO(page)).format for page in pages] == ["PNG"]


@pytest.mark.parametrize(("data", "end"), [
    (b"", "empty"), (b"no picture", "image"), (jpeg(50, 50)[:200], "image"), (png_header(60_000, 60_000), "image_size"),
    (b"GIF89a" + b"\0" * 50, "image"), (b"%PDF-1.7 nothing", "image"), (docx(p("甲")), "image"),
])
def test_other_things_are_no_pictures(data, end):
    assert code_of(image.pictures, data) == end


def test_a_refusal_takes_seconds_not_minutes():
    start = time.process_time()
    code_of(read, docx(p("甲"), {"word/media/a.xml": b"\0" * (60 << 20)}))
    assert time.process_time() - start < 30     # a bound against hanging, no measurement
