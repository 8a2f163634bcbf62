# ruff: noqa: E501
"""Family B, layouts and sentences: held out. ``@`` stands for the person whose paragraph it is."""

TITLES = {
    "起诉书": ["起诉书", "起　　诉　　书"],
    "不起诉决定书": ["不 起 诉 决 定 书", "不　起　诉　决　定　书"],
    "抗诉书": ["抗 诉 书", "刑事抗诉书"],
    "刑事申诉复查决定书": ["刑 事 申 诉 复 查 决 定 书", "刑事申诉复查决定书"],
}
MARKS = {
    "起诉书": ["刑检刑诉", "公诉刑诉", "二部刑诉"],
    "不起诉决定书": ["刑不诉", "一部刑不诉"],
    "抗诉书": ["公诉审刑抗", "刑抗"],
    "刑事申诉复查决定书": ["控申复决", "十部刑申复决"],
}

PARTY = [
    "%{@}，{sex:@}，{birth:@}出生，{nation}，{edu}，{job}，身份证号码为{id:@}，户籍地址{hukou:@}，现居住于{home:@}。",
    "%{@}（外号：{@:nick}），{sex:@}，{nation}，生于{birth:@}，公民身份号码为{id:@}，{job}，捕前住{home:@}，手机{phone:@}。",
    "%{@}，别名“{@:nick}”，原名{@:former}，{sex:@}，{birth:@}生，籍贯{county}，{nation}，{edu}，证件号码{id:@}，住址：{home:@}。",
    "%基本情况：{@}，{sex:@}，{nation}，{birth:@}出生，居民身份证{id:@}，户口所在地为{hukou:@}，经常居住地为{home:@}，联系手机{phone:@}，微信{wx:@}。",
    "%：\n　　姓　　名：{@}\n　　性　　别：{sex:@}\n　　出生年月：{birth:@}\n　　身份证号：{id:@}\n　　现 住 址：{home:@}\n　　电　　话：{phone:@}",
    "| 姓名 | {@} | 性别 | {sex:@} |\n| 出生日期 | {birth:@} | 身份证号 | {id:@} |\n| 住址 | {home:@} | 电话 | {phone:@} |",
    "%（1）{@}，{sex:@}，{birth:@}出生，{nation}，{job}，身份证号{id:@}；家庭住址：{home:@}；联系电话：{phone:@}；邮箱：{mail:@}。",
    "%{@}，{sex:@}，{birth:@}出生，护照号{pass:@}，在华住址{home:@}，联系电话{phone:@}。",
]
PARTY_MEASURES = [
    "{date}被{police}传唤到案，次日因涉嫌{charge}罪被取保候审。",
    "因涉嫌{charge}罪于{date}被抓获，同日被{police}刑事拘留，羁押在{jail}。",
    "{date}因涉嫌{charge}罪经本院批准，由{police}执行逮捕。",
    "2011年5月因寻衅滋事被{police}行政拘留十日。{date}因本案被刑事拘留。",
]
DEFENCE = ["辩护人为{lawfirm}律师{l1}。", "委托辩护人：{l1}（{lawfirm}）。", "值班律师：{l1}，{lawfirm}。"]
COURSE_OLD = [
    "{police}侦查终结后，以%{ds}涉嫌{charge}罪于{date}移送本院审查起诉。本院依法告知了诉讼权利，听取了被害人{vs}的意见。",
    "本案经{police}侦查终结，于{date}移送本院。承办人{pro1}依法讯问了%{ds}，并询问了证人{w1}。",
]
COURSE_NEW = [
    "{police}以%{ds}涉嫌{charge}罪向本院移送起诉，本院于{date}受理。检察官{pro1}讯问了%{d1}，听取了辩护人{l1}、被害人{v1}的意见。",
    "本案由{police}侦查终结，于{date}移送本院。%{ds}在值班律师{l1}的见证下签署了具结书。",
    "{date}，{police}将%{ds}涉嫌{charge}一案移送审查起诉，侦查人员{pol1}、检察官助理{pro2}参与补充取证。",
]
FOUND = ["经审查认定的事实如下：", "本院审查认定：", "经依法审查，查明以下事实：", "经审理查明："]

CRIMES = [
    {
        "charge": "盗窃",
        "statute": ["第二百六十四条"],
        "people": "d1 d2? v1 w1? x1?",
        "facts": [
            "{date}夜，{d1}撬锁进入{v1}家（{home:v1}），盗走现金若干及一条金项链，经{institute}认定价值{amount}。",
            "{d1}与{d2}经事先商量，于{date}{time}来到{scene}，由{d2}望风，{d1}剪断{v1}电动车电瓶线将电瓶盗走，后以{amount}卖给{w1}。",
        ],
    },
    {
        "charge": "抢劫",
        "statute": ["第二百六十三条"],
        "people": "d1 d2? v1 w1",
        "facts": [
            "{date}{time}，{d1}在{scene}持刀威胁{v1}，抢走其手提包一个，内有手机（号码{phone:v1}）及身份证（{id:v1}）。环卫工{w1}目睹了经过。",
            "{d1}、{d2}尾随{v1}至{scene}，{d2}捂住其口鼻，{d1}抢得现金{amount}。路人{w1}随即拨打报警电话。",
        ],
    },
    {
        "charge": "合同诈骗",
        "statute": ["第二百二十四条第一项"],
        "people": "d1 v1 v2? w1? o1?",
        "facts": [
            "{d1}冒用{firm}名义与{v1}签订供货合同，收取定金{amount}后失联。{v1}通过{bank:v1}账户付款至{d1}提供的{bank:d1}。",
            "{date}，{d1}伪造房产证骗取{v2}借款{amount}，约定利息打入支付宝{ali:d1}。{d1}的朋友{o1}不知情。",
        ],
    },
    {
        "charge": "寻衅滋事",
        "statute": ["第二百九十三条第一款第一项"],
        "people": "d1 d2? v1 v2? w1 x1?",
        "facts": [
            "{date}{time}，{d1}酒后在{scene}无故辱骂{v1}，并用砖块砸坏其车辆（{plate:v1}），造成损失{amount}。旁人{w1}拍摄了视频。",
            "{d1}纠集{d2}在{scene}殴打{v1}，致{v1}{grade}。{v2}劝阻时亦被推倒。鉴定人{x1}出具了意见书（{docno}）。",
        ],
    },
    {
        "charge": "危险驾驶",
        "statute": ["第一百三十三条之一第一款第（二）项"],
        "people": "d1 w1?",
        "facts": [
            "{date}{time}，{d1}饮酒后驾驶{plate:d1}小型越野客车由{scene}驶离，途中被交警查获，血样检验结果为{alcohol}。副驾驶座上的{w1}证实了饮酒情况。",
            "{d1}醉酒驾驶普通二轮摩托车（{plate:d1}）在{scene}自行摔倒。经{institute}检验，{d1}血液中检出乙醇，含量{alcohol}。",
        ],
    },
    {
        "charge": "非法经营",
        "statute": ["第二百二十五条第（一）项"],
        "people": "d1 d2 w1 w2?",
        "facts": [
            "{d1}未取得许可，在{scene}仓库储存卷烟，并通过物流（运单号{waybill}）销往外省。{d2}负责收款，货款进入{d2}的账号{bank:d2}，累计{amount}。司机{w1}、搬运工{w2}均作证。"
        ],
    },
    {
        "charge": "强奸",
        "statute": ["第二百三十六条第二款"],
        "people": "d1 c1 g1 w1?",
        "facts": [
            "{d1}通过交友软件认识被害人{c1}（女，{minorbirth:c1}出生，在{school:c1}读书，家庭住址{home:c1}），明知其不满十四周岁仍在{scene}与其发生关系。其父{g1}（手机{phone:g1}）发现后报警。",
            "{date}，{d1}将{c1}骗至{scene}。{c1}之母{g1}随后赶到。证人{w1}听到{c1:given}呼救。",
        ],
    },
    {
        "charge": "帮助信息网络犯罪活动",
        "statute": ["第二百八十七条之二第一款"],
        "people": "d1 w1 v1?",
        "facts": [
            "{d1}将本人名下银行卡（{bank:d1}）及绑定手机卡（{phone:d1}）出售给{w1}，获利{amount}。该卡流入被害人{v1}被骗资金。",
            "{date}起，{d1}以微信号{wx:d1}、QQ号{qq:d1}发布收购信息，收取{w1}等人的银行卡转卖境外，从中获利{amount}。",
        ],
    },
    {
        "charge": "挪用资金",
        "statute": ["第二百七十二条第一款"],
        "people": "d1 w1 w2?",
        "facts": [
            "{d1}任{firm}财务人员期间，从单位基本户（账号{account}，开户于农业银行）分三次转出{amount}归个人使用。审计人员{w1}出具了报告，出纳{w2}指认了签名。"
        ],
    },
    {
        "charge": "掩饰、隐瞒犯罪所得",
        "statute": ["第三百一十二条第一款"],
        "people": "d1 w1 v1",
        "facts": [
            "{date}，{d1}明知{w1}出售的手机系赃物，仍在{scene}以{amount}收购。该手机系{v1}被盗财物，机身号{device}。"
        ],
    },
]

DETAILS = {
    "phone": [
        "据{w1}（联系方式{phone:w1}）讲述，当时路灯未亮。",
        "{v1}的手机号为{phone:v1}。",
        "{d1}用{phone:d1}给{w1}打过三次电话。",
        "{w1}留下座机{tel:w1}。",
        "{v1}本人电话{phone:v1}已停机。",
        "{d1}绑定手机：{phone:d1}。",
    ],
    "bank_card": [
        "冻结{d1}在邮政储蓄银行的存款，账号{bank:d1}。",
        "{v1}以建行卡{bank:v1}转出。",
        "退赔款已汇至{w1}的{bank:w1}账户。",
    ],
    "id_card": [
        "{w1}出示了身份证，号码{id:w1}。",
        "经查询，{v1}身份号码为{id:v1}。",
        "{d1}的身份证号码（{id:d1}）与在逃信息一致。",
    ],
    "home": [
        "{w1}居住在{home:w1}。",
        "{d1}被抓获于其暂住地{second:d1}。",
        "{v1}家住{home:v1}。",
        "快件寄往{w1}的住处{home:w1}。",
    ],
    "wechat": [
        "{w1}的微信为{wx:w1}。",
        "聊天记录显示{d1}微信账号{wx:d1}曾发送定位。",
        "{v1}通过微信号{wx:v1}联系卖家。",
    ],
    "qq": ["{d1}以QQ号{qq:d1}招揽客户。", "{v1}的QQ为{qq:v1}。"],
    "alipay": ["{v1}支付宝账户为{ali:v1}。", "{d1}要求转账至支付宝{ali:d1}。"],
    "email": ["文件发自{d1}的邮箱{mail:d1}。", "{w1}的电子邮件地址为{mail:w1}。"],
    "passport": ["{d1}的护照号码为{pass:d1}。", "边检查获{w1}的护照，护照号{pass:w1}。"],
    "org_account": ["涉案资金转入{firm}的银行账户，账号为{account}。", "{firm}对公账号{account}已被查询。"],
    "plate": ["{d1}驾驶的车辆号牌为{plate:d1}。", "监控拍到一辆车牌为{plate:d1}的面包车。"],
    "health": ["{v1}称其{health:v1}。", "据医院证明，{d1}{health:d1}。", "{w1}自述{health:w1}，未能到庭。"],
    "nickname": ["当地人都知道{d1}外号“{d1:nick}”。", "{w1}只知道对方叫“{d1:nick}”。", "“{d1:nick}”即{d1}本人。"],
    "former_name": ["{d1}此前使用过姓名{d1:former}。", "{d1}的曾用名{d1:former}记载于旧户口簿。"],
    "given_name": ["{v1:given}表示不再追究。", "{d1:given}对指控的事实表示认罪。", "{w1:given}的证言前后一致。"],
    "surname": ["{w1}称老板姓{d1:sur}。", "{d1:sur}某某等人陆续离开。", "经手人叫“{d1:sur}师傅”。"],
    "own_shop": ["两人曾在“{w1}{own}”见面。", "货物存放于“{v1}{own}”仓库。"],
    "school": ["{c1}案发时为{school:c1}学生。", "{school:c1}出具证明，证实{c1}在校。"],
    "birth": ["出生医学证明记载{c1}出生于{minorbirth:c1}。", "{c1}系未成年人（{minorbirth:c1}生）。"],
    "inference": ["{kin:d1}。"],
    "secret": ["卷宗中附有{secret}。", "{secret}未经授权被复制。"],
    "keep": [
        "立案决定书文号为{docno}。",
        "{firm}（统一社会信用代码{uscc}）提供了账册。",
        "增值税专用发票号{invoice}。",
        "中通快递运单{waybill}。",
        "对面是{shop}。",
        "检材编号{docno}。",
        "退赃{amount}。",
        "开庭地点为{court}（{office}）。",
        "{institute}出具{docno}意见书。",
        "电瓶编码{device}。",
        "参见{caseno}判决。",
        "本院联系电话{officephone}。",
        "指认现场位于{scene}。",
    ],
    "other": ["{o1}已被另案起诉。"],
    "police_name": ["出警人员{pol1}出具说明。"],
    "word": [],
}
TABLES = [
    ("编号\t被害人\t手机号码\t损失金额", "{i}\t{@}\t{phone:@}\t{amount}"),
    ("姓名　　银行账号　　转账数额", "{@}　　{bank:@}　　{amount}"),
    ("| 姓名 | 身份证号码 | 联系电话 | 备注 |", "| {@} | {id:@} | {phone:@} | 无 |"),
    ("序号，姓名，住址，金额", "{i}，{@}，{home:@}，{amount}"),
]
EVIDENCE = [
    "上列事实，有下列证据证明：一、物证；二、书证（{docno}）；三、证人{ws}的证言；四、被害人{vs}的陈述；五、%{ds}的供述；六、{institute}鉴定意见。",
    "指控依据：1.%{ds}在侦查阶段的供述；2.证人{w1}的证词；3.被害人{v1}的陈述；4.视频资料。",
    "以上事实有经庭前核实的证人{ws}证言、%{d1}供述及{docno}鉴定书佐证。",
    "主要证据包括：（1）报案材料；（2）{w1}的辨认笔录；（3）%{ds}的讯问录像；（4）价格认定结论书{docno}。",
]
REASONS = {
    "起诉书": [
        "综上，%{ds}的行为已构成{charge}罪，应当依照《中华人民共和国刑法》{st}追究刑事责任。依据《中华人民共和国刑事诉讼法》{law}，特提起公诉。",
        "本院认为，%{ds}目无国法，触犯《中华人民共和国刑法》{st}，应以{charge}罪定罪处刑。%{d1}系初犯。根据《中华人民共和国刑事诉讼法》{law}，现提起公诉。",
    ],
    "不起诉决定书": [
        "本院认为，%{ds}的行为情节轻微，且已取得{v1}谅解，依照《中华人民共和国刑法》{statute:第三十七条}不需要判处刑罚。根据《中华人民共和国刑事诉讼法》{law}，决定对{ds}不起诉。",
        "本院认为现有证据不足以证明{ds}实施{charge}，根据《中华人民共和国刑事诉讼法》{law}，决定不起诉{d1}。",
    ],
}
REMEDY = [
    "%{d1}对本决定不服的，可在收到决定书七日内申诉。",
    "{v1}如有异议，可于七日内向{upper}申诉，或者直接向{court}起诉。",
]
APPEAL_HEAD = [
    "{court}审理{ds}{charge}一案，作出{caseno}判决：{verdicts}本院审查后认为判决确有错误，理由如下：",
    "关于{ds}{charge}案，{court}由审判员{j1}独任审理，以{caseno}判决：{verdicts}本院认为量刑失当，抗诉理由如下：",
]
VERDICT = ["以{charge}罪判处{@}{penalty}。", "认定{@}犯{charge}罪，判处{penalty}；"]
APPEAL_REASON = [
    "{d1}拒不退赔{vs}的损失，原审未予考虑；{ws}的证言亦未采信。",
    "原判对{ds}适用刑罚不当，证人{w1}的证言真实可信。",
]
APPEAL_END = ["据此，依照《中华人民共和国刑事诉讼法》{law}提出抗诉，请予依法改判。"]
REVIEW_PARTY = [
    "申诉人（原案被害人）{@}，{sex:@}，{birth:@}生，{nation}，住{home:@}，身份证号{id:@}，电话{phone:@}。",
    "申诉人{@}，{sex:@}，{nation}，居民身份号码{id:@}，住所地{home:@}，系被害人。",
]
REVIEW_HEAD = [
    "申诉人{v1}不服{proc}对{ds}的处理决定（{docno}），向本院申诉，检察官{pro1}承办。",
    "申诉人{v1}对{court}{caseno}判决中{d1}的量刑有异议，委托{lawfirm}律师{l1}代为申诉。",
]
REVIEW_FOUND = ["复查查明如下事实：", "经本院复查："]
REVIEW_END = [
    "复查认为，{ws}的证言与在案材料吻合，对{d1}的处理并无不当，申诉人{v1}的理由不予支持，维持原处理。",
    "本院决定对申诉人{v1}的申诉予以驳回。",
]
TAIL = {"new": "检察官：{pro1}\n检察官助理：{pro2}", "old": "代理检察员　{pro1}\n书记员　{pro2}"}
ATTACH = [
    "附：%{d1}羁押于{jail}；移送卷宗四册。",
    "附注：1.{d1}取保候审住址：{home:d1}，联系方式：{phone:d1}。2.证人{w1}联系电话{phone:w1}。",
    "附件目录\n（一）侦查卷两册；\n（二）{v1}的通信地址（{home:v1}）；\n（三）扣押物品（{docno}）。",
]
