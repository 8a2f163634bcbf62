# ruff: noqa: E501 - tables
"""Decision tables written from the articles. Each module's ``failures(rules)`` says where a rule set departs from them."""

from tests.regulation.tables import (
    announcements,
    anonymity,
    chains,
    disclosure,
    inquiry,
    lists,
    masking,
    periods,
    reading,
    signs,
    starts,
    statutes,
    supervision,
)

MODULES = (announcements, anonymity, chains, disclosure, inquiry, lists, masking, periods, reading, signs, starts, statutes, supervision)
TABLES = {module.__name__.rpartition(".")[2]: module.failures for module in MODULES}
