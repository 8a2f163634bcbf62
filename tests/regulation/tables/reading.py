"""Articles 4, 20, 21, 23: delegation, reminders and second readings, written down apart from the rule set."""

from datetime import date, timedelta

from anxin.regulation import delegation, reminders, second_reading
from anxin.regulation.case import Case, Participant

DAYS = dict.fromkeys(("department_head", "deputy_chief", "chief", "case_management", "press", "office", "secrecy"), 90)
NEVER = ("handler", "admin", "auditor", "supervisor", "technical")
ON = date(2014, 10, 20)
FIRST, LAST = "handler", "handler department_head"
DUE = {  # about: {days after the day: who is reminded under which article}
    "obligation": {
        -4: "", -3: "21 handler", -2: "21 handler", -1: f"21 {LAST}", 0: f"21 {LAST}", 1: f"21 {LAST} case_management",
        4: f"21 {LAST} case_management", 5: f"21 {LAST} case_management; 23 case_management superior",
    },
    "step": {2: "", 3: "21 holder case_management", 30: "21 holder case_management"},
    "review": {
        -8: "", -7: "4 handler", -1: "4 handler", 0: f"4 handler; 4 {LAST}", 1: f"4 {LAST}",
        9: f"4 {LAST}", 10: f"4 {LAST}; 4 case_management",
    },
}  # fmt: skip


def _case(role="defendant", minor=False, flags=()):
    return Case(participants=(Participant(key="a", name="某", role=role, minor=minor),), flags=frozenset(flags))


READ = [
    (_case(), 10, None), (_case(), 11, "20"), (_case("victim", True), 1, "20(2)"), (_case("witness", True), 1, "20(2)"),
    (_case("victim"), 1, None), (_case("defendant", True), 1, None), (_case(flags=["foreign"]), 1, None),
    *((_case(flags=[flag]), 1, "21") for flag in ("sensitive", "major", "nationwide", "attention")),
]  # fmt: skip


def failures(rules):
    found = [f"{duty}: {delegation.limit(duty, rules)}" for duty, days in DAYS.items()
             if delegation.limit(duty, rules) != days]  # fmt: skip
    found += [duty for duty in NEVER if delegation.limit(duty, rules) is not None]
    found += [e.id for e in rules.table("delegation") if (e.article, len(e.values["duties"])) != ("21", len(DAYS))]
    for about, days in DUE.items():
        for after, expected in days.items():
            rows = reminders.due(about, ON, ON + timedelta(days=after), rules)
            got = "; ".join(f"{e.article} {' '.join(e.values['to'])}" for e in rows)
            if got != expected:
                found.append(f"{about} {after}: {got}")
    known = {flag for case, _, _ in READ for flag in case.flags} | {"victim", "witness"}
    for e in rules.table("second_reading"):
        found += [f"{e.id}: {w}" for w in (*e.get("flags", ()), *e.get("minor_roles", ())) if w not in known]
    for case, protected, article in READ:
        entry = second_reading.asked(case, protected, rules)
        if (entry and entry.article) != article:
            found.append(f"{sorted(case.flags)} {protected}: {entry and entry.id}")
    return found
