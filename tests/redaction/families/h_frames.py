# ruff: noqa: E501
"""Family h, layouts and the sentences of procedure from 2013 to 2025."""

TITLES = {
    "起诉书": ["起诉书", "起 诉 书", "起　诉　书"], "不起诉决定书": ["不起诉决定书", "不 起 诉 决 定 书", "不　起　诉　决　定　书"],
    "抗诉书": ["刑事抗诉书", "刑 事 抗 诉 书", "抗诉书"], "刑事申诉复查决定书": ["刑事申诉复查决定书", "刑 事 申 诉 复 查 决 定 书", "刑事申诉复查\n决定书"],
}
TITLE_TAILS = ["\n（{d1}{chargeshort}案）", "（{d1}涉嫌{chargeshort}）", "\n{d1}{chargeshort}案"]
MARKS = {
    "起诉书": ["公诉刑诉", "刑诉", "一部刑诉", "二部刑诉", "刑检刑诉", "诉刑诉"], "不起诉决定书": ["公诉刑不诉", "刑不诉", "一部刑不诉", "二部刑不诉"],
    "抗诉书": ["公诉刑抗", "刑抗", "二部刑抗", "公诉审刑抗"], "刑事申诉复查决定书": ["控申刑申复决", "刑申复决", "五部刑申复决", "控申复决"],
}
JUVENILE = ["未检刑诉", "未检公诉刑诉", "未检刑不诉"]
JUVENILE_LINES = ["{@}作案时未满十八周岁，法定代理人到场。", "%{@}系未成年人，本院已封存相关材料。", "本院已通知{@}的法定代理人及合适成年人参与诉讼。"]
INTERNAL = ["公诉案件审查报告", "案件讨论笔录", "检察委员会审议材料", "审查起诉案件审批表", "案件审查报告"]
SECRECY = ["机密★5年", "秘密★", "秘密★3年", "绝密★", "机密"]

PARTY_STYLES = [
    "%{@}<，绰号“{@:nick}”|，曾用名{@:former}|，又名{@:former}|||>，{sex:@}，{birth:@}出生，«id»{id:@}，{nation}，{edu}，{job}，«root»{hukou:@}，«live»{home:@}。",
    "%{@}，{sex:@}，{birth:@}出生<于{county}|>，«id»{id:@}，{nation}，{edu}，<捕前系|案发前为|>{job}，«live»{home:@}<，«tel»{phone:@}|>。",
    "%{@}<（绰号“{@:nick}”）|（网名“{@:nick}”）|（曾用名{@:former}）||>，{sex:@}，{nation}，{birth:@}生，«id»{id:@}，{county}人，{edu}，{job}，住{home:@}。",
    "%{@}，{sex:@}，{year:@}年出生，{nation}，«id»{id:@}，{edu}，{job}，«root»{hukou:@}，现住同上。", "%{@}，{sex:@}，{birth:@}出生，{nation}，户籍{county}，{edu}，{job}，«id»{id:@}，捕前暂住{home:@}。",
    "%姓名：{@}\n性别：{sex:@}　民族：{nation}　出生日期：{birth:@}\n«id»{id:@}\n文化程度：{edu}　职业：{job}\n住址：{home:@}\n联系电话：{phone:@}", "%{@}，{sex:@}，{nation}，{edu}，{job}；生于{birth:@}；«id»{id:@}；住{home:@}；联系方式{phone:@}。",
    "姓名\t{@}\t性别\t{sex:@}\n公民身份号码\t{id:@}\n户籍地\t{hukou:@}\n现住址\t{home:@}\n联系电话\t{phone:@}", "%{@}，{sex:@}，{birth:@}出生，居民身份证号码{id:@}，{nation}，{edu}，{job}，家庭住址{home:@}，无前科。",
]
PARTY_FOREIGN = ["%{@}，{sex:@}，{birth:@}出生，护照号码{pass:@}，{edu}，{job}，在华居住地{home:@}。", "%{@}（持{pass:@}号护照），{sex:@}，{birth:@}生，{job}，暂住{home:@}，«tel»{phone:@}。", "%{@}，{sex:@}，外国公民，{birth:@}出生，护照号{pass:@}，案发前在我国务工，住{home:@}。"]
MEASURES = [
    "因涉嫌{charge}罪，{caught}被{police}刑事拘留，{arrested}经本院批准逮捕，同日由{police}执行。<现羁押于{jail}。|>", "{caught}因涉嫌{charge}罪被{police}取保候审，{told}经本院决定继续取保候审。", "因涉嫌{charge}罪于{caught}被{police}传唤到案，次日取保候审。<保证人系^{w3}。|>", "{caught}因本案被抓获，{arrested}被逮捕，羁押于{jail}。",
    "曾因盗窃罪于2008年#月被{court}判处有期徒刑十个月；2009年#月刑满释放。因涉嫌{charge}罪，{caught}被{police}刑事拘留，{arrested}被执行逮捕。", "因{@}{health:@}，{caught}由{police}监视居住于{home:@}。", "2011年#月因吸毒被行政拘留七日（{docno:公（禁）决字〔2011〕##号}）。{caught}因涉嫌{charge}罪被刑事拘留，{arrested}变更为取保候审。", "2010年#月因犯故意伤害罪被判处有期徒刑二年，缓刑三年。{caught}因涉嫌{charge}罪被{police}刑事拘留。",
]
DEFENCE = ["辩护人{l1}，{lawfirm}专职律师。", "辩护人：{l1}，{lawfirm}律师，联系电话：{officephone}。", "值班律师{l1}，{lawfirm}。", "委托辩护人{l1}，系{lawfirm}执业律师。", "法律援助辩护人：{l1}（{lawfirm}）。"]
COURSE_OLD = [
    "本案由{police}侦查终结，以%{ds}涉嫌{charge}罪，于{sent}向本院移送审查起诉。本院受理后，于{told}已告知%有权委托辩护人<，已告知~{v1}有权委托诉讼代理人|>，讯问了%，<听取了~{v1}的意见，|听取了辩护人{l1}的意见，|>审查了全部案件材料。<期间退回补充侦查一次。|>",
    "{police}以{docno}起诉意见书移送%{ds}涉嫌{charge}案，本院于{sent}受理。承办人{pro1}依法告知权利，讯问了%{ds}，核实了~{w1}的证言，现已审查终结。", "本案由{police}侦查终结，{sent}移送本院。因案情复杂，延长审查期限十五日。本院讯问了%{d1}，询问了证人{w1}，审阅了案卷{n}册。",
]
COURSE_NEW = [
    "本案由{police}侦查终结，以%{ds}涉嫌{charge}罪，于{sent}向本院移送起诉。本院受理后，于{told}告知%享有的诉讼权利和认罪认罚的法律规定，讯问了%，听取了%及其辩护人{l1}<、~{v1}|>的意见，审查了全部案件材料。<%同意适用速裁程序。|>",
    "本案由{police}于{sent}移送起诉。检察官{pro1}<、检察官助理{pro2}|>讯问了%{ds}，<拨打{phone:v1}联系~{v1}并|>听取了意见，审查了全部材料。期间补充侦查一次。", "本院受理{police}移送的%{ds}涉嫌{charge}一案后，{told}组织公开听证，~{v1}、律师{l1}到会发表意见。审查期间，%{d1}在{l1}见证下签署《认罪认罚具结书》。",
]
FOUND = ["经依法审查查明：", "经审查查明：", "经本院依法审查，查明：", "现查明如下事实：", "{police}移送起诉认定，并经本院审查确认："]
EVIDENCE = [
    "认定上述事实的证据如下：\n1.物证、书证：{docno}、扣押清单、户籍材料；\n2.证人{ws}的证言；\n3.~{v1}的陈述；\n4.%{ds}的供述与辩解；\n5.{institute}出具的鉴定意见；\n6.现场勘验笔录、辨认笔录；\n7.监控录像光盘二张。", "上述事实有下列证据证明：受案登记表、到案经过、证人{w1}<、{w2}|>的证言、%{ds}的供述、鉴定意见书、视听资料，足以认定。", "（1）书证：{docno}、银行流水；（2）~{w1}的证言，证明<案发经过|事前联络情况>；（3）%{d1}的供述，证明其作案细节；（4）<~{x1}|鉴定人>出具的意见；（5）辨认笔录，~{v1}辨认出{d1}。",
    "以下证据均已查证属实：证人{ws}的证言，被害人{vs}的陈述，%{ds}在侦查机关的供述，{police}{docno}及电子数据提取笔录。", "证人{w1}、{w2}的证言与%{ds}的供述能够相互印证，并有{institute}{docno}、现场照片等佐证。", "证据清单：一、受案登记表、立案决定书；二、{w1}证言；三、{v1}陈述；四、%{ds}供述；五、{docno}。上述证据收集程序合法。", "以上事实，%{ds}均供认不讳，另有证人{w1}的证言、书证{docno}、辨认笔录在案佐证。",
    "证明上述事实的证据：\n（1）~{w1}的证言。证实当天{d1}来过，停留时间不长；\n（2）~{w2}的证言。证实{w1}事后向其讲过此事；\n（3）~{v1}的陈述。证实其受害的时间、地点；\n（4）%{d1}的供述。与{w1}、{v1}所述一致。", "一、言词证据\n{ws}的证言，{vs}的陈述，%{ds}的供述和辩解。\n二、书证\n{docno}、户籍信息、前科查询结果。\n三、其他证据\n{institute}鉴定意见、现场照片、光盘。", "经查，在案证据有：{w1}、{w2}等人的证言；~{v1}的陈述及辨认笔录；{police}民警{pol1}出具的抓获说明；%{ds}供述；电子数据。", "本院采信的证据包括：1．{w1}的询问笔录（<两次|三次>）；2．{d1}的讯问笔录；3．{w2}提供的<转账截图|通话录音|收据原件>；4．{docno}。", "指控证据如下：证人{ws}所作证言，证实案件起因；~{x1}所作鉴定意见，证实<损害程度|检验结果>；%{ds}供述笔录，证实其对起诉意见书所列事实没有异议；到案说明，由{police}出具。", "~{w1}证言（卷二第{n}页）、{w2}证言（卷二第{n}页）、%{d1}供述（卷一第{n}页）、{docno}（卷三第{n}页），上述证据相互印证。",
]
REASONS = {
    "起诉书": [
        "本院认为，%{ds}<违反国家法律|不思悔改>，其行为触犯了《中华人民共和国刑法》{st}，犯罪事实清楚，证据确实、充分，应当以{charge}罪追究其刑事责任。<%{d1}认罪认罚，依法可从宽处理。|>根据《中华人民共和国刑事诉讼法》{law}的规定，提起公诉，请依法判处。", "本院认为，%{ds}法制观念淡薄，实施前述行为，事实清楚，证据确实充分，已触犯《中华人民共和国刑法》{st}，应以{charge}罪定罪处罚。<%{d1}系累犯，应当从重。|%{d1}积极退赔~{v1}的损失，可酌情考虑。|>依据《中华人民共和国刑事诉讼法》{law}，现提起公诉，请依法惩处。", "综上，%{d1}实施上述行为，构成{charge}罪，适用《中华人民共和国刑法》{st}。<{d1}系自首，可以从轻。|~{v1}已表示谅解，可酌情从轻。|>根据《中华人民共和国刑事诉讼法》{law}，特提起公诉。",
        "本院认为，%{ds}的行为已构成{charge}罪，依照《中华人民共和国刑法》{st}，应当承担刑事责任。建议判处%{d1}有期徒刑一年，并处罚金。依照《中华人民共和国刑事诉讼法》{law}，请予审判。",
    ],
    "不起诉决定书": [
        "本院认为，{ds}实施了《中华人民共和国刑法》{st}规定的行为，但犯罪情节轻微，<~{v1}已表示谅解|到案后如实供述|系从犯>，依照《中华人民共和国刑法》{statute:第三十七条}的规定，不需要判处刑罚。根据《中华人民共和国刑事诉讼法》{law}，决定对{ds}不起诉。", "本院认为，现有证据不足以证明{d1}实施了指控的犯罪，<~{w1}的证言前后矛盾|缺乏客观证据>，不符合起诉条件。依照《中华人民共和国刑事诉讼法》{law}，决定对{ds}不起诉。", "本院认为，被不起诉人{ds}虽触犯《中华人民共和国刑法》{st}，<鉴于其与~{v1}已和解|鉴于其主动投案|鉴于其初犯、偶犯>，且认罪悔罪，依照《中华人民共和国刑法》{statute:第三十七条}可以免除刑罚。依据《中华人民共和国刑事诉讼法》{law}，现决定对{ds}作不起诉处理。", "本院认为，{d1}的行为情节显著轻微，危害不大，不认为是犯罪，根据《中华人民共和国刑事诉讼法》{statute:第十六条第（一）项}、{law}，决定对{ds}不起诉。",
    ],
    "抗诉书": ["综上，该判决<适用法律不当|认定事实错误>，依照《中华人民共和国刑事诉讼法》{law}，特向贵院提出抗诉，请依法改判。", "综上所述，原审裁判对{d1}量刑明显不当，应予纠正。依照《中华人民共和国刑事诉讼法》{law}，提请贵院对{ds}{charge}一案依法重新审判。", "为准确打击犯罪，维护司法公正，依据《中华人民共和国刑事诉讼法》{law}，对原审被告人{ds}一案提出抗诉。"],
    "刑事申诉复查决定书": ["本院认为，原决定认定事实清楚，处理适当，申诉人{cl}的理由不能成立，根据《人民检察院复查刑事申诉案件规定》{statute:第四十条第一项}，维持原决定。", "本院复查认为，申诉人{cl}提出的<量刑过轻|应追究他人责任>的主张，缺乏证据支持，不予采纳。本案审查结案。", "综合全案，{cl}所称与查明事实不符，{d1}的供述、{w1}的证言均能证明原认定无误。决定：不支持申诉请求，维持原处理结论。", "经检察长决定，驳回{cl}的申诉。{cl}如不服，可向{upper}提出申诉。"],
}
FORFEIT = ["扣押在案的手机由{police}依法处理；{plate:d1}号车辆发还{d1}。", "被不起诉人{d1}退缴的{amount:#200元}，由本院发还~{v1}。", "对冻结的{d1}账户（{bank:d1}）解除冻结。", "涉案财物依法移送有关机关处理。"]
REMEDY = ["被不起诉人不服本决定的，可以自收到决定书后七日内向本院申诉。", "被害人{v1}不服本决定，可以自收到后七日内向{upper}申诉，或直接向{court}起诉。", "本决定已送达{d1}、{v1}及{police}。", "{d1}应当自觉接受训诫，具结悔过。"]
VERDICT = ["被告人{@}犯{charge}罪，被判处{penalty}；", "判处{@}{penalty}，以{charge}罪定罪；", "{@}被判处{penalty}（{charge}罪）。"]
APPEALED = [
    "{court}于{judged}作出{caseno}刑事判决，认定%{ds}{charge}一案，{verdicts}本院收到判决书后，经审查认为该判决确有错误。", "本院提起公诉的{ds}{charge}一案，{court}审判长{j1}等组成合议庭审理后判决：{verdicts}~{v1}不服，于{judged}请求本院抗诉。", "{caseno}刑事判决书宣告：{verdicts}现依法审查，该判决在定罪量刑上均存在错误。",
]
APPEAL_REASON = [
    "一、原判量刑畸轻。{d1}作案手段恶劣，未取得{v1}谅解，且有劣迹，原判适用缓刑不当。二、证人{w1}的证言应予采信。", "原判认定{d1}具有自首情节，与事实不符：{d1}系在{home:d1}被抓获，并非主动投案；{w1}证实其曾企图逃跑。", "（一）原审未认定{d1}与{d2}的主从关系，致使量刑失衡。（二）原判遗漏关键证据——{institute}{docno}。", "原判采纳{l1}提出的{d1}{health:d1}的意见，不符合从轻处罚的法定条件。{d1}已赔偿{amount:##000元}的事实，原判重复评价。", "原审对被害人{v1}的损失认定偏低，应为{amount:##650元}。同时，{w2}当庭推翻证言，理由不足。",
]
CLAIMANT = [
    "申诉人{@}，{sex:@}，{birth:@}出生，«id»{id:@}，{nation}，{edu}，{job}，«live»{home:@}，«tel»{phone:@}。", "申诉人：{@}，{sex:@}，{nation}，{birth:@}生，身份证号{id:@}，现住{home:@}，电话{phone:@}。<委托代理人{l1}，{lawfirm}律师。|>", "申诉人{@}，{sex:@}，{edu}，{job}，户籍地{hukou:@}，联系方式{phone:@}，邮寄地址{home:@}。",
]
CLAIM = ["申诉人{cl}不服{proc}对{charge}案作出的处理决定，以<事实不清|有新的证据|处理过轻>为由，于{seen}向本院申诉。", "{cl}因{charge}案，不服{court}{caseno}刑事判决，提出申诉，称<{w1}可以作证|判决遗漏赔偿|鉴定程序违法>。检察官{pro1}依法办理。", "{cl}提出：一、原决定对{d1}定性不当；二、~{w1}的证言未被采纳。并附证据材料{n}页。"]
REVIEWED = ["经复查查明：", "本院依法复查，认定事实如下：", "复查认定的事实："]
UPPER = ["此致\n{mid}"]
ADDRESSEE = ["此致\n{court}", "此　　致\n{court}"]
SIGN_OLD = [["检察员：{pro1}", "书记员：{pro2}", "{signed}"], ["代理检察员：{pro1}", "{signed}"], ["检察员　{pro1}", "{signcn}", "（院印）"], ["{proc}", "{signed}"]]
SIGN_NEW = [["检察官：{pro1}", "检察官助理：　{pro2}", "{signed}"], ["检察官　　{pro1}", "{signed}　（院印）"], ["检察官　{pro1}", "书记员　{pro2}", "{signcn}"], ["{proc}", "{signed}"]]
ATTACH = [
    "附件：1.%{d1}现羁押于{jail}；2.案卷{n}册；3.证人名单：{ws}。", "附：1.%{d1}取保候审，住{home:d1}，«tel»{phone:d1}；2.证据目录一份；3.量刑建议书。", "附注：\n1.侦查卷宗{n}册；\n2.随案移送光盘一张；\n3.{v1}的联系电话{phone:v1}，«live»{home:v1}。", "附件：1.证人{w1}，«tel»{phone:w1}；2.证人{w2}，«tel»{phone:w2}；3.具结书一份。", "附：鉴定意见书副本一份，{n}页。", "随案移送：手机、U盘各一；{l1}律师手续一份，联系电话{officephone}。",
]
CONTACTS = ["联系方式：{d1}　{phone:d1}；{v1}　{phone:v1}；{w1}　{phone:w1}。", "送达地址：{d1}，{home:d1}；{v1}，{home:v1}。", "文书送达：{v1}（{phone:v1}）、辩护人{l1}。"]

LAYOUTS = {
    "起诉书": [
        "head parties DEFENCE course FOUND story table goods? said amends? evidence mixed reasons ADDRESSEE sign ATTACH", "head parties course FOUND story arrival amends table evidence mixed reasons ADDRESSEE sign ATTACH CONTACTS", "head =一、当事人情况 parties DEFENCE =二、诉讼经过 course step =三、审查查明的事实 story table said =四、证据 evidence mixed =五、本院意见 reasons ADDRESSEE sign", "head parties DEFENCE past course story table arrival mixed evidence reasons ADDRESSEE sign ATTACH", "head parties course FOUND story table said mixed reasons evidence ADDRESSEE sign CONTACTS",
    ],
    "不起诉决定书": [
        "head parties DEFENCE course FOUND story table arrival amends mixed reasons FORFEIT REMEDY REMEDY sign", "head parties course FOUND story past table evidence mixed reasons REMEDY sign", "head parties course =案件事实 story said amends =不起诉的理由 reasons mixed table FORFEIT REMEDY sign ATTACH", "head parties DEFENCE course story table step mixed evidence reasons REMEDY REMEDY sign CONTACTS",
    ],
    "抗诉书": [
        "head verdicts APPEAL_REASON story table mixed evidence reasons UPPER sign ATTACH", "head =原审被告人的基本情况 parties verdicts =案件事实 story table said mixed =抗诉的理由 APPEAL_REASON APPEAL_REASON reasons UPPER sign", "head verdicts =本院查明 story table mixed =本院意见 APPEAL_REASON evidence reasons UPPER sign CONTACTS", "head parties verdicts story amends table mixed APPEAL_REASON reasons UPPER sign ATTACH",
    ],
    "刑事申诉复查决定书": [
        "head claimant parties CLAIM REVIEWED story table mixed evidence reasons sign", "head claimant parties CLAIM CLAIM REVIEWED story said table mixed reasons sign CONTACTS", "head =一、申诉人情况 claimant =二、原案当事人 parties CLAIM =三、复查经过 step story table evidence mixed =四、复查意见 reasons sign", "head claimant CLAIM REVIEWED story amends table mixed reasons sign ATTACH",
    ],
}
TABLES = [
    ("序号 | 姓名 | 身份证号码 | 金额", "{i} | {@} | {id:@} | {amount}"), ("被害人\t手机号码\t被骗金额", "{@}\t{phone:@}\t{amount}"), ("序号　被害人　银行账号　转账金额", "{i}　{@}　{bank:@}　已汇{amount}"), ("姓名,性别,住址,电话", "{@},{sex:@},{home:@},{phone:@}"), ("编号\t姓名\t支付宝账号\t损失", "{i}\t{@}\t{ali:@}\t{amount}"),
]
