# ruff: noqa: E501
"""Family f, layouts and the sentences of procedure, as the forms of 2013 to 2025 have them."""

TITLES = {
    "起诉书": ["起 诉 书", "起诉书", "起  诉  书"], "不起诉决定书": ["不起诉决定书", "不 起 诉 决 定 书"],
    "抗诉书": ["刑事抗诉书", "刑 事 抗 诉 书", "抗 诉 书"], "刑事申诉复查决定书": ["刑事申诉复查决定书", "刑 事 申 诉 复 查 决 定 书"],
}
TITLE_TAILS = ["（{d1}{chargeshort}案）", "\n（{d1}涉嫌{chargeshort}罪）", "——{d1}{chargeshort}案"]
MARKS = {
    "起诉书": ["公诉刑诉", "刑诉", "一部刑诉", "公刑诉", "诉刑诉"], "不起诉决定书": ["公诉刑不诉", "刑不诉", "一部刑不诉", "公刑不诉"],
    "抗诉书": ["公诉刑抗", "刑抗", "一部刑抗", "公诉审刑抗"], "刑事申诉复查决定书": ["控申刑申复决", "刑申复决", "四部刑申复决"],
}
JUVENILE = ["未检刑诉", "未检"]
JUVENILE_LINES = ["%{@}犯罪时未满十八周岁。", "%{@}系未成年人，本院依法通知其法定代理人到场。"]
INTERNAL = ["公诉案件审查报告", "案件讨论笔录", "提请检察委员会讨论案件的报告", "案件审批表"]
SECRECY = ["机密★", "秘密★5年", "绝密", "机密★10年"]

PARTY_STYLES = [
    "%{@}，{sex:@}，{birth:@}<出生|生>，$id{id:@}，{nation}，{edu}，{job}，$from{hukou:@}，$live{home:@}。",
    "%{@}，{sex:@}，{birth:@}出生，$id{id:@}，{nation}，{edu}，<案发前系|>{job}，<出生地{county}，|>$live{home:@}，$tel{phone:@}。",
    "%{@}（<绰号|外号|网名|微信昵称>“{@:nick}”），{sex:@}，{birth:@}出生于{county}，{nation}，{edu}，$id{id:@}，{job}，$live{home:@}。",
    "%{@}，曾用名{@:former}，{sex:@}，{year:@}年出生，$id{id:@}，{nation}，{edu}，{job}，住{home:@}。",
    "%{@}，<别名{@:former}，|>{sex:@}，{nation}，{birth:@}出生，$id{id:@}，{edu}，{job}，户籍所在地：{hukou:@}，现住址：{home:@}，联系电话：{phone:@}。",
    "%姓名：{@}　性别：{sex:@}　出生日期：{birth:@}\n$id{id:@}　民族：{nation}　文化程度：{edu}\n职业：{job}　住址：{home:@}\n联系方式：{phone:@}",
    "%{@}，{sex:@}，{edu}，{nation}，{job}，{birth:@}生，<{county}人，|>居民身份证号码{id:@}，<因本案于{caught}被传唤|案发时租住在{home:@}>，户籍地为{hukou:@}。",
    "姓名\t性别\t身份证号码\t住址\t联系电话\n{@}\t{sex:@}\t{id:@}\t{home:@}\t{phone:@}",
]
PARTY_FOREIGN = ["%{@}，{sex:@}，{birth:@}出生，护照号码{pass:@}，{edu}，{job}，在华住址{home:@}。", "%{@}（外籍），{sex:@}，{birth:@}出生，护照号：{pass:@}，{job}，暂住{home:@}，$tel{phone:@}，$mail{mail:@}。"]
MEASURES = [
    "因涉嫌{charge}罪，于{caught}被{police}刑事拘留，经本院批准，于{arrested}被{police}<依法|执行>逮捕。<现羁押于{jail}。|>", "因涉嫌{charge}罪，于{caught}被{police}取保候审，{told}被本院取保候审。", "{caught}因本案被{police}抓获，次日被刑事拘留，{arrested}经{proc}批准逮捕，现押于{jail}。",
    "2012年{month}月因犯盗窃罪被{court}判处有期徒刑八个月，2013年刑满释放。{caught}因涉嫌{charge}罪被{police}刑事拘留，{arrested}被逮捕。", "因{health:@}，{caught}被{police}监视居住，地点为{home:@}。", "{caught}因涉嫌犯{charge}罪被{police}取保候审，保证人为其<妻|父|友>{w1}（$tel{phone:w1}）。", "曾因吸食毒品于2016年{month}月被{police}行政拘留十日（{docno:公（禁）行罚决字〔2016〕###号}）。因涉嫌{charge}罪于{caught}被刑事拘留，现取保候审于住处{home:@}。",
]
DEFENCE = ["辩护人{l1}，{lawfirm}律师。", "委托辩护人{l1}，{lawfirm}律师，$tel{officephone}。", "辩护人：{l1}，系{lawfirm}律师（法律援助中心指派）。", "值班律师：{l1}，{lawfirm}。"]
COURSE_OLD = [
    "本案由{police}侦查终结，以%{ds}涉嫌{charge}罪，于{sent}向本院移送审查起诉。本院受理后，于{told}已告知%有权委托辩护人，<已告知被害人{v1}有权委托诉讼代理人，|>依法讯问了%，审查了全部案件材料。<其间，退回侦查机关补充侦查一次，延长审查起诉期限一次。|>",
    "%{ds}{charge}一案，由{police}侦查终结，于{sent}移送本院审查起诉。本院受理后，依法告知了诉讼权利，讯问了%，听取了<辩护人{l1}|被害人{v1}及其近亲属>的意见，审阅了全部案卷。",
]
COURSE_NEW = [
    "本案由{police}侦查终结，以%{ds}涉嫌{charge}罪，于{sent}向本院移送起诉。本院受理后，于{told}已告知%有权委托辩护人和认罪认罚可能导致的法律后果，依法讯问了%，听取了%及其<值班律师{l1}|辩护人{l1}>、<被害人{v1}|被害人>的意见，审查了全部案件材料。<%同意本案适用速裁程序审理。|>",
    "本案由{police}侦查终结，于{sent}以%{ds}涉嫌{charge}罪移送本院起诉。检察官{pro1}<、检察官助理{pro2}|>依法讯问了%，<电话听取了被害人{v1}的意见（{phone:v1}），|><询问了证人{w1}，|>审查了全部案件材料。",
    "{police}以{d1}涉嫌{charge}罪，于{sent}移送起诉。其间，因事实不清、证据不足，本院退回补充侦查一次。%{d1}在律师{l1}见证下，自愿签署《认罪认罚具结书》。",
]
FOUND = ["经依法审查查明：", "经本院依法审查查明：", "经审查查明：", "{police}移送起诉认定：", "经依法审查，查明事实如下："]
EVIDENCE = [
    "认定上述事实的证据如下：\n1.书证：<受案登记表、户籍证明、|>{docno}；\n2.证人{ws}的证言；\n3.被害人陈述；\n4.%{ds}的供述与辩解；\n5.鉴定意见：{institute}{docno}；\n6.现场勘验笔录、辨认笔录。", "上述事实，有<物证照片、|>书证、证人{ws}的证言、<被害人{vs}的陈述、|>%{ds}的供述、鉴定意见、视听资料等证据予以证实，足以认定。", "认定上述事实的证据有：（一）到案经过；（二）被害人{vs}的陈述；（三）证人{w1}<、{w2}|>的证言；（四）%{d1}的供述和辩解；（五）{institute}出具的鉴定书（{docno}）。",
    "证据如下：书证——银行流水、户籍信息、归案说明；言词证据——{w1}的证言、{v1}的陈述、{d1}的供述；<鉴定意见——鉴定人{x1}出具的意见；|>电子数据——手机提取笔录。", "上述证据收集程序合法，内容客观真实，足以认定指控事实。%{ds}对指控的犯罪事实和证据没有异议。证人{w1}、{w2}的证言与之印证。", "1.{w1}证言，证实<其在现场|事发经过>；2.{v1}陈述，证实<受害|案发>经过；3.%{d1}供述，对犯罪事实供认不讳；4.{police}出具的{docno}。",
]
REASONS = {
    "起诉书": [
        "本院认为，%{ds}<无视国家法律|目无国法>，其行为触犯了《中华人民共和国刑法》{st}，犯罪事实清楚，证据确实、充分，应当以{charge}罪追究其刑事责任。<%{d1}如实供述自己的罪行，根据《中华人民共和国刑法》{statute:第六十七条第三款}，可以从轻处罚。|>根据《中华人民共和国刑事诉讼法》{law}的规定，提起公诉，请依法判处。",
        "本院认为，%{d1}的行为已构成{charge}罪，依照《中华人民共和国刑法》{st}之规定，应予惩处。<{d1}案发后主动投案，系自首。|{d1}已赔偿{v1}并取得谅解。|>根据《中华人民共和国刑事诉讼法》{law}，提起公诉。", "综上，%{ds}的行为符合《中华人民共和国刑法》{st}之规定，构成{charge}罪。<建议判处%{d1}有期徒刑八个月，并处罚金。|>依据《中华人民共和国刑事诉讼法》{law}，特提起公诉。",
    ],
    "不起诉决定书": [
        "本院认为，{ds}实施了《中华人民共和国刑法》{st}规定的行为，但犯罪情节轻微，<且自愿认罪认罚|取得{v1}谅解|系初犯>，根据《中华人民共和国刑法》{statute:第三十七条}的规定，不需要判处刑罚。依据《中华人民共和国刑事诉讼法》{law}的规定，决定对{ds}不起诉。", "经本院审查并退回补充侦查，本院仍然认为{police}认定的犯罪事实不清、证据不足，<{w1}的证言系孤证，|>不符合起诉条件。依照《中华人民共和国刑事诉讼法》{law}，决定对{ds}不起诉。", "本院认为，{d1}的上述行为，情节显著轻微、危害不大，不构成犯罪。依照《中华人民共和国刑事诉讼法》{statute:第十六条第（一）项}和{law}的规定，决定对{d1}不起诉。",
    ],
    "抗诉书": ["综上所述，原判<认定事实错误|量刑畸轻>。为维护司法公正，准确惩治犯罪，依照《中华人民共和国刑事诉讼法》{law}的规定，特提出抗诉，请依法判处。", "为此，依照《中华人民共和国刑事诉讼法》{law}，对原审被告人{ds}{charge}一案提出抗诉。"],
    "刑事申诉复查决定书": ["本院复查认为，原处理决定认定事实清楚，适用法律正确，申诉人{v1}的申诉理由不能成立。根据《人民检察院复查刑事申诉案件规定》{statute:第四十条第一项}，决定维持原处理决定。", "复查认为，{d1}的行为性质认定准确，{w1}的证言客观真实。申诉人{v1}提出的<原案定性错误|{d1}未赔偿损失>的理由，本院不予支持，决定审查结案。", "本院决定：不支持{v1}的申诉请求。<如不服，可向{upper}申诉。|>"],
}
FORFEIT = ["扣押的{plate:d1}号车辆依法发还{d1}。", "查封、扣押、冻结的财物处理：冻结{d1}账户{bank:d1}予以解除。", "被不起诉人{d1}退缴的{amount:#000元}，依法返还被害人{v1}。"]
REMEDY = ["被不起诉人如不服本决定，可以自收到本决定书后七日内向本院申诉。", "被害人{v1}如不服本决定，可以自收到本决定书后七日以内向{upper}申诉，请求提起公诉；也可以不经申诉，直接向{court}提起自诉。", "本决定书已送达{d1}、{v1}及辩护人{l1}。"]
VERDICT = ["被告人{@}犯{charge}罪，判处{penalty}；", "以{charge}罪判处{@}{penalty}；", "{@}犯{charge}罪，{penalty}。"]
APPEALED = [
    "{court}于{judged}以{caseno}刑事判决书对被告人{ds}{charge}一案作出判决：{verdicts}本院依法审查后认为，该判决确有错误。", "原审被告人{ds}{charge}一案，经本院提起公诉，{court}（审判长{j1}）判决如下：{verdicts}被害人{v1}不服，请求本院抗诉。", "本院收到{court}{caseno}号刑事判决书。判决认定：{verdicts}经审查，判决适用法律错误、量刑不当。",
]
APPEAL_REASON = [
    "一、原判对{d1}适用缓刑不当。{d1}至今未赔偿{v1}经济损失{amount:##000元}，无悔罪表现。二、原判未采纳证人{w1}的证言。", "（一）原审判决认定{d1}构成自首错误。{d1}系民警根据{w1}提供的线索在{home:d1}家中抓获。（二）量刑畸轻，社会效果不好。", "理由如下：原审被告人{d1}曾因故意犯罪被判刑，系累犯，原判未予认定；证人{w1}、{w2}的证言相互印证，原判以孤证为由不予采信不当。", "判决后，被害人{v1}<多次来院|书面>反映，原判对{d1}处刑过轻；辩护人{l1}提出的{d1}{health:d1}之情节，不属于法定从轻事由。",
]
CLAIMANT = [
    "申诉人{@}，{sex:@}，{birth:@}出生，$id{id:@}，{nation}，{edu}，{job}，$live{home:@}，$tel{phone:@}。系原案被害人。", "申诉人：{@}，{sex:@}，{nation}，{job}，住{home:@}，身份证号码{id:@}，联系方式：{phone:@}。<委托代理人：{l1}，{lawfirm}律师。|>", "申诉人{@}（原案被害人），{sex:@}，{birth:@}生，送达地址：{home:@}，联系电话：{phone:@}。",
]
CLAIM = [
    "申诉人{v1}因{d1}涉嫌{charge}一案，不服{proc}作出的处理决定，以<事实认定错误|定性不准|赔偿未到位>为由，于{seen}向本院提出申诉。<检察官{pro1}承办。|>", "{v1}不服{court}{caseno}刑事判决，于{seen}来访申诉，要求重新追究{d1}的刑事责任，并提交证人{w1}的书面证言一份。", "申诉理由：1.{d1}未真诚悔罪；2.{w1}未如实作证；3.赔偿款{amount:##000元}未付清。",
]
REVIEWED = ["本院复查查明：", "经复查查明：", "本院依法复查，查明以下事实："]
UPPER = ["此致\n{mid}"]
ADDRESSEE = ["此致\n{court}", "　　此　致\n{court}"]
SIGN_OLD = [["检 察 员：{pro1}", "书 记 员：{pro2}", "{signed}"], ["代理检察员　{pro1}", "{signed}", "（院印）"], ["检察员　{pro1}　{pro2}", "{signcn}"], ["{proc}", "{signed}"]]
SIGN_NEW = [["检 察 官：{pro1}", "检察官助理：{pro2}", "{signed}（院印）"], ["检察官　{pro1}", "书记员　{pro2}", "{signed}"], ["检察官　{pro1}", "{signcn}"], ["{proc}", "{signed}"]]
ATTACH = [
    "附件：1.%{d1}现取保候审于{home:d1}，联系电话{phone:d1}；2.案卷材料和证据{n}册；3.《认罪认罚具结书》一份。", "附：\n1.%{d1}现羁押于{jail}\n2.证人名单：{ws}\n3.量刑建议书一份", "附件：1.被告人{d1}现住{home:d1}；2.被害人{v1}，$tel{phone:v1}；3.证人{w1}，$tel{phone:w1}。", "附注：（1）侦查卷{n}册；（2）随案移送物品清单；（3）辩护人{l1}联系电话{officephone}。", "附：本案侦查卷宗{n}册，光盘2张。",
]
CONTACTS = ["送达地址确认：{d1}，{home:d1}，$tel{phone:d1}；{v1}，{second:v1}，$tel{phone:v1}。", "当事人联系方式：{v1}　{phone:v1}；{w1}　{phone:w1}。"]

LAYOUTS = {
    "起诉书": [
        ["§head", "§parties", "§DEFENCE", "§course", "§FOUND", "§facts", "§evidence", "§reasons", "§ADDRESSEE", "§sign", "§ATTACH"], ["§head", "§parties", "§course", "§FOUND", "§facts", "§evidence", "§reasons", "§ADDRESSEE", "§sign", "§ATTACH"], ["§head", "§parties", "§course", "§FOUND", "§facts", "§reasons", "§ADDRESSEE", "§sign"],
        ["§head", "一、被告人基本情况", "§parties", "§DEFENCE", "二、案件由来和审查过程", "§course", "三、案件事实", "§facts", "四、证据", "§evidence", "五、起诉的根据和理由", "§reasons", "§ADDRESSEE", "§sign"], ["§head", "§parties", "§DEFENCE", "§course", "§FOUND", "§facts", "§reasons", "§evidence", "§ADDRESSEE", "§sign", "§CONTACTS", "§ATTACH"],
    ],
    "不起诉决定书": [
        ["§head", "§parties", "§DEFENCE", "§course", "§FOUND", "§facts", "§reasons", "§FORFEIT", "§REMEDY", "§REMEDY", "§sign"], ["§head", "§parties", "§course", "§FOUND", "§facts", "§evidence", "§reasons", "§REMEDY", "§sign"], ["§head", "§parties", "§course", "{police}起诉意见书认定：", "§facts", "经本院审查：", "§reasons", "§evidence", "§REMEDY", "§sign"],
        ["§head", "§parties", "案由：{charge}", "§course", "§facts", "§evidence", "§reasons", "§REMEDY", "§REMEDY", "§sign", "§CONTACTS"],
    ],
    "抗诉书": [
        ["§head", "§verdicts", "§APPEAL_REASON", "§facts", "§evidence", "§reasons", "§UPPER", "§sign", "§ATTACH"], ["§head", "§parties", "§verdicts", "经依法审查，本案的事实如下：", "§facts", "§evidence", "本院认为，该判决确有错误，理由如下：", "§APPEAL_REASON", "§reasons", "§UPPER", "§sign"],
        ["§head", "原审被告人基本情况：", "§parties", "§verdicts", "一、案件事实", "§facts", "二、抗诉理由", "§APPEAL_REASON", "§APPEAL_REASON", "§reasons", "§UPPER", "§sign", "§ATTACH"], ["§head", "§verdicts", "原审查明：", "§facts", "本院审查认为：", "§APPEAL_REASON", "§evidence", "§reasons", "§UPPER", "§sign"],
    ],
    "刑事申诉复查决定书": [
        ["§head", "§claimant", "§parties", "§CLAIM", "§REVIEWED", "§facts", "§evidence", "§reasons", "§sign"], ["§head", "§claimant", "§CLAIM", "§REVIEWED", "§facts", "§reasons", "§sign"], ["§head", "§claimant", "§parties", "§CLAIM", "§CLAIM", "§REVIEWED", "§facts", "§evidence", "§reasons", "§sign", "§CONTACTS"], ["§head", "一、申诉人及原案当事人情况", "§claimant", "§parties", "二、申诉请求及理由", "§CLAIM", "三、复查认定的事实和证据", "§facts", "§evidence", "四、复查结论", "§reasons", "§sign"],
    ],
}
TABLES = [
    ("序号\t被害人\t身份证号码\t损失金额", "{i}\t{@}\t{id:@}\t{amount}"), ("姓名 | 联系电话 | 损失金额", "{@} | {phone:@} | {amount}"), ("序号　姓名　住址　联系电话", "{i}　{@}　{home:@}　{phone:@}"), ("转账人,转出账号,金额", "{@},{bank:@},{amount}"), ("编号 姓名 性别 微信号 金额", "{i} {@} {sex:@} {wx:@} {amount}"),
]
