# ruff: noqa: E501
"""Family g, layouts and the sentences of procedure. ``~`` stands before who is introduced at the first mention."""

TITLES = {
    "起诉书": ["起诉书", "起 诉 书", "起　　诉　　书", "起  诉  书"], "不起诉决定书": ["不起诉决定书", "不 起 诉 决 定 书", "不起诉决定书（公开版）"],
    "抗诉书": ["刑事抗诉书", "抗诉书", "刑　事　抗　诉　书"], "刑事申诉复查决定书": ["刑事申诉复查决定书", "刑 事 申 诉 复 查 决 定 书", "刑事申诉\n复查决定书"],
}
MARKS = {
    "起诉书": ["公诉刑诉", "刑诉", "一部刑诉", "二部刑诉", "诉", "公诉一刑诉", "轻罪刑诉", "检察二部刑诉"], "不起诉决定书": ["公诉刑不诉", "刑不诉", "一部刑不诉", "轻罪刑不诉", "诉不诉"],
    "抗诉书": ["公诉刑抗", "刑抗", "公诉审刑抗", "一部审刑抗", "诉抗"], "刑事申诉复查决定书": ["控申刑申复决", "刑申复决", "控申复决", "七部刑申复决"],
}
JUVENILE = ["未检刑诉", "未检公诉刑诉", "未检刑不诉", "少检刑诉"]
JUVENILE_LINES = ["{@}实施上述行为时系在校学生，年龄未满十八周岁。", "作案时，{@}为未成年人，讯问时有合适成年人在场。", "（{@}系未成年人，已开展社会调查）"]
INTERNAL = ["审查起诉案件审查报告", "公诉案件审查报告", "检察官联席会议讨论笔录", "提请检察委员会讨论案件的报告", "案件审批表", "量刑建议审批表"]
SECRECY = ["机密★", "秘密", "秘密★1年", "机密★长期", "绝密★20年", "机密★15年"]
MASTHEADS = [
    "[organ]\n[title]\n[number]", "[organ]\n\n[title]\n\n　　　　　　　　[number]", "[organ][title]\n[number]", "[title]（{d1}{chargeshort}案）\n来源：  作者：{pro2}  编辑：{pro2}  时间：{signed}\n[organ]\n[title]\n[number]",
    "[number]\n[organ]\n[title]", "中华人民共和国\n[organ]\n[title]\n（[number]）", "{d1}涉嫌{chargeshort}案[title]\n发布时间：{signed}\n[organ]\n[number]", "[organ]\n[title]\n（副本）\n[number]", "[organ]\n[title]\n[number]", "[organ]\n[title]\n[number]",
]

PARTY_STYLES = [
    "%{@}<，绰号“{@:nick}”|，曾用名{@:former}|，又名{@:former}||>，{sex:@}，{birth:@}<出生|生>，=id={id:@}，{nation}，{edu}，{job}，=root={hukou:@}，=live={home:@}<，=tel={phone:@}|>。",
    "%{@}，{sex:@}，{nation}，{birth:@}出生<于{county}|>，{edu}，=id={id:@}，<捕前系|案发前系|>{job}，=live={home:@}。",
    "%：{@}，{sex:@}，{birth:@}生，{nation}，{county}人，{edu}，{job}，=id={id:@}，=live={home:@}，=tel={phone:@}。",
    "%{@}<（自报名）|（别名：{@:former}）|（外号{@:nick}）|>，{sex:@}，出生于{birth:@}，=id={id:@}，{nation}，{job}，{edu}，住址同户籍地：{home:@}。",
    "%{@}，{sex:@}，{birth:@}生，{nation}，{edu}，{county}人，{job}，=root={hukou:@}，<现羁押前租住{home:@}|无固定住所，暂住{home:@}>，=id={id:@}。",
    "%{@}，{sex:@}，{birth:@}出生，{id:@}，{nation}，{edu}，{job}，户籍{hukou:@}，现住{home:@}。",
    "　　姓　　名：{@}\n　　性　　别：{sex:@}\n　　出生日期：{birth:@}\n　　身份证号：{id:@}\n　　民　　族：{nation}\n　　住　　址：{home:@}\n　　联系电话：{phone:@}",
    "%姓名{@}，性别{sex:@}，民族{nation}，文化程度{edu}，出生年月{birth:@}，户籍所在地{hukou:@}，现住址{home:@}，身份证号{id:@}，职业{job}，联系电话{phone:@}。",
    "姓名\t{@}\t曾用名\t{@:former}\n性别\t{sex:@}\t民族\t{nation}\n身份证号码\t{id:@}\n住址\t{home:@}\n联系方式\t{phone:@}",
    "%{@}，{sex:@}，{year:@}年生，{nation}，{job}，家住{home:@}，=id={id:@}<，系中共党员|，非人大代表、政协委员|>。",
    "%{@}（=id={id:@}），{sex:@}，{nation}，{edu}，{job}；=root={hukou:@}；=live={home:@}；=tel={phone:@}，=wx={wx:@}。",
]
FOREIGN_STYLES = [
    "%{@}，{sex:@}，外国国籍，{birth:@}出生，护照号码{pass:@}，{edu}，{job}，在中国境内住址：{home:@}，=tel={phone:@}。", "%{@}（国籍待查），{sex:@}，{birth:@}生，持{pass:@}号护照，现住{home:@}。", "%{@}，{sex:@}，无国籍证明，自称{birth:@}出生，旅行证件号{pass:@}，暂住于{home:@}。",
]
MEASURES = [
    "{caught}因涉嫌{charge}罪被{police}刑事拘留，{arrested}经{proc}批准逮捕，<同日|次日>由{police}执行逮捕。<现羁押在{jail}。|>", "因涉嫌{charge}罪，{caught}被{police}<取保候审|监视居住>，{told}由本院<继续取保候审|变更为取保候审>。", "{caught}经{police}电话传唤到案，当日取保候审<，保证人{w1}（=tel={phone:w1}）|，交纳保证金{amount:#000元}|>。",
    "2011年#月因盗窃罪被{court}判处拘役五个月；2014年#月因吸毒被强制隔离戒毒二年。因本案{caught}被{police}抓获并刑拘，{arrested}逮捕，押于{jail}。", "{caught}因涉嫌{charge}罪被{police}刑事拘留；因{@}{health:@}，{arrested}改为取保候审，居住地{home:@}。", "曾于2009年被{court}以寻衅滋事罪判处有期徒刑一年（{caseno:（2009）##刑初字第###号}）。{caught}因本案被抓获，现在{jail}。", "<无前科。|无违法犯罪记录。|>{caught}被{police}取保候审至今。", "{caught}到{police}投案，因涉嫌{charge}罪被行政拘留后转刑事拘留，{arrested}被批准逮捕。",
]
COUNSEL = [
    "辩护人{l1}（{lawfirm}律师）。", "辩护人：{l1}，{lawfirm}律师，联系电话{officephone}。", "%{d1}委托的辩护人为{l1}<、{l2}|>，{lawfirm}律师。", "法律援助辩护律师{l1}（{lawfirm}）。", "值班律师{l1}，{lawfirm}执业律师，在场见证。", "被害人诉讼代理人{l2}，{lawfirm}律师。", "辩护人：{l1}律师（{lawfirm}）、{d1}之<兄|父>{w1}。",
]
COURSE_OLD = [
    "本案由{police}侦查终结，以<%|>{ds}涉嫌{charge}罪，于{sent}移送本院审查起诉。本院受理后，{told}告知<%|>有权委托辩护人<，并告知~{v1}有权委托诉讼代理人|>，依法讯问了%，<询问了~{v1}，|听取了辩护人{l1}的意见，|>审阅了全案材料。<因案情复杂，延长审查期限半个月。|>",
    "{ds}{charge}案，{sent}由{police}移送本院。期间，依法退回补充侦查一次，侦查机关补充了~{w1}的证言，<再次移送|重新报送>。%委托的辩护人{l1}提交书面意见一份。", "<{police}|侦查机关>{docno}起诉意见书移送%{ds}涉嫌{charge}一案，本院于{sent}收案，承办人{pro1}。现已审查终结。",
]
COURSE_NEW = [
    "本案由{police}侦查终结，以<%|>{ds}涉嫌{charge}罪，于{sent}向本院移送起诉。本院受理后，{told}告知%有权委托辩护人和认罪认罚的法律规定，讯问了%，听取了%、<值班律师{l1}|辩护人{l1}>、<被害人{v1}|被害人及其诉讼代理人>的意见，审查了全部材料。<本案适用速裁程序。|%同意适用简易程序审理。|>",
    "{police}于{sent}将本案移送起诉。检察官{pro1}<及助理{pro2}|>提讯%{ds}，<电话联系~{v1}（{phone:v1}），|><向~{w1}核实了关键情节，|>审查完毕。%{d1}在{l1}律师见证下签署具结书。", "本院于{sent}受理{police}移送的%{ds}涉嫌{charge}一案，{told}召开听证会，~{v1}、{l1}律师<及~{w1}|>到会发表意见。", "本案经{upper}指定管辖，由本院审查。{police}侦查终结后于{sent}移送，检察官{pro1}办理。<其间退查两次，延期一次。|>",
]
FOUND = ["经依法审查查明：", "经审查查明：", "本院经审查，认定的事实如下：", "现查明：", "经审理查明：", "{police}认定的事实，经本院审查，属实：", "起诉意见书指控并经本院查实：", "案件事实如下："]
REVIEWED = ["本院复查查明：", "经调卷复查：", "复查认定的事实与原处理决定一致，即：", "经本院控告申诉检察部门复查，现查明："]
PROOF = [
    "认定上述事实的证据如下：\n1．物证、书证：{docno}、户籍信息、银行交易明细；\n2．证人证言：{ws}的证言；\n3．被害人陈述：{vs}的陈述；\n4．%供述：{ds}的供述和辩解；\n5．鉴定意见：{institute}{docno}；\n6．勘验、辨认笔录；\n7．视听资料、电子数据。",
    "上述事实，有<受案登记表|抓获经过>、证人{w1}<、{w2}|>的证言、%{ds}的供述<、{vs}的陈述|>、<监控视频|手机检验报告>等证据证实。", "证据名称及证明内容：（1）{docno}，证明案件来源；（2）{w1}的证言，证明<事发经过|款项去向>；（3）{d1}的供述，证明其作案过程；（4）{institute}鉴定文书。", "以上证据，来源合法，与{w1}所证、%{ds}所供相互吻合，足以认定。<%{d1}签字认可。|>",
    "主要证据\n证人{w1}证言：<其看见{d1}在场|{d1}向其借过车|款项由其转交>。\n被害人{v1}陈述：<其遭受损失的经过|对方就是{d1}>。\n%{d1}供述：对上述事实予以承认。", "一、书证{docno}；二、证人{ws}证言；三、%{ds}供述；四、{x1}出具的鉴定意见；五、同步录音录像。", "有下列证据证实：%{d1}的供述（侦查卷第{n}页），{w1}的证言（第{n}页），{v1}的陈述（第{n}页），辨认笔录（辨认人{w1}）。", "证人{w1}（=id={id:w1}，=live={home:w1}，=tel={phone:w1}）证言、%{d1}供述及书证附卷。", "证人名单：{ws}；鉴定人：{x1}。", "相关证据由{institute}{x1}、{police}{pol1}分别出具。",
]
OPINION = {
    "起诉书": [
        "本院认为，%{ds}<无视国法|法制观念淡薄>，其行为触犯《中华人民共和国刑法》{st}，犯罪事实清楚，证据确实、充分，应当以{charge}罪追究刑事责任。<%{d1}如实供述，依据《中华人民共和国刑法》{statute:第六十七条第三款}可以从轻。|%{d1}主动投案，系自首。|>根据《中华人民共和国刑事诉讼法》{law}，提起公诉，请依法判处。",
        "本院认为，<%|>{ds}的行为已构成{charge}罪，应依《中华人民共和国刑法》{st}处罚。<鉴于{d1}赔偿~{v1}损失并获谅解，可从轻处罚。|{d1}到案后避重就轻，不宜认定坦白。|>为此，依照《中华人民共和国刑事诉讼法》{law}提起公诉。<建议判处{d1}有期徒刑十个月。|>",
        "综上所述，%{ds}{charge}的犯罪事实清楚，证据充分。根据《中华人民共和国刑法》{st}，<其系累犯，应从重|其系初犯，可酌情从宽>，现依《中华人民共和国刑事诉讼法》{law}提起公诉，请贵院依法裁判。", "%{d1}<犯罪后|到案后>自愿认罪认罚，本院依照《中华人民共和国刑法》{st}、《中华人民共和国刑事诉讼法》{law}，以{charge}罪对{ds}提起公诉。",
    ],
    "不起诉决定书": [
        "本院认为，%{ds}实施了《中华人民共和国刑法》{st}规定的行为，但情节轻微，<已与~{v1}和解|具有自首情节|系初犯、偶犯>，依照《中华人民共和国刑法》{statute:第三十七条}，不需要判处刑罚。根据《中华人民共和国刑事诉讼法》{law}，决定对{ds}不起诉。", "本院认为，{police}认定{ds}{charge}的事实不清：{w1}的证言前后不一，<{v1}的陈述没有其他证据支持|关键物证灭失>，经两次退查仍不符合起诉条件。依照《中华人民共和国刑事诉讼法》{statute:第一百七十五条第四款}，决定对%{ds}不起诉。",
        "本院审查认为，%{d1}的行为<情节显著轻微|没有造成严重后果>，不认为是犯罪，适用《中华人民共和国刑事诉讼法》{statute:第十六条第一项}，决定对{d1}不起诉。", "%{d1}归案后查明{health:d1}，其<犯罪情节轻微|主观恶性不大>，本院依《中华人民共和国刑事诉讼法》{law}，决定不起诉。",
    ],
}
PROPERTY = ["扣押在案的{plate:d1}号车，发还登记所有人{d1}。", "侦查机关冻结{d1}的=bank=账户{bank:d1}，予以解除冻结。", "%{d1}退缴的{amount:#500元}，由{police}返还{v1}（收款=card={bank:v1}）。", "扣押手机一部（串号{device}），依法处理。", "查封{d1}坐落于{home:d1}的房屋，解除查封。"]
RELIEF = [
    "被不起诉人{d1}如不服本决定，可以在收到决定书后七日以内向本院申诉。", "被害人{v1}对本决定不服的，可自收到决定书之日起七日内向{upper}申诉，请求提起公诉；也可以直接向{court}起诉。", "本决定书送达%{d1}及辩护人{l1}，{v1}<（送达地址{home:v1}）|>另行送达。", "如不服本决定，可向{upper}申诉，联系电话{officephone}。",
]
VERDICT = ["{@}犯{charge}罪成立，判处{penalty}；", "{@}{penalty}；", "被告人{@}犯{charge}罪，判处{penalty}，"]
APPEALED = [
    "{court}以{caseno}刑事判决书对被告人{ds}{charge}一案作出判决：{verdicts}本院依法审查后认为，该判决确有错误，理由如下：", "{judged}，{court}（审判长{j1}<，人民陪审员{j2}|>）判决：{verdicts}{v1}不服，向本院提出抗诉请求。", "{ds}{charge}案经{court}审理，{judged}作出{caseno}判决：{verdicts}本院认为该判决适用法律不当。", "{court}{caseno}判决书（承办法官{j1}）判令：{verdicts}经检察官{pro1}审查，建议抗诉。",
]
APPEAL_REASON = [
    "一、原判认定{d1}系从犯错误。{d1}<纠集人员|提供账户>，作用突出。二、对~{w1}的证言未予采信，理由不足。", "原判对{d1}适用缓刑明显不当：{d1}<拒不退赃|曾受处罚>，~{v1}的损失{amount:##000元}未弥补。", "原判遗漏{docno}，导致对{d1}量刑畸轻；{w1}、{w2}所证客观一致，应予采信。", "（一）{d1}到案时在{home:d1}被抓获，不构成自首；（二）其{health:d1}不是从轻的理由；（三）辩护人{l1}所提意见不能成立。", "原审被告人{d1}在二审期间仍联系证人{w1}（{phone:w1}），要求更改证言，主观恶性较深。",
]
APPEAL_END = ["综上，为维护法律统一正确实施，依照《中华人民共和国刑事诉讼法》{law}，特提出抗诉，请依法判处。", "为严肃国法，根据《中华人民共和国刑事诉讼法》{law}，对{ds}一案提出抗诉，请求改判。", "据上，本院依照《中华人民共和国刑事诉讼法》{law}提出抗诉。原审被告人{d1}现住{home:d1}<，=tel={phone:d1}|>。"]
CLAIMANT = [
    "申诉人{@}，{sex:@}，{birth:@}出生，{nation}，{edu}，{job}，=id={id:@}，=live={home:@}，=tel={phone:@}。系原案被害人。", "申诉人（原案被害人）{@}，{sex:@}，{birth:@}生，=id={id:@}，=root={hukou:@}，=live={home:@}。", "申诉人：{@}。性别：{sex:@}。民族：{nation}。=id={id:@}。住址：{home:@}。联系电话：{phone:@}。<委托代理人：{l1}，{lawfirm}律师。|>", "申诉人{@}，{sex:@}，{year:@}年生，{job}，住{home:@}，邮寄地址{second:@}，=tel={phone:@}<，=mail={mail:@}|>。",
]
CLAIM = [
    "申诉人{v1}因<%|>{d1}涉嫌{charge}一案，不服{proc}不起诉决定，以<证据充分应当起诉|未追究同案人责任|赔偿不到位>为由，于{seen}向本院提出申诉。本院指派{pro1}办理。", "{v1}不服{court}{caseno}判决，来信来访{n}次，称<{d1}量刑过轻|遗漏对~{w1}的处理|原鉴定不实>。本院{seen}立案复查。", "{v1}申诉称：<{w1}作伪证；|证人{w1}未如实陈述；>{d1}应负全部责任；要求赔偿{amount:##000元}。", "代理人{l1}（{lawfirm}律师）代{v1}提出：原案对{d1}定性错误。",
]
REVIEW_END = [
    "本院复查认为，原决定认定事实清楚，证据确实，处理适当，{v1}的申诉理由不成立。决定维持原决定。", "本院认为，{v1}提出的<赔偿|鉴定>问题，可通过民事途径解决；原处理并无不当。依《人民检察院复查刑事申诉案件规定》{statute:第四十条第一项}，审查结案。", "经复查，{w1}的证言有监控印证，原认定的{d1}{charge}事实成立。对申诉人{v1}的请求不予支持，如不服可向{upper}申诉。", "本院决定：撤销原不起诉决定，对{d1}提起公诉。<被申诉人{d1}应到庭。|>",
]
TO_COURT = ["此致\n{court}", "　　此致\n\n{court}", "此致　{court}", "致：{court}"]
TO_UPPER = ["此致\n{mid}", "　　此致\n{mid}"]
SIGN = [
    "检 察 员：{pro1}\n书 记 员：{pro2}\n{signed}", "检察官：{pro1}\n检察官助理：{pro2}\n{signed}\n（院印）", "代理检察员　{pro1}\n{signcn}", "检察官　{pro1}\n\n{signed}", "　　　　　　　　　　{pro1}\n　　　　　　　　　　{signed}", "{proc}\n检察官　{pro1}　{pro2}\n{signcn}", "检察长：{pro1}\n{signed}（印）", "{signed}\n{proc}\n承办检察官：{pro1}　书记员：{pro2}",
]
ANNEX = [
    "附件：\n1．%{d1}现<羁押于{jail}|取保候审在家，住{home:d1}>。\n2．案卷{n}册。\n3．《认罪认罚具结书》。", "附：\n被告人{d1}，现住{home:d1}，=tel={phone:d1}；\n证人{w1}，=tel={phone:w1}；\n证人{w2}，住{home:w2}。", "附注：1.%{d1}取保候审于{home:d1}，联系方式{phone:d1}，保证人{w1}（{phone:w1}）；2.证据目录、主要证据复印件{n}页。", "附：证人、鉴定人名单：{ws}、{x1}。", "附项：本案卷宗{n}册，{d1}讯问光盘一张；申请{w1}出庭作证。", "　　附：量刑建议书一份；{v1}谅解书一份；{w1}、{w2}书面证言各一份。",
    "附件二：被害人{v1}联系方式：{phone:v1}，{home:v1}；诉讼代理人{l2}，{lawfirm}。", "附送达回证：收件人{d1}（{home:d1}），代收人{w1}（与受送达人系夫妻）。",
]
FOOT = ["（第1页，共{n}页）被告人签名：{d1}", "本件与原本核对无异　核对人：{pro2}", "打印：{pro2}　校对：{pro1}　共印{n}份", "案管部门电话：{officephone}　地址：{office}", "联系人：{pro2}　电话：{officephone}", "　　（此件送：{court}、{d1}、辩护人{l1}、被害人{v1}）", "经办：{pro1}　签收：{w1}　{signed}", "抄送：{police}；留存：{pro2}"]

_IND = "masthead|parties|counsel|course|found|story|"
LAYOUTS = {
    "起诉书": [
        _IND + "notes|proof|notes|opinion|tocourt|sign|annex", _IND + "table|notes|proof|opinion|notes|tocourt|sign|annex|foot", "masthead|parties|course|found|story|notes|blocks|proof|opinion|tocourt|sign", "masthead|parties|counsel|course|=一、犯罪事实|story|notes|=二、证据|proof|notes|=三、法律适用|opinion|tocourt|sign|annex",
        "masthead|course|parties|counsel|found|story|blocks|notes|opinion|proof|tocourt|sign|foot", "masthead|parties|found|story|notes|opinion|tocourt|sign|annex|annex", "masthead|=【被告人基本情况】|parties|=【审查经过】|course|=【审查认定】|story|table|notes|blocks|=【证据】|proof|=【结论】|opinion|tocourt|sign|foot",
    ],
    "不起诉决定书": [
        _IND + "notes|opinion|property|relief|relief|sign", _IND + "notes|proof|notes|opinion|relief|sign|foot", "masthead|parties|course|={police}移送认定：|story|notes|=本院审查后认为：|proof|opinion|relief|sign", "masthead|parties|counsel|course|found|story|blocks|notes|opinion|property|relief|sign|annex", "masthead|course|parties|found|story|table|notes|proof|opinion|relief|relief|sign|foot",
    ],
    "抗诉书": [
        "masthead|verdicts|reason|story|notes|reason|end|toupper|sign|annex", "masthead|parties|verdicts|=经依法审查，本案事实如下：|story|notes|=本院认为，原判错误在于：|reason|notes|end|toupper|sign", "masthead|parties|counsel|verdicts|found|story|table|notes|proof|reason|end|toupper|sign|annex|foot", "masthead|verdicts|=一、事实|story|blocks|notes|=二、理由|reason|reason|=三、其他|notes|end|toupper|sign",
    ],
    "刑事申诉复查决定书": [
        "masthead|claimant|parties|claim|reviewed|story|notes|ending|sign", "masthead|claimant|claim|reviewed|story|notes|proof|ending|sign|foot", "masthead|claimant|counsel|parties|claim|claim|reviewed|story|blocks|notes|ending|sign|annex", "masthead|=申诉人情况：|claimant|=原案当事人：|parties|=申诉理由：|claim|=复查认定：|story|table|notes|proof|=处理决定：|ending|sign", "masthead|claim|claimant|reviewed|story|notes|notes|ending|foot|sign",
    ],
}
TABLES = [
    ("序号\t姓名\t证件号码\t联系电话\t金额（元）", "{i}\t{@}\t{id:@}\t{phone:@}\t#{i}00"), ("被害人　开户行　账号　被骗金额", "{@}　=bank=　{bank:@}　{amount:##00元}"), ("编号,姓名,住址,退赔情况", "{i},{@},{home:@},已退赔"), ("受害人 / 电话 / 车牌 / 损失", "{@} / {phone:@} / {plate:@} / {amount:#00元}"), ("|序号|户名|卡号|交易时间|", "|{i}|{@}|{bank:@}|{when1}|"),
    ("姓名 性别 身份证号 住址", "{@} {sex:@} {id:@} {home:@}"), ("收据号\t交款人\t支付宝\t数额", "{i}\t{@}\t{ali:@}\t{amount:#000元}"), ("序号\t微信昵称\t实名\t微信号", "{i}\t{@:nick}\t{@}\t{wx:@}"), ("人员：\t伤情：\t地址：", "{@}\t{grade}\t{home:@}"),
]
