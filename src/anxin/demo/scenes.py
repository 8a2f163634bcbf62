"""The cases of the demonstration: where, which document, which charge, how it was judged, how far it has come.

``ago`` is the number of days since the fact that starts the ten days of Article 21 (negative: still to come).
"""

from __future__ import annotations

from dataclasses import dataclass

WUHOU, CHENGDU, SICHUAN, SUPREME = "510107", "510100", "510000", "100000"
LANSHAN, LINYI, CHAOYANG, BEIJING, KASHI, YIXIAN = "371302", "371300", "110105", "110000", "653101", "341023"


@dataclass(frozen=True)
class Scene:
    """One case. ``kind``: indictment, protest, 法定/相对/存疑 (non-prosecution), review. ``months`` is the first defendant's
    term, 0 for detention and fine; further defendants get half of it. ``goal`` is where the case shall stand."""

    organ: str
    kind: str
    charge: str
    goal: str
    ago: int
    months: int = 0
    quirk: str = ""


SCENES = (
    # published in time
    Scene(WUHOU, "indictment", "盗窃", "published", 95, 42),
    Scene(WUHOU, "indictment", "危险驾驶", "published", 84, 0, "compound"),
    Scene(WUHOU, "indictment", "帮助信息网络犯罪活动", "late", 76, 10, "same_surname"),
    Scene(LANSHAN, "indictment", "故意伤害", "published", 98, 14),
    Scene(LANSHAN, "相对", "故意伤害", "published", 37),
    Scene(CHAOYANG, "indictment", "诈骗", "published", 92, 66),
    Scene(CHAOYANG, "indictment", "职务侵占", "published", 33, 36),
    Scene(KASHI, "indictment", "交通肇事", "published", 88, 18, "minority"),
    Scene(YIXIAN, "indictment", "滥伐林木", "published", 79, 8),
    Scene(YIXIAN, "相对", "交通肇事", "published", 29),
    Scene(LINYI, "protest", "诈骗", "published", 90, 50),
    Scene(CHENGDU, "review", "故意伤害", "published", 86),
    Scene(SICHUAN, "review", "诈骗", "published", 46),
    Scene(SUPREME, "review", "故意伤害", "published", 97),
    Scene(BEIJING, "review", "盗窃", "published", 35),
    # published after the deadline
    Scene(WUHOU, "indictment", "开设赌场", "late", 40, 24, "same_surname"),
    Scene(LANSHAN, "存疑", "盗窃", "late", 36),
    Scene(KASHI, "indictment", "贩卖毒品", "late", 74, 9, "recidivist"),
    # published and withdrawn
    Scene(CHAOYANG, "相对", "职务侵占", "withdrawn", 45),
    Scene(LANSHAN, "indictment", "寻衅滋事", "withdrawn", 60, 12),
    # on their way through the chain of Article 21
    Scene(WUHOU, "indictment", "掩饰、隐瞒犯罪所得", "at_head", 7, 6),
    Scene(LANSHAN, "indictment", "危险驾驶", "at_head", 6, 0),
    Scene(CHENGDU, "protest", "贩卖毒品", "at_head", 8, 40, "alias"),
    Scene(WUHOU, "相对", "盗窃", "at_leader", 8),
    Scene(CHAOYANG, "indictment", "寻衅滋事", "at_leader", 9, 11),
    Scene(WUHOU, "indictment", "诈骗", "at_recheck", 8, 48, "same_surname"),
    Scene(YIXIAN, "indictment", "危险驾驶", "at_recheck", 13, 0),
    Scene(WUHOU, "indictment", "拒不执行判决、裁定", "returned", 7, 7),
    Scene(LANSHAN, "indictment", "职务侵占", "returned", 15, 30),
    Scene(WUHOU, "法定", "寻衅滋事", "in_work", 4),
    Scene(CHAOYANG, "indictment", "开设赌场", "in_work", 5, 20, "alias"),
    Scene(KASHI, "indictment", "盗窃", "in_work", 17, 15, "minority"),
    # due, nobody has begun
    Scene(WUHOU, "indictment", "故意伤害", "due", 3, 16, "same_surname"),
    Scene(WUHOU, "indictment", "交通肇事", "due", 1, 12),
    Scene(WUHOU, "indictment", "盗窃", "due", 9, 60, "recidivist"),
    Scene(WUHOU, "存疑", "诈骗", "due", 2),
    Scene(WUHOU, "indictment", "贩卖毒品", "due", 16, 36, "alias"),
    Scene(WUHOU, "review", "故意伤害", "due", 5),
    Scene(LANSHAN, "indictment", "拒不执行判决、裁定", "due", 10, 6),
    Scene(LANSHAN, "protest", "盗窃", "due", 4, 18),
    Scene(CHAOYANG, "indictment", "帮助信息网络犯罪活动", "due", 0, 9, "compound"),
    Scene(YIXIAN, "法定", "掩饰、隐瞒犯罪所得", "due", 19),
    Scene(SICHUAN, "protest", "职务侵占", "due", 6, 72),
    # not yet due, not to be published, referred, exempt
    Scene(WUHOU, "indictment", "职务侵占", "waiting", -5, 28),
    Scene(LANSHAN, "indictment", "诈骗", "unjudged", -30, 0),
    Scene(WUHOU, "相对", "交通肇事", "filing_review", -3),
    Scene(CHAOYANG, "indictment", "盗窃", "juvenile", 12, 8),
    Scene(WUHOU, "indictment", "寻衅滋事", "referred", 6, 10),
    Scene(LINYI, "review", "交通肇事", "exempt", 31),
)
