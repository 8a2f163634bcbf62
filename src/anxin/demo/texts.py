"""The four kinds of documents in their real layouts."""

from __future__ import annotations

from datetime import timedelta

from anxin.demo.docx import Line
from anxin.demo.names import Person
from anxin.demo.story import Story, act, day, evidence, facts, sealed_day

JUDGED = {"有期徒刑": "有期徒刑", "拘役": "拘役", "罚金": "罚金", "管制": "管制"}
CHINESE = "零一二三四五六七八九十"


def head(story: Story, title: str, number: str) -> list[Line]:
    spaced = " ".join(title) if len(title) < 4 else title
    return [Line(story.place.organ, "center", 44), Line(spaced, "center", 44, bold=True), Line(number, "right")]


def foot(story: Story, *, court: str = "") -> list[Line]:
    lines = [Line("此致"), Line(court)] if court else []
    lines += [Line(f"检 察 官　{story.officials['handler']}", "right")]
    if assistant := story.officials.get("assistant"):
        lines += [Line(f"检察官助理　{assistant}", "right")]
    return [*lines, Line(sealed_day(story.served), "right"), Line("（院印）", "right")]


def portrait(story: Story, person: Person, label: str, measure: str) -> Line:
    """The paragraph of personal data."""
    alias = f"（绰号“{person.aliases[0]}”）" if person.aliases else ""
    before = ""
    if person.recidivist:
        before = f"{day(story.incident - timedelta(days=900))}因犯盗窃罪被判处有期徒刑一年，{day(story.incident - timedelta(days=540))}刑满释放。"
    return Line(
        f"{label}{person.name}{alias}，{person.sex}，{day(person.birth)}出生，公民身份号码{person.identity}，{person.nation}，{person.education}，"
        f"{person.job}，户籍所在地{person.household}，住{person.home}，联系电话{person.phone}。{before}{measure}")


def measure(story: Story, index: int) -> str:
    """How the person came into the case: bail or detention and arrest."""
    taken, charge = story.incident + timedelta(days=20 + index), story.crime.charge
    start = f"因涉嫌{charge}罪，于{day(taken)}被{story.place.police}"
    if story.values["custody"] == "bail":
        return f"{start}取保候审。"
    arrested = taken + timedelta(days=25)
    return f"{start}刑事拘留，经本院批准，于{day(arrested)}被逮捕。"


def course(story: Story, label: str) -> Line:
    """Where the case came from and what was done with it."""
    people = "、".join(person.name for person in story.accused)
    moved = story.served - timedelta(days=28)
    victims = "，依法告知被害人有权委托诉讼代理人" if story.people["victims"] else ""
    return Line(
        f"本案由{story.place.police}侦查终结，以{label}{people}涉嫌{story.crime.charge}罪，于{day(moved)}向本院移送起诉。本院受理后，"
        f"于{day(moved + timedelta(days=2))}依法告知{label}有权委托辩护人和认罪认罚可能导致的法律后果{victims}，依法讯问了{label}，"
        f"听取了辩护人{story.officials['lawyer']}的意见，审查了全部案件材料。")


def indictment(story: Story, number: str) -> list[Line]:
    """起诉书."""
    accused = "、".join(person.name for person in story.accused)
    lines = head(story, "起诉书", number)
    lines += [portrait(story, person, "被告人", measure(story, i)) for i, person in enumerate(story.accused)]
    lines += [
        Line(f"辩护人{story.officials['lawyer']}，{story.officials['firm']}律师。"), course(story, "被告人"),
        Line("经依法审查查明："), Line(facts(story)), Line("认定上述事实的证据如下："), Line(evidence(story) + "。"),
        Line(f"上述证据收集程序合法，内容客观真实，足以认定指控事实。被告人{accused}对指控的犯罪事实和证据没有异议，并自愿认罪认罚。"),
    ]
    lines += [reasoning(story, accused)]
    lines += foot(story, court=story.place.court)
    lines += attachments(story)
    return lines


def reasoning(story: Story, accused: str) -> Line:
    extra = "".join(
        f"被告人{p.name}刑罚执行完毕后五年内再犯应当判处有期徒刑以上刑罚之罪，是累犯，应当从重处罚。" for p in story.accused if p.recidivist)
    together = f"被告人{accused}系共同犯罪。" if len(story.accused) > 1 else ""
    return Line(
        f"本院认为，被告人{accused}{act(story)}，其行为触犯了《中华人民共和国刑法》{story.crime.law}，犯罪事实清楚，证据确实、充分，"
        f"应当以{story.crime.charge}罪追究其刑事责任。{together}{extra}被告人{accused}认罪认罚，依据《中华人民共和国刑事诉讼法》第十五条的规定，"
        "可以从宽处理。根据《中华人民共和国刑事诉讼法》第一百七十六条的规定，提起公诉，请依法判处。")


def attachments(story: Story) -> list[Line]:
    """The last lines; the home of a person on bail stands here too."""
    lines = [Line("附件：")]
    for number, person in enumerate(story.accused, 1):
        where = f"取保候审于{person.home}，联系电话{person.phone}" if story.values["custody"] == "bail" else f"现羁押于{story.place.region[:3]}看守所"
        lines.append(Line(f"{number}.被告人{person.name}{where}；"))
    count = len(story.accused)
    return [*lines, Line(f"{count + 1}.案卷材料和证据{story.random.randrange(2, 9)}册；"), Line(f"{count + 2}.《认罪认罚具结书》{count}份。")]


def non_prosecution(story: Story, number: str, kind: str) -> list[Line]:
    """不起诉决定书; ``kind`` is 法定, 相对 or 存疑."""
    accused = "、".join(person.name for person in story.accused)
    lines = head(story, "不起诉决定书", number)
    lines += [portrait(story, person, "被不起诉人", measure(story, i)) for i, person in enumerate(story.accused)]
    lines += [Line(f"辩护人{story.officials['lawyer']}，{story.officials['firm']}律师。"), course(story, "被不起诉人")]
    lines += _reasons(story, kind, accused)
    lines += [Line("被不起诉人如不服本决定，可以自收到本决定书后七日以内向本院申诉。")] if kind == "相对" else []
    lines += [Line(f"被害人{p.name}如不服本决定，可以自收到本决定书后七日以内向{story.place.superior}申诉，请求提起公诉；也可以不经申诉，直接向{story.place.court}提起自诉。")
              for p in story.people["victims"]]
    return [*lines, Line(story.place.organ, "right"), Line(sealed_day(story.served), "right"), Line("（院印）", "right")]


def _reasons(story: Story, kind: str, accused: str) -> list[Line]:
    charge = story.crime.charge
    if kind == "存疑":
        return [
            Line(f"{story.place.police}移送起诉认定："), Line(facts(story)),
            Line(f"经本院审查并退回补充侦查，本院仍然认为{story.place.police}认定的犯罪事实不清、证据不足，{accused}是否参与实施的证据只有{story.values['w1']}的证言，"
                 "缺乏其他证据印证，不符合起诉条件。依照《中华人民共和国刑事诉讼法》第一百七十五条第四款的规定，"
                 f"决定对{accused}不起诉。")]
    found = [Line("经本院依法审查查明："), Line(facts(story)), Line("认定上述事实的证据如下："), Line(evidence(story, "被不起诉人") + "。")]
    if kind == "法定":
        return [*found, Line(
            f"本院认为，{accused}的上述行为，情节显著轻微、危害不大，不构成犯罪。依照《中华人民共和国刑事诉讼法》第十六条第（一）项"
            f"和第一百七十七条第一款的规定，决定对{accused}不起诉。")]
    return [*found, Line(
        f"本院认为，{accused}实施了《中华人民共和国刑法》{story.crime.law}规定的行为，但犯罪情节轻微，系初犯，自愿认罪认罚，积极赔偿并取得谅解，"
        f"根据《中华人民共和国刑法》第三十七条的规定，不需要判处刑罚。依据《中华人民共和国刑事诉讼法》第一百七十七条第二款的规定，决定对{accused}"
        f"不起诉（{charge}）。")]


def protest(story: Story, number: str, judged: str) -> list[Line]:
    """刑事抗诉书, second instance; ``judged`` is the number of the judgment protested against."""
    accused = "、".join(person.name for person in story.accused)
    upper = story.place.superior
    return [
        *head(story, "刑事抗诉书", number),
        Line(f"{story.place.court}以{judged}刑事判决书对被告人{accused}{story.crime.charge}一案判决如下：被告人{accused}犯{story.crime.charge}罪，"
             f"判处有期徒刑八个月，缓刑一年。被告人{story.accused[0].name}，公民身份号码{story.accused[0].identity}，住{story.accused[0].home}。"),
        Line("本院依法审查后认为，该判决适用法律错误，量刑明显不当，理由如下："),
        Line("一、原判认定的事实。" + facts(story)),
        Line(f"二、原判对被告人{accused}适用缓刑不当。被告人到案后未如实供述，被害人{story.values.get('v1', story.values['w1'])}的损失未获赔偿，"
             "不符合适用缓刑的条件。"),
        Line("三、原判未依法追缴违法所得。依照《中华人民共和国刑法》第六十四条的规定，犯罪分子违法所得的一切财物应当予以追缴。"),
        Line(f"综上所述，{story.place.court}{judged}刑事判决书确有错误。为维护司法公正，准确惩治犯罪，依照《中华人民共和国刑事诉讼法》第二百二十八条的规定，"
             "特提出抗诉，请依法判处。"),
        Line("此致"), Line(upper.replace("人民检察院", "中级人民法院")),
        Line(story.place.organ, "right"), Line(sealed_day(story.served), "right"), Line("（院印）", "right"),
        Line(f"附件：1.被告人{accused}现住{story.accused[0].home}；2.刑事判决书一份。"),
    ]


def review(story: Story, number: str, earlier: str, lower: str) -> list[Line]:
    """刑事申诉复查决定书; ``earlier`` is the decision complained of, made by ``lower``."""
    petitioner, accused = story.people["petitioners"][0], story.accused[0]
    return [
        *head(story, "刑事申诉复查决定书", number),
        Line(f"申诉人{petitioner.name}，{petitioner.sex}，{day(petitioner.birth)}出生，公民身份号码{petitioner.identity}，{petitioner.nation}，"
             f"住{petitioner.home}，联系电话{petitioner.phone}，系原案被害人。"),
        Line(f"原案被不起诉人{accused.name}，{accused.sex}，{day(accused.birth)}出生，公民身份号码{accused.identity}，{accused.nation}，住{accused.home}。"),
        Line(f"申诉人{petitioner.name}因{accused.name}涉嫌{story.crime.charge}一案，不服{lower}作出的{earlier}不起诉决定，"
             "以原决定认定事实错误、应当追究刑事责任为由，向本院提出申诉。"),
        Line("本院复查查明："), Line(facts(story)),
        Line(f"复查期间，本院听取了申诉人{petitioner.name}的意见，询问了证人{story.values['w1']}，核对了{story.values['hospital']}出具的病历资料，"
             "并举行了公开听证。"),
        Line(f"本院复查认为，原案认定的事实清楚，证据充分，{accused.name}犯罪情节轻微，依照刑法规定不需要判处刑罚，原不起诉决定并无不当。"
             f"申诉人{petitioner.name}的申诉理由不能成立。"),
        Line(f"本院决定：依照《人民检察院办理刑事申诉案件规定》的有关规定，维持{lower}作出的{earlier}不起诉决定。"),
        Line(story.place.organ, "right"), Line(sealed_day(story.served), "right"), Line("（院印）", "right"),
    ]
