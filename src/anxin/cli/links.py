"""``anxin links``: which organs' sites link to the disclosure system (Art 3)."""

from __future__ import annotations

import argparse

HELP = "各院网站是否与案件信息公开系统建立链接（规定第三条）：逐个检查并报告"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--last", action="store_true", help="只列出上次检查的结果，不访问网站")


def run(args: argparse.Namespace) -> int:
    """Exit code 1 when a site lacks the link."""
    from anxin.config import wing

    wing.enter("outer")
    from anxin.outer.watch.links import check
    from anxin.outer.watch.models import Site

    sites = [site if args.last else check(site) for site in Site.objects.order_by("organ")]
    for site in sites:
        mark = "有链接" if site.linked else "没有链接" if site.checked_at else "未检查"
        print(f"{site.organ}  {mark}  {site.address}  {site.sentence}")
    lacking = sum(not site.linked for site in sites)
    print(f"共{len(sites)}个网站，{lacking}个没有链接。")
    return 1 if lacking else 0
