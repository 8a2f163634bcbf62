# ruff: noqa: E501
"""Family d, layouts and the sentences of procedure: how ten clerks would lay the same papers out."""

TITLES = {
    "起诉书": ["起　诉　书", "起诉书", "起 诉 书"], "不起诉决定书": ["不 起 诉 决 定 书", "不起诉决定书"],
    "抗诉书": ["刑 事 抗 诉 书", "抗诉书"], "刑事申诉复查决定书": ["刑事申诉复查决定书", "刑 事 申 诉 复 查 决 定 书"],
}
TITLE_TAILS = ["　当事人：{d1}", "（适用于{d1}{chargeshort}案）", "【{d1}·{chargeshort}】", "\n案由：{d1}{chargeshort}"]
MARKS = {
    "起诉书": ["二检刑诉", "公二刑诉", "刑诉", "轻罪刑诉"], "不起诉决定书": ["二部刑不诉", "公二刑不诉", "轻罪刑不诉"],
    "抗诉书": ["二部刑抗", "公二刑抗", "审监刑抗"], "刑事申诉复查决定书": ["七部刑申复决", "刑申复查决", "刑申复"],
}
JUVENILE = ["未检刑", "未检"]
JUVENILE_LINES = ["（%{@}实施犯罪时未满十八周岁，系未成年人。）", "%{@}作案时为未成年人。"]
INTERNAL = ["案件审查报告", "检察官联席会议讨论笔录", "案件讨论笔录", "延长审查起诉期限审批表"]
SECRECY = ["机密★7年", "秘密★3年", "绝密★", "秘密"]

PARTY_STYLES = [
    "%{@}，{sex:@}，{birth:@}出生于{county}，居民身份证号{id:@}，{nation}，{edu}，捕前系{job}，<家住|户籍地与住址均为>{home:@}。",
    "%{@}，{sex:@}，{nation}，{year:@}年生，{edu}，{job}，身份证编号：{id:@}，户籍<登记在|所在地>{hukou:@}，<寄住|实际居住地>{home:@}，<联系号码|电话>{phone:@}。",
    "%情况：{@}（{sex:@}，{nation}，{edu}）；出生：{birth:@}；证件：{id:@}；职业：{job}；户籍：{hukou:@}；居所：{home:@}；电话：{phone:@}。",
    "%：{@}，别号“{@:nick}”；{sex:@}；{birth:@}出生；{nation}；{edu}；身份证：{id:@}；住：{home:@}；通讯：手机{phone:@}，微信{wx:@}。",
    "1.姓名：{@}\n2.曾用名：{@:former}\n3.性别：{sex:@}　4.出生日期：{birth:@}\n5.身份证号码：{id:@}\n6.民族、文化：{nation}、{edu}\n7.职业：{job}\n8.住所：{home:@}\n9.电话：{phone:@}",
    "姓　　名　{@}　　性　　别　{sex:@}\n出生日期　{birth:@}　　民　　族　{nation}\n身份证号　{id:@}\n户 籍 地　{hukou:@}\n现 住 址　{home:@}\n联系电话　{phone:@}",
    "诉讼地位\t姓名\t性别\t证件号码\t住址\n%\t{@}\t{sex:@}\t{id:@}\t{home:@}",
    "%{@}（{sex:@}，{birth:@}生，{nation}，{edu}，{job}，身份证号{id:@}，住{home:@}）。",
    "%{@}（自报名{@:former}，诨名“{@:nick}”），{sex:@}，{job}，公民身份号码{id:@}，<籍贯{county}，|>捕前落脚于{home:@}。",
    "%基本情况\n　　{@}，{sex:@}，{birth:@}出生。身份证号码：{id:@}。{nation}，{edu}，{job}。户籍所在地：{hukou:@}。现居住地：{home:@}。",
]
PARTY_FOREIGN = ["%{@}，{sex:@}，{birth:@}生，{job}，持{pass:@}号护照入境，在华住所{home:@}，邮箱{mail:@}。", "%{@}（外国籍），{sex:@}，{birth:@}出生，护照号{pass:@}，{edu}，{job}，<来华后|>住{home:@}，手机{phone:@}。"]
MEASURES = [
    "{caught}因本案被{police}传唤到案，{arrested}经本院决定<取保候审|监视居住>。", "因涉嫌犯{charge}罪，{caught}由{police}刑事拘留，{arrested}经本院批准逮捕，<次日|同日>执行，<羁押在|押于>{jail}。", "{caught}主动投案，次日由{police}取保候审，保证人{w1}（电话{phone:w1}）。",
    "有前科：{court:<甘肃省临夏县|江西省万载县|云南省马关县|四川省高县>人民法院}于2011年以<故意毁坏财物罪|盗伐林木罪|赌博罪>判处其拘役<二个月|四个月>（{caseno:（2011）刑初字第##号}）。{caught}因本案被羁押，现押{jail}。", "无前科。{arrested}起被{police}指定居所监视居住。", "2009年{month}月因殴打他人被{police}行政拘留七日（{docno:公（治）行决字〔2009〕第###号}）。{caught}因涉嫌{charge}罪归案，现取保候审，住址同上。",
]
DEFENCE = [
    "辩护人{l1}，<系|>{lawfirm}<专职律师|律师>，受委托。", "委托辩护人：{l1}　{lawfirm}　执业证号{docno:1#10120#1########}。", "依{d1}申请，法律援助中心指派{lawfirm}{l1}律师为其辩护。",
]
COURSE = [
    "{police}侦查终结后，{sent}以%{ds}涉嫌{charge}罪移送本院。<次日|{told}>，本院向%送达权利义务告知书，<向被害人{v1}送达《被害人诉讼权利告知书》，|>并<当面|远程视频>讯问，<辩护人{l1}在场，|>全案材料均已阅核。",
    "案件来源：{police}移送。受案日：{sent}。承办人：检察官{pro1}。<本院已告知%{ds}认罪认罚从宽制度，值班律师{l1}在场提供帮助。|期间延长审查期限半个月。>",
    "%{ds}{charge}一案，经{police}侦查，于{sent}报送本院。审查中，本院<复核了{w1}、{w2}的证言|当面听取被害人{v1}意见|询问了证人{w1}>，<两次退查，|>现已审查完毕。",
    "本院于{sent}收到{police}移送的%{ds}涉嫌{charge}罪一案的案卷<三册|五册>及光盘。经审阅案卷、讯问%，<听取{v1}、{l1}意见，|>案件事实已查清。",
]
FOUND = ["审查查明的事实：", "经审理案卷并核实证据，查明：", "本院查明：", "{police}起诉意见书载明的下列事实，经核属实：", "案情如下。"]
EVIDENCE = [
    "据以认定的证据分四组：\n第一组　{police}的受案材料、{docno}文书；\n第二组　{ws}的证言；\n第三组　{vs}的陈述、%{ds}的供述；\n第四组　{institute}鉴定意见、现场图。",
    "①物证照片②<搜查|提取>笔录③{ws}的证言④{vs}的陈述⑤%{ds}的讯问笔录⑥{institute}出具的{docno}意见书⑦同步录音录像。以上证据，来源合法，互相吻合。",
    "以上事实，%{ds}在侦查阶段供述稳定；{w1}所作证言与之印证；<{w2}对{d1}作了混杂辨认；|>另有现场勘验检查工作记录、电子数据可证。",
    "证据名称｜提供人｜页码\n证言｜{w1}｜卷二12-19\n陈述｜{v1}｜卷二20-31\n供述｜{d1}｜卷三1-44\n鉴定意见｜{institute}｜卷四",
    "（1）书证：{docno}。（2）证人证言：{ws}。（3）被害人陈述：{vs}。（4）供述：{ds}。（5）鉴定意见：{institute}{x1}。",
    "证据方面，有{vs}的报案陈述，{ds}的供认，扣押清单所列物品，调取自{shop}的录像。经质证，{l1}律师未提异议。",
    "{w1}证称看到%{d1}离开现场；{v1}指认不讳；{d1}亦供认。勘验、检查笔录由{police}制作，见证合法。",
]
REASONS = {
    "起诉书": [
        "综合全案，%{ds}<罔顾法纪|见利忘义>，实施上述行为，已触犯《中华人民共和国刑法》{st}，依法当以{charge}罪论处。<{d1}归案后坦白，可依{statute:第六十七条第三款}从轻。|{d1}系主犯。|>今依《中华人民共和国刑事诉讼法》{law}，向你院提起公诉。",
        "%{d1}的行为符合《中华人民共和国刑法》{st}规定的构成要件，事实清楚，证据充分。<{v1}已出具谅解书，请一并考虑。|建议判处有期徒刑六个月至一年。|>依据《中华人民共和国刑事诉讼法》{law}移请审判。",
        "起诉理由：%{ds}犯{charge}罪，罪证确凿。适用法律：《中华人民共和国刑法》{st}；《中华人民共和国刑事诉讼法》{law}。",
    ],
    "不起诉决定书": [
        "%{ds}的行为触及《中华人民共和国刑法》{st}，唯情节轻微，<且已与{v1}达成和解|又能如实供述>，参照《中华人民共和国刑法》{statute:第三十七条}，可免予刑罚。据此，按《中华人民共和国刑事诉讼法》{law}，对{ds}作出不起诉决定。",
        "<侦查机关两次补充侦查后|经补查>，除{v1}陈述外，并无其他证据证明{d1}实施了犯罪<，{w1}的证言前后不一|>。依《中华人民共和国刑事诉讼法》{law}，决定不对{ds}起诉。",
        "经检察委员会研究，认为{d1}虽有过错，尚不构成犯罪。适用《中华人民共和国刑事诉讼法》{statute:第十六条}、{law}，不予起诉。",
    ],
}
FORFEIT = ["涉案财物：{plate:d1}汽车发还{d1}；现金{amount:#000元}退还{v1}。", "解除对{bank:d1}账户（户名{d1}）的冻结。", "随案移送的<手机|银行卡>由{police}依法处置，清单号{docno}。", "本院对扣押的{w1}的物品已通知其领取（{phone:w1}）。"]
REMEDY = [
    "%{d1}对本决定不服，收到之日起七日内可向本院提出申诉。", "{v1}不服的，七日内可以请求{upper}提起公诉，亦可径向{court}自诉。", "以上权利，由{pro1}当面告知{v1}。", "本决定书送达{ds}、{police}及{v1}。",
]
VERDICT = ["以{charge}罪判处{@}{penalty}；", "被告人{@}犯{charge}罪，科以{penalty}。", "{@}（{penalty}）"]
APPEALED = [
    "{court}{judged}作出{caseno}刑事判决，审判长{j1}。判决主文：{verdicts}本院经审查，认为量刑明显不当，现提出抗诉。", "被告人{ds}{charge}一案，{court}以{caseno}判决：{verdicts}被害人{v1}于{judged}后五日内请求抗诉，本院审查后认为有理。", "原审案号：{caseno}。原审结果：{verdicts}承办法官：{j1}。",
]
APPEAL_REASON = [
    "其一，原判采信{d1}的辩解，却未回应{w1}的证言；其二，{v1}的损失分文未赔，不宜从轻。", "抗诉要点：1.自首认定有误，{d1}系在{scene}被抓获，并非投案；2.对{ds}所处刑罚与罪责不符。", "二审期间出现新证据：{w1}<于{judged}向本院寄来书面证言|来院说明情况>，证实{d1}庭前曾威胁{v1}。",
    "原判遗漏{v1}的附带民事请求，且对辩护人{l1}的意见只字未提，程序失当。",
]
APPEAL_END = ["为此，依《中华人民共和国刑事诉讼法》{law}，抗诉如上，请依法纠正。", "综上，原判{statute:第六十七条}适用错误，按《中华人民共和国刑事诉讼法》{law}，特向你院抗诉。"]
UPPER = ["此致\n{mid}", "此　致\n　　{mid}"]
CLAIMANT = [
    "申诉人：{@}，{sex:@}，{birth:@}生，{nation}，{job}，证件号{id:@}，住{home:@}，联系电话{phone:@}。系本案被害人。", "申诉人{@}（本案被害人），{sex:@}，{edu}，现居{home:@}，身份证{id:@}，手机：{phone:@}。<委托代理人{l1}，{lawfirm}律师。|>", "申诉人姓名：{@}\n与案件关系：被害人\n身份证号码：{id:@}\n地址：{home:@}\n电话：{phone:@}",
]
CLAIM = [
    "{v1}对{proc}关于{ds}{charge}案的处理不服，{seen}来信申诉，称<证人{w1}作了伪证|{d1}从未道歉|赔偿款只到账一半>。", "申诉事由：原处理对{d1}过宽；请求：重新追究其刑事责任。本院{pro1}、{pro2}两名检察官复查。", "申诉人{v1}不服{court}{caseno}判决，向本院递交申诉状，并附{w1}书写的证明一份。",
]
REVIEWED = ["复查认定：", "本院调取原卷、走访当事人后，确认事实如下：", "经复查，原案事实为："]
REVIEW_END = ["复查结论：原处理<并无不妥|量罚相当>。{w1}接受复核询问时所述与原证言无异，{v1}所提理由不能成立，本院决定不支持其申诉，审查结案。", "鉴于{d1}的行为已受相应处理，{v1}的诉求缺乏依据，决定：维持。", "本院认为，对{ds}的原处理适当，{v1}的申诉理由不予采纳。"]
SIGNATURES = [
    ["承办检察官　{pro1}", "书　记　员　{pro2}", "{signcn}"], ["{proc}", "检察官：{pro1}", "检察官助理：{pro2}", "{signed}"], ["检察长　{pro1}", "{signed}（公章）"], ["代理检察员　{pro1}、{pro2}", "{signcn}"], ["{proc}\n{signcn}", "（承办人{pro1}，联系电话{officephone}）"],
]
ATTACH = [
    "附注：\n一、%{d1}现住{home:d1}，电话{phone:d1}；\n二、证人{w1}地址：{home:w1}；\n三、案卷{n}册。", "附：\n（一）证人名单\n{w1}　{phone:w1}\n{w2}　{phone:w2}\n（二）被害人：{v1}　{phone:v1}", "随卷：光盘{n}张、{docno}鉴定书、赃证物清单。", "附件　出庭人员联络表：{x1}（鉴定人），{phone:x1}；{w1}（证人），{phone:w1}；{l1}（律师），{officephone}。", "【附】1.认罪认罚具结书；2.换押证（{jail}）；3.社区矫正机构联系人详见卷四。",
]
ADDRESSEE = ["谨致\n{court}", "此　致\n　　{court}"]

_MAIN = ["§head", "§parties", "§DEFENCE", "§COURSE", "§FOUND", "§facts", "§EVIDENCE", "§REASONS", "§ADDRESSEE", "§sign", "§ATTACH"]
LAYOUTS = {
    "起诉书": [
        _MAIN, ["§head", "第一部分　当事人", "§parties", "§DEFENCE", "第二部分　诉讼经过", "§COURSE", "第三部分　事实与证据", "§facts", "§EVIDENCE", "第四部分　起诉意见", "§REASONS", "§ADDRESSEE", "§sign"],
        ["§head", "§COURSE", "【被告人】", "§parties", "【事实】", "§facts", "【证据】", "§EVIDENCE", "【理由】", "§REASONS", "【附页】", "§ATTACH", "§sign"], ["§head", "§parties", "§FOUND", "§facts", "§EVIDENCE", "§COURSE", "§REASONS", "§ADDRESSEE", "§sign", "§ATTACH"],
        ["§head", "（速裁程序）", "§parties", "§facts", "§REASONS", "§ADDRESSEE", "§sign"],
    ],
    "不起诉决定书": [
        ["§head", "§parties", "§DEFENCE", "§COURSE", "§FOUND", "§facts", "§EVIDENCE", "§REASONS", "§FORFEIT", "§REMEDY", "§sign"], ["§head", "一、%身份情况", "§parties", "二、案由及经过", "§COURSE", "三、查明事实", "§facts", "四、决定理由", "§REASONS", "五、救济途径", "§REMEDY", "§REMEDY", "§sign"],
        ["§head", "§COURSE", "§parties", "{police}移送认定：", "§facts", "本院审查后认为：", "§REASONS", "§EVIDENCE", "§REMEDY", "§FORFEIT", "§sign"], ["§head", "§parties", "§COURSE", "§facts", "§REASONS", "§REMEDY", "§sign", "§ATTACH"],
    ],
    "抗诉书": [
        ["§head", "§verdicts", "§facts", "§APPEAL_REASON", "§EVIDENCE", "§APPEAL_END", "§UPPER", "§sign", "§ATTACH"], ["§head", "§parties", "§verdicts", "本案事实：", "§facts", "抗诉理由：", "§APPEAL_REASON", "§APPEAL_REASON", "§APPEAL_END", "§UPPER", "§sign"],
        ["§head", "【原审情况】", "§verdicts", "【原审被告人】", "§parties", "【检察机关认定】", "§FOUND", "§facts", "§EVIDENCE", "【抗诉意见】", "§APPEAL_REASON", "§APPEAL_END", "§sign"],
    ],
    "刑事申诉复查决定书": [
        ["§head", "§claimant", "§parties", "§CLAIM", "§REVIEWED", "§facts", "§EVIDENCE", "§REVIEW_END", "§sign"], ["§head", "§claimant", "§CLAIM", "§REVIEWED", "§facts", "§REVIEW_END", "§sign", "§ATTACH"],
        ["§head", "§CLAIM", "当事人：", "§claimant", "§parties", "§REVIEWED", "§EVIDENCE", "§facts", "§REVIEW_END", "§sign"], ["§head", "（一）申诉人", "§claimant", "（二）申诉请求", "§CLAIM", "（三）复查情况", "§facts", "§EVIDENCE", "（四）决定", "§REVIEW_END", "§sign"],
    ],
}
TABLES = [
    ("登记号;姓名;住址;退赔数额", "{i};{@};{home:@};{amount}"), ("当事人／证件／账户", "{@}／{id:@}／{bank:@}"), ("│姓名│手机│微信│", "│{@}│{phone:@}│{wx:@}│"), ("序　姓　名　身份证号　损失", "{i}　{@}　{id:@}　{amount}"),
]
