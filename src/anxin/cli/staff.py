"""``anxin staff``: register the people of a new installation, the first administrator among them."""

from __future__ import annotations

import argparse

HELP = "登记工作人员及其职责（新装系统先用它建立第一位系统管理员）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="what", metavar="操作", required=True)
    add = actions.add_parser("add", help="登记一人，密码由系统生成，只显示这一次")
    add.add_argument("username", help="登录名")
    add.add_argument("name", help="姓名")
    add.add_argument("organ", help="六位单位编码")
    add.add_argument("duty", help="职责，例如 admin、handler、department_head、deputy_chief、case_management、secrecy")
    add.add_argument("--department", default="", help="部门名称（承办人、部门负责人必填）")
    actions.add_parser("tree", help="装入全国人民检察院名录并送往互联网一侧（serve 启动时自动进行）")


def run(args: argparse.Namespace) -> int:
    """Exit code 1 with a sentence when it was refused."""
    from anxin.config import wing

    wing.enter("inner")
    from anxin.inner.actor import NotAllowed, Refused
    from anxin.inner.organs import setup

    if args.what == "tree":
        count = setup.ensure_tree()
        print(f"已装入{count}个人民检察院。" if count else "名录已经在系统中。")
        return 0
    try:
        staff, password = setup.add(args.username, args.name, args.organ, args.duty, args.department)
    except (Refused, NotAllowed) as error:
        print(error)
        return 1
    print(f"已登记{staff.organ}{staff.name}，登录名 {staff.username}，密码 {password}（只显示这一次）。")
    return 0
