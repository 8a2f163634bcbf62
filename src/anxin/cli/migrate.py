"""``anxin migrate``: both databases brought up to date, accounts and grants included."""

from __future__ import annotations

import argparse

HELP = "升级两个数据库的数据表，并按声明重新授权"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> int:
    from anxin.config.base import VAR
    from anxin.launch.installation import Installation

    installation = Installation(VAR)
    try:
        with installation.held():
            installation.open()
            installation.migrate()
    except RuntimeError as error:
        print(error)
        return 1
    finally:
        installation.close()
    return 0
