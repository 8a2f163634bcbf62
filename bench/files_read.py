"""Where the time of reading goes: ``python bench/files_read.py [FILE...]``, by default an indictment made up here.

Processor time in milliseconds, best of several runs: start of the sandbox, parsing, and the whole ``read``.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.files import codec, parse  # noqa: E402
from anxin.files.read import read  # noqa: E402
from tests.files.build import docx, line, p, pdf  # noqa: E402

RUNS = 7


def made_up() -> dict[str, bytes]:
    text = "被告人赵某某于2015年3月1日在测试市测试区以非法占有为目的，秘密窃取他人财物，数额较大。" * 2
    word = docx("".join(p(text) for _ in range(60)))
    page = "".join(line("The defendant took what was not his, " * 2, y=780 - 18 * row, size=11) for row in range(40))
    return {"indictment.docx (5,000 characters)": word, "page.pdf (3,000 characters)": pdf(page),
            "text (5,000 characters)": text.encode() * 50}


def best(call) -> float:
    """Least processor time of this process and its children, in ms."""
    times = []
    for _ in range(RUNS):
        before = spent()
        call()
        times.append(spent() - before)
    return min(times) * 1000


def spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main(names: list[str]) -> None:
    files = {name: Path(name).read_bytes() for name in names} or made_up()
    bare = best(lambda: subprocess.run([sys.executable, "-I", "-c", "pass"], check=True))
    print(f"{'start of Python':40} {bare:8.1f} ms")
    for name, data in files.items():
        document = parse.parse(data)
        print(f"{name}\n  {'parse':38} {best(lambda data=data: parse.parse(data)):8.1f} ms")
        print(f"  {'to JSON and back':38} "
              f"{best(lambda document=document: codec.from_json(codec.to_json(document))):8.1f} ms")
        print(f"  {'read, with the sandbox':38} {best(lambda data=data: read(data)):8.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
