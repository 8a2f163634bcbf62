# ruff: noqa: E501 - tables
"""Article 20: what is masked, under which item, and the policy the text leaves open."""

from anxin.regulation import masking

KINDS = {
    "19": "name:name",
    "20(1)": "id_card:stars passport:stars certificate:stars phone:stars email:stars wechat:stars qq:stars alipay:stars "
             "online_account:stars bank_card:stars home_address:address health:words birth:date",
    "20(2)": "minor_birth:date school:words minor_information:words",
    "20(3)": "org_account:stars",
    "20(4)": "secret:words",
    "20(5)": "inference:words",
    "20(6)": "plate:stars title_certificate:stars other:words",
}
# name | value | article | every option from the loosest to the strictest
PARAMETERS = """
address_depth | township | 20(1) | village township county city province
adult_birth | year | 20(1) | keep year_month year mask
nicknames | mask | 19 | keep mask
bare_surnames | keep | 19 | keep mask
injury_results | keep | 22 | keep ask mask
named_defendant_home | mask | 20(1) | keep mask
office_phones | keep | 22 | keep mask
kiosk_masked | yes | 17 | no yes
second_reading | no | 21 | no yes
announcement_tolerance_minutes | 0 | 12 | 1440 60 10 0
circular | quarterly | 25 | yearly quarterly monthly
import_age_working_days | 1 | 7 | 5 3 2 1
zero_publication_days | 90 | 23 | 180 90 60 30
falling_rate_points | 20 | 23 | 30 20 10
corridor_age_hours | 24 | 3 | 72 48 24 4
cases_read_without_task | 20 | 4 | 50 30 20 10
activation_hours | 72 | 8(P2) | 168 72 48 24
binding_lease_hours | 72 | 10 | 168 72 48 24
identity_retention_days | 365 | 8 | 1095 730 365 180
supplement_days | 30 | 8 | 90 60 30
expiry_notice_days | 30 | 10 | 14 30 60
looks_per_day | 50 | 4 | 200 100 50 20
answers_per_day | 30 | 4 | 100 50 30 10
confirm_notice | yes | 3 | no yes
assistant_level | county | 9 | municipal county
"""


def failures(rules):
    got = {(k.article, f"{k.kind}:{k.style}") for k in masking.masked_kinds(rules).values()}
    expected = {(article, kind) for article, kinds in KINDS.items() for kind in kinds.split()}
    found = [f"masked kinds: {sorted(got ^ expected)}"] if got != expected else []
    policy, entries = masking.parameters(rules), {e.get("name"): e for e in rules.table("parameter")}
    for line in PARAMETERS.strip().splitlines():
        name, value, article, options = (cell.strip() for cell in line.split("|"))
        entry = entries.get(name)
        if entry is None or (policy[name], entry.article, list(entry.values["options"])) != (value, article, options.split()):
            found.append(f"parameter {name}")
    return found
