"""The ``anxin`` command: every module of this package is one command.

A command module has ``HELP`` (one line), ``add_arguments(parser)`` and ``run(args) -> exit code``; ``PASSES_ON`` where
all its arguments are another program's.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys


def command_names() -> list[str]:
    """Names of all commands, as typed (a module ``check_days`` is the command ``check-days``)."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))


def load(name: str):
    return importlib.import_module(f"{__name__}.{name.replace('-', '_')}")


def main(argv: list[str] | None = None) -> int:
    """Run one command; only its module is imported, so that a command starts fast."""
    argv = sys.argv[1:] if argv is None else argv
    names = command_names()
    parser = argparse.ArgumentParser(prog="anxin", description="案信：人民检察院案件信息公开系统")
    commands = parser.add_subparsers(dest="command", metavar="命令", required=True)
    wanted = argv[0] if argv and argv[0] in names else None
    for name in [wanted] if wanted else names:
        module = load(name)
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    if wanted and getattr(load(wanted), "PASSES_ON", False) and argv[1:2] not in (["-h"], ["--help"]):
        # argparse would refuse another program's option that comes first
        return int(load(wanted).run(argparse.Namespace(arguments=argv[1:])) or 0)
    args = parser.parse_args(argv)
    return int(args.run(args) or 0)
