# ruff: noqa: E501 - tables
"""Articles 13, 14, 17, 19(P2), 21, 23: who signs, in order. Organ levels x purposes x flags x press department."""

from anxin.regulation import chains

COUNTY, CITY, PROVINCE, SUPREME = "340123", "340100", "340000", "100000"
LINE = (COUNTY, CITY, PROVINCE, SUPREME)
SHORT = {"h": "handler", "head": "department_head", "deputy": "deputy_chief", "lead": "deputy_or_chief", "cm": "case_management",
         "press": "press"}


class LineTree:
    """Four organs, one above the other; all but the county have a press department."""

    def parent(self, code):
        return dict(zip(LINE, (*LINE[1:], None), strict=True))[code]

    def level(self, code):
        return dict(zip(LINE, ("county", "municipal", "provincial", "supreme"), strict=True))[code]

    def has_press(self, code):
        return code != COUNTY


# purpose | organ | press (+ has, - none, ? as the tree says) | assigned by | flags | superiors who approve, from below to above
ANNOUNCEMENTS = """
county   | + |          |                          |
county   | - |          |                          |
county   | ? |          |                          |
city     | ? |          |                          |
county   | + |          | major                    | city
county   | + |          | sensitive                | city
county   | + |          | assigned                 | city
county   | + |          | supervised               | city
county   | - |          | major sensitive          | city
county   | + | province | assigned                 | province
county   | + | supreme  | supervised               | supreme
county   | + | province | major                    | province
county   | + | province |                          | province
county   | + |          | nationwide               | city province supreme
county   | + |          | nationwide major         | city province supreme
county   | + | province | nationwide supervised    | city province supreme
county   | + | supreme  | nationwide assigned      | city province supreme
city     | + |          | major                    | province
city     | + |          | nationwide               | province supreme
city     | + | supreme  | assigned                 | supreme
province | + |          | sensitive                | supreme
province | + |          | nationwide               | supreme
supreme  | + |          | major nationwide         |
supreme  | - | province | assigned                 |
"""
CHAINS = {
    "document": ("21", "h head lead cm"),
    "kiosk": ("17", "h head lead cm"),
    "exemption": ("4", "h head lead cm"),
    "withdrawal": ("23(P2)", "h head lead cm"),
    "name_disclosure": ("19(P2)", "h head deputy"),
    "circular": ("25", "cm head lead"),
    "announcement_withdrawal": ("23(P2)", "h lead press"),
}
NAMES = dict(zip(("county", "city", "province", "supreme", ""), (*LINE, None), strict=True))
STEP_ARTICLES = {
    "document": ["21"] * 4, "kiosk": ["17"] * 4, "withdrawal": ["23(P2)"] * 4, "exemption": ["4", "21", "21", "21"],
    "name_disclosure": ["19(P2)"] * 3, "circular": ["25"] * 3, "announcement_withdrawal": ["23(P2)", "14", "14"],
}


def _steps(purpose, organ, press, assigned, flags, rules):
    has = {"+": True, "-": False, "?": None}[press]
    got = chains.chain(purpose, organ, has, assigned, dict.fromkeys(flags, True), rules, LineTree())
    return got, [(s["organ"], s["duty"], s["article"]) for s in got.details["steps"]]


def failures(rules):
    found = []
    for line in ANNOUNCEMENTS.strip("\n").splitlines():
        organ, press, assigned, flags, above = (cell.strip() for cell in line.split("|"))
        own = NAMES[organ]
        _, got = _steps("announcement", own, press, NAMES[assigned], flags.split(), rules)
        releases = press == "+" or (press == "?" and organ != "county")
        expected = [(own, "handler", "14"), (own, "deputy_or_chief", "14")]
        expected += [(NAMES[name], "deputy_or_chief", "13") for name in above.split()]
        expected += [(own, "press" if releases else "case_management", "14")]
        if got != expected:
            found.append(f"announcement {line}: {got}")
    for purpose, (article, duties) in CHAINS.items():
        for organ in LINE:
            for flags in ((), ("major", "nationwide"), ("assigned", "supervised", "sensitive")):
                decision, got = _steps(purpose, organ, "+", None, flags, rules)
                steps = zip(duties.split(), STEP_ARTICLES[purpose], strict=True)
                if got != [(organ, SHORT[d], a) for d, a in steps] or decision.article != article:
                    found.append(f"{purpose} {organ} {flags}: {got}")
    _, got = _steps("announcement_withdrawal", COUNTY, "-", None, (), rules)
    if got != [(COUNTY, "handler", "23(P2)"), (COUNTY, "deputy_or_chief", "14"), (COUNTY, "case_management", "14")]:
        found.append(f"withdrawal without a press department: {got}")
    return found
