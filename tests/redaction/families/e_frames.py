# ruff: noqa: E501
"""Family e, layouts and sentences. ``&`` is a passer-by who appears in one sentence only."""

TITLES = {
    "起诉书": ["起诉书", "起　 诉 　书", "起 诉 书"], "不起诉决定书": ["不起诉决定书", "不　起　诉　决　定　书"],
    "抗诉书": ["刑事抗诉书", "抗 诉 书", "抗诉书"], "刑事申诉复查决定书": ["刑事申诉复查决定书", "刑事申诉复查\n决　定　书"],
}
MARKS = {
    "起诉书": ["刑诉", "一部刑诉", "三部刑诉", "公刑诉", "速裁刑诉"], "不起诉决定书": ["刑不诉", "二部刑不诉", "公刑不诉"],
    "抗诉书": ["刑抗", "公诉刑抗", "支刑抗"], "刑事申诉复查决定书": ["刑申复", "控申复决", "十部刑申复决"],
}
JUVENILE = ["未检刑诉", "少捕诉刑诉", "未检刑不诉"]
JUVENILE_LINES = ["经骨龄鉴定，{@}作案时未满十八周岁。", "（案发时{@}为在校未成年学生）"]
INTERNAL = ["刑事案件审查报告", "检察官联席会议记录", "提请检察委员会讨论案件的报告", "送审稿审批表", "案件汇报提纲"]
SECRECY = ["秘密★3年", "机密★10年", "绝密★长期", "秘密"]
MASTHEADS = [
    "[organ]\n\n[title]\n\n[number]\n", "[organ]\n[title]\n[number]", "[number]\n[organ][title]", "[title]\n（{chargeshort}案）\n[organ]\n[number]",
    "[organ]　　　　[number]\n\n[title]\n", "[title]（{d1}涉嫌{chargeshort}案）\n来源：案件管理部门　编辑：{pro2}　时间：{date}\n\n[organ]\n[number]", "[organ]\n[title]\n文书编号　[number]\n\n",
]

_ID = "<证件号|身份证号|公民身份号码|居民身份证|身份证件号码：|公民身份号码为>{id:@}"
_LIVES = "<现居|租住|暂住|家住|住所地|居住地：|实际居住>{home:@}"
_ROOTS = "<户籍地|户籍|户口在|原籍>{hukou:@}"
_CALLS = "<手机|联系电话|电话|联系方式：|常用号码>{phone:@}"
PARTY_STYLES = [
    "%{@}<，乳名“{@:nick}”|，又叫{@:former}|，绰号{@:nick}|>，{sex:@}，生于{birth:@}，{nation}，{edu}，案发前为{job}。" + _ID + "。" + _ROOTS + "，" + _LIVES + "，" + _CALLS + "。",
    "%基本情况：{@}；{sex:@}；{birth:@}生；{nation}；{edu}；{job}；" + _ID + "；" + _LIVES + "；" + _CALLS + "；微信号{wx:@}。",
    "%：{@}<（曾用名{@:former}）|（人称“{@:nick}”）|>／{sex:@}／{nation}／{birth:@}出生／{edu}／{job}／身份证{id:@}／住{home:@}。",
    "【%】{@}\n【性别】{sex:@}　【民族】{nation}\n【出生】{birth:@}\n【公民身份号码】{id:@}\n【户籍】{hukou:@}\n【现住】{home:@}\n【手机】{phone:@}",
    "{@}，本案%，{sex:@}，{nation}，{edu}，{job}，" + _ID + "，" + _LIVES + "，<曾用|另用>名{@:former}<，QQ号{qq:@}|>。",
    "诉讼地位\t%\n姓　　名\t{@}\n性　　别\t{sex:@}\n证件号码\t{id:@}\n住　　址\t{home:@}\n电　　话\t{phone:@}",
    "%{@}（{sex:@}，{birth:@}生，{nation}，" + _ID + "），{job}，" + _ROOTS + "，" + _LIVES + "。",
    "- %姓名：{@}\n- 性别及出生日期：{sex:@}，{birth:@}\n- 身份证号：{id:@}\n- 户籍地：{hukou:@}\n- 联系电话：{phone:@}",
]
FOREIGN_STYLES = [
    "%{@}，{sex:@}，外国籍，{birth:@}生，护照<号|号码为>{pass:@}，{job}，<在华住址|境内居所>{home:@}，" + _CALLS + "。",
    "%{@}，<凭|持用>{pass:@}号护照入境，{sex:@}，{edu}，{job}，入住{home:@}。",
]
MEASURES = [
    "<因本案，|>{date}由{police}<刑事拘留|拘传到案后刑事拘留>，同年{month}月转逮捕，<关押在|现押>{jail}。", "{police}{date}对其取保候审，<保证金{amount}|由其亲属作保>；本院决定继续取保候审。",
    "<早年|十年前|二〇〇九年>曾因<殴打他人|盗窃电缆|吸毒>被{police}处行政拘留十日。{date}主动到案，次日被<刑事拘留|监视居住>，现<在押于|羁押于>{jail}。", "强制措施：<取保候审|监视居住>（{police}，{date}决定）。",
    "有前科，{court}曾以盗窃罪判其拘役四个月（{caseno}）。本次于{date}被抓获，羁押在{jail}。",
]
COUNSEL = [
    "{lawfirm}律师{l1}<受托|接受委托>为%{d1}辩护。", "<值班律师|法律帮助律师>：{l1}，执业于{lawfirm}。", "辩护人：{l1}、{l2}，<均系|同为>{lawfirm}律师。", "%{d1}的辩护律师为{l1}（{lawfirm}，所址{office}）。", "{l1}律师由法律援助中心指派，执业机构{lawfirm}。",
]
COURSE = [
    "{police}就%{ds}{charge}案侦查终结后，于{date}报送本院审查。<收案次日|三日内>本院向%送达权利义务告知书，<主办检察官{pro1}讯问%并听取辩护人{l1}意见|{pro1}检察官两次提讯>，现已审查完毕。",
    "本案系{police}移送，案由{charge}，涉案人员{ds}。本院受理时间为{date}。<期间退查一次，补充了证人{w1}的询问笔录。|其间延长审查期限十五日。|>",
    "接{upper}交办，本院对{police}移送的{ds}涉嫌{charge}一案进行审查，<{date}|当月>召开听证会，<人民监督员{&}列席|被害人{v1}到场陈述>。",
    "案件由来：{police}<网上巡查|接群众举报>立案，侦查终结后移送本院，办案民警{pol1}<随案说明取证经过|多次补证>。%{ds}对移送罪名{charge}<无异议|提出辩解>。",
    "{date}，{police}以{docno}起诉意见书认为%{ds}涉嫌{charge}罪。本院依法告知诉讼权利，<{l1}律师阅卷三次|核实了主要证据>。",
]
FOUND = ["审查认定：", "本院查明的事实如下：", "经阅卷、讯问并核实证据，查明：", "现已查清：", "【案件事实】"]

DETAILS = {
    "phone": [
        "<办案人员|书记员>以{phone:w1}与{w1}通话核实。", "机主{v1}的号码{phone:v1}案发后<停机|呼叫转移>。", "订单预留电话{phone:d1}，<实名人|登记人>{d1}。", "<报警人|求助者>{&}，手机{phone:&}。", "家属{w2}（电话：{phone:w2}）<愿意代为退赔|已收到通知>。",
        "{v1}办公室座机{tel:v1}，住宅电话未登记。", "“{phone:w1}”这个号码存在{d1}通讯录里，备注{w1:sur}姐。", "外卖单显示：{&}，{phone:&}，无接触配送。",
    ],
    "bank_card": [
        "{d1}名下{bank:d1}借记卡<被止付|挂失补办过一次>。", "{v1}把钱存在卡号{bank:v1}的工资卡里。", "<开户人|户主>{w1}，卡号{bank:w1}，流水共四页。", "退赃款请汇：{v1}，{bank:v1}。", "反诈平台推送的涉诈卡包括{bank:d1}（持卡人{d1}）。",
    ],
    "id_card": [
        "比对人像库，{&}的身份证号为{id:&}。", "{v1}（居民身份证{id:v1}）<系本案受损业主|无前科劣迹>。", "住宿登记：{d1}／{id:d1}／入住一晚。", "证人{w1}，公民身份号码{id:w1}，<具有作证能力|与本案无利害关系>。", "房屋租赁备案表上承租人填{w2}，证件号{id:w2}。",
    ],
    "home": [
        "{&}家住{home:&}，离现场步行五分钟。", "传票寄往{w1}住所{home:w1}，<被退回|已签收>。", "{v1}搬离后暂住{second:v1}。", "侦查员在{d1}租住的{home:d1}提取到<手机盒|作案用手套>。", "户主{w2}，户籍地址{home:w2}，一人独居。", "<邮政回执|顺丰面单>写明：{v1}收，{home:v1}。", "{w1}回忆当时住在{flat:w1}。",
    ],
    "wechat": ["{w1}的微信号{wx:w1}，头像为荷花。", "对方账号{wx:d1}，<经实名查询|经腾讯公司反馈>为{d1}。", "{v1}把{wx:d1}拉进家族群。", "微信账单：{v1}（{wx:v1}）→{d1}（{wx:d1}），{amount}。"],
    "qq": ["登录IP对应QQ账号{qq:d1}，使用者{d1}。", "{v1}（QQ：{qq:v1}）在空间发帖求助。", "群管理员{&}，QQ{qq:&}。", "QQ{qq:w1}系{w1}初中时申请。"],
    "alipay": ["支付宝{ali:d1}的认证人是{d1}。", "{v1}用支付宝账号{ali:v1}<垫付|扫码支付>{amount}。", "支付宝账户{ali:w1}（{w1}）与本案无涉。"],
    "email": ["报价单发自{mail:d1}，落款{d1}。", "{w1}邮箱{mail:w1}内存有全部往来函件。", "投诉信寄到{mail:v1}，{v1}次日回复。", "{&}的工作邮箱为{mail:&}。"],
    "passport": ["出入境记录：{d1}，护照{pass:d1}，<无出境|出境两次>。", "{v1}的因私护照（{pass:v1}）<过期|留在旅行社>。", "证人{w1}持{pass:w1}号护照回国。"],
    "org_account": ["{firm}结算账户（{account}）<余额不足|被法院查封>。", "保证金须汇至户名{firm}、账号{account}。", "对公账号{account}属{firm}，由{d1}掌管网银U盾。"],
    "plate": ["车主{w1}所有的{plate:w1}号车借给了{d1}。", "卡口抓拍到{plate:d1}，驾驶位为{d1}。", "{v1}的车（{plate:v1}）停在楼下。", "代驾{&}骑折叠车返回，其自有车辆{plate:&}。"],
    "health": [
        "{d1}{health:d1}，<看守所医务室定期发药|羁押期间两次就诊>。", "{v1}家属反映，{v1}{health:v1}。", "{w1}{health:w1}，书面作证。", "因{d1}{health:d1}，变更强制措施。", "{&}{health:&}，未再询问。", "病历首页：{v1}，{health:v1}。",
    ],
    "nickname": ["<牌友|道上>只知他叫“{d1:nick}”，真名{d1}。", "{w1}混号{w1:nick}，<摆摊为生|没有固定住处>。", "“{d1:nick}来过”是{w1}的原话。", "通话中被称作“{v1:nick}”的人即{v1}。", "{d1}，江湖人称{d1:nick}，<好赌|嗜酒>。"],
    "former_name": ["{d1}户口迁移前登记为{d1:former}。", "{v1}，结婚前用名{v1:former}，后<随夫姓|改名>。", "{w1}还有一张写着{w1:former}的旧身份证。", "{d1}以{d1:former}之名办过暂住证。"],
    "given_name": ["{d1:given}对起获物品逐一确认。", "{v1:given}提出精神损害赔偿，未获支持。", "邻居们说{w1:given}为人本分。", "“是{d1:given}叫我去的。”{w1}说。", "{w2:given}没有到场。"],
    "surname": ["{w1}多次称呼对方为“{d1:sur}总”。", "门卫只记得{v1:sur}师傅常来。", "小{w1:sur}先走一步。"],
    "own_shop": ["监控来自“{w1}{own}”门头。", "{v1}开的“{v1}{own}”当天歇业。", "送货单抬头为{w2}{own}，签收人{w2}。"],
    "school": ["班级考勤表表明{c1}在{school:c1}就读。", "{school:c1}老师{&}发现{c1}手臂有伤。", "家访记录：{c1}，{school:c1}，独生子女。"],
    "birth": ["预防接种证上{c1}的出生日期是{minorbirth:c1}。", "{c1}（{minorbirth:c1}生）由社工陪同接受询问。"],
    "inference": ["<另悉|走访得知|户籍资料反映>，{kin:d1}。", "卷内便笺提到{kin:d1}。"],
    "secret": ["从U盘恢复出{secret}。", "{secret}系{firm}的商业秘密，<仅限三人查阅|未对外公开>。", "{d1}承认拍摄了{secret}。"],
    "keep": [
        "鉴定聘请书{docno}附卷。", "{firm}，统一社会信用代码{uscc}，<存续|已注销>。", "随案附增值税发票（{invoice}）一张。", "<快递|物流>底单{waybill}与口供吻合。", "经现场指认，地点在{scene}。", "途中曾在{shop}短暂停留。", "案发时{shop}正在打烊。",
        "另有罚没款{amount}上缴国库。", "{court}地处{office}。", "{institute}（{office}）受托评估，报告{docno}。", "关联案件{caseno}已生效。", "监控点位：{scene}。", "本批货值{amount}，税票{invoice}。", "手机串号{device}。", "案管大厅电话{officephone}。", "{institute}认定损伤程度为{grade}。",
        "小票显示在{shop}消费{amount}。", "尸检、伤检由{institute}完成，文号{docno}。", "营业执照代码{uscc}。", "评估价{amount}，依据{docno}。", "{upper}于{date}批复同意。", "血样乙醇含量{alcohol}。",
    ],
    "everyday": [
        "当日恰逢{word:清明}，祭扫者众。", "查封手续{word:顺利}完成。", "店内只供应{word:馒头}和豆浆。", "墙上刷有“{word:团结}协作”四字。", "{word:立夏}过后水位上涨，现场部分被淹。", "地上散落{word:茶壶}碎片。", "其曾获“{word:自强}模范”称号。", "粮食{word:丰收}后集中收购。",
        "{word:朝阳}一侧窗户未上锁。", "门上贴着{word:双喜}字。", "屋檐下有{word:麻雀}窝，遮挡了部分画面。",
    ],
    "official_name": ["本院{pro1}检察官、{pro2}检察官助理参与现场复勘。", "书记员{pro2}全程记录。", "检委会委员{pro1}列席研究。", "庭审由审判长{j1}主持，<休庭两次|当庭未宣判>。"],
    "lawyer_name": ["{v1}委托律师{l1}代为领取赔偿款。", "阅卷律师{l1}出具{docno}函件。", "{l1}（{lawfirm}）建议适用缓刑。", "诉讼代理人{l2}，{lawfirm}律师，当庭补交证据。"],
    "other": ["{o1}现已去世。", "同案人{o1}<另行处理|批捕在逃>。", "{o1}是{d1}的表叔，早年迁居外地。"],
    "police_name": ["民警{pol1}<、辅警若干名|>将{d1}带回。", "抓获经过由侦查员{pol1}出具。", "{police}{pol1}警官负责追赃。"],
    "passing": [
        "<帮厨|船工|锅炉工|前台|环卫工|司机|护工|学徒>{&}<看在眼里|事后讲述了全过程|当场录了音>。", "当晚在座的还有{&}。", "{&}替{d1}捎过两次东西。", "<堂哥|连襟|儿媳|外公|发小|继母|前夫>{&}<不愿作证|出面说和>。", "后来{&}也赶到，{v1}已经走了。", "担保人一栏签着{&}。",
        "据{&}讲，{d1}那几天没有出门。", "电话是{&}接的。", "{&}、{w1}先后做了辨认，<结果一致|均无误>。", "<村会计|合伙人|班组长|工头|楼长|摊主>{&}交出账本一册。", "见证人：{&}。", "{v1}叫上{&}一同找到{d1}。", "{w1}平时与{&}合住。", "租车合同上的紧急联系人是{&}，{phone:&}。",
    ],
}
RATES = {"keep": 0.95, "passing": 0.75, "given_name": 0.45, "nickname": 0.4, "inference": 0.18, "secret": 1.0, "other": 0.2, "everyday": 0.35}
TABLES = [
    ("编号\t车主\t车牌\t电话\t损失", "{i}\t{@}\t{plate:@}\t{phone:@}\t{amount}"), ("业主姓名 / 证件号 / 住址", "{@} / {id:@} / {home:@}"), ("№　投资人　汇出卡号　金额", "{i}　{@}　{bank:@}　{amount}"),
    ("+收件人+手机+运单+", "+{@}+{phone:@}+{waybill}+"), ("姓名；支付宝；微信；应退款", "{@}；{ali:@}；{wx:@}；{amount}"), ("序号  姓名  身份证号  住所", "{i}  {@}  {id:@}  {home:@}"),
]
PROOF = [
    "据以定案的证据包括：①{docno}等书证；②{w1}证言；③%{ds}供述；④{institute}鉴定书；⑤现场指认录像。", "有下列证据佐证——书证：{docno}；言词证据：{w1}、{w2}之证言，被害人{vs}之陈述，%{ds}之供述；鉴定意见：{institute}出具。",
    "%{ds}在侦查阶段供述稳定，与{w1}所述、{docno}记载相互印证。", "本案证据有：到案说明；{vs}陈述；{ws}证词；%{d1}讯问录像；银行流水。", "以上事实由{docno}、监控截图、%{ds}的供认以及其他材料共同证明。", "证据一，{w1}（{phone:w1}）的电话询问记录；证据二，{docno}；证据三，%{d1}亲笔供词。",
    "举证清单\n（甲）书证：{docno}，{docno}\n（乙）证人：{w1}，住{home:w1}\n（丙）被害人：{vs}\n（丁）%供述：{ds}", "鉴定人{x1}的意见、{w1}的证言、%{ds}的供述均收集合法，本院予以采信。",
]
OPINION = {
    "起诉书": [
        "本院认为，%{ds}的上述行为应以{charge}罪论处，《中华人民共和国刑法》{st}有明文规定。%{d1}<到案后坦白|认罪态度较好|拒不认罪>，<建议从宽|请在量刑时一并考虑>。兹依《中华人民共和国刑事诉讼法》{law}向你院起诉。",
        "综合全案，%{ds}触犯《中华人民共和国刑法》{st}，{charge}罪名成立。<{v1}已出具谅解书。|{d1}退赔{amount}。|>现依据《中华人民共和国刑事诉讼法》{law}，将本案诉至你院，请予审判。", "本院认为：%{ds}之行为构成{charge}罪，适用《中华人民共和国刑法》{st}；起诉依据为《中华人民共和国刑事诉讼法》{law}。",
    ],
    "不起诉决定书": [
        "本院认为，{ds}的行为虽符合《中华人民共和国刑法》{st}所列情形，然其<主观恶性小|积极挽回损失>，<{v1}书面表示谅解，|>可免予刑罚，适用《中华人民共和国刑法》{statute:第三十七条}。据《中华人民共和国刑事诉讼法》{law}，对{ds}不起诉。",
        "因证据链条存在缺口（{w1}翻证，{docno}无法复核），本院认定{ds}犯{charge}罪尚不能排除合理怀疑。按《中华人民共和国刑事诉讼法》{law}，决定不起诉{ds}。", "综上，{d1}所为未达立案标准，不以犯罪论。遵照《中华人民共和国刑事诉讼法》<{statute:第十五条}|{statute:第十六条}>、{law}，本院不起诉{ds}。",
    ],
}
PROPERTY = ["{d1}被扣的{plate:d1}号车，<发还本人|移交{police}>。", "解冻{d1}账户{bank:d1}。", "暂扣款{amount}退给{v1}。", "在案手机随清单{docno}移交。", "查封的{home:d1}房产予以解封。"]
RELIEF = ["%{d1}对本决定有异议的，七日内可书面向本院申诉。", "{v1}若不服，七日内可请求{upper}复查，亦可径向{court}自诉。", "副本送达{police}、%{d1}<及其辩护人{l1}|>。"]
VERDICT = ["<以|认定>{charge}罪判处{@}{penalty}<，|；>", "{@}被判{penalty}<；|，>"]
APPEALED = [
    "{court}{caseno}判决：{verdicts}宣判后，<被害人{v1}不服|辩护人{l1}未提异议>。本院认为量刑失当，具体如下。", "{date}，{court}（审判长{j1}）对{ds}{charge}案作出{caseno}一审裁判：{verdicts}经本院检察官{pro1}审查，该裁判应予纠正。", "一审结果：{verdicts}见{court}{caseno}。本院不予认同。",
]
APPEAL_REASON = [
    "其一，原判把{d1}认定为从犯，与{w1}的证言不符；其二，{ds}未退赃，不宜轻判。", "原审对{d1}<自首的认定缺乏依据|处刑过轻>，对{v1}的损失{amount}只字未提。", "一审遗漏{docno}这一关键书证，致{d1}罪责评价失衡。", "{d1}到案后翻供，原审仍予减轻，显属不当；{w1}当庭陈述应当采纳。",
]
APPEAL_END = ["据此，按照《中华人民共和国刑事诉讼法》{law}，本院提出抗诉，请予改判。", "为此，本院依《中华人民共和国刑事诉讼法》{law}抗诉，<建议发回重审|请依法裁判>。"]
CLAIMANT = [
    "申诉人：{@}，{sex:@}，{birth:@}生，{nation}，{job}；<证件号码|身份证>{id:@}；<通信地址|住>{home:@}；<手机|联系电话>{phone:@}；与原案关系：被害人。", "申诉人{@}（原案被害一方），{sex:@}，公民身份号码{id:@}，户籍地{hukou:@}，<现住|借住>{home:@}<，微信{wx:@}|>。",
    "{@}，申诉人，{sex:@}，{edu}，{job}，住{home:@}，电话{phone:@}。",
]
CLAIM = [
    "{v1}对{docno}处理结论不满，<递交申诉状|经由{l1}律师>向本院申诉，称{ds}{charge}案<遗漏同案人{o1}|赔偿{amount}未兑现|认定有误>。", "申诉事由：{v1}认为{court}{caseno}裁判对{ds}过于宽缓。承办人{pro1}约谈申诉人一次。", "{date}，本院收到{v1}来信（挂号{waybill}），要求追究{ds}{charge}责任，随信附{w1}证词。",
]
REVIEWED = ["复查情况如下：", "本院调卷复查，认定：", "复查所见："]
REVIEW_END = ["本院认为，原处理于法有据，{v1}所提新证（{docno}）不足以推翻。决定维持。", "复查结论：{d1}{charge}一案处理适当，申诉人{v1}的请求不予支持，依《中华人民共和国刑事诉讼法》{law}结案。", "原认定与{w1}所证一致，驳回{v1}申诉；可向{upper}再行申诉。"]
SIGNATURES = [
    "主办检察官：{pro1}\n检察官助理：{pro2}\n{date}", "检察官　{pro1}\n书 记 员　{pro2}\n{date}（公章）", "{proc}\n检察员　{pro1}\n{date}", "{date}\n{proc}（盖章）\n签发：{pro1}　校对：{pro2}", "员额检察官 {pro1}　　{date}",
]
ANNEX = [
    "附注：\n一、%{d1}<现押{jail}|现住{home:d1}，联系电话{phone:d1}>；\n二、证据材料{n}卷；\n三、证人{w1}住{home:w1}，手机{phone:w1}。", "随案移送：卷宗{n}册；光盘两张；被害人{v1}联系卡（电话{phone:v1}，{home:v1}）。", "附件目录：（1）{docno}；（2）{l1}律师意见；（3）{v1}谅解书。",
    "送达：{court}、%{d1}（{home:d1}）、{l1}律师。", "（此件与原件一致，核对人{pro2}）", "附：出庭名单　{w1}、{w2}，鉴定人{x1}。", "备注：%{d1}亲属联系人{w1}，{phone:w1}。",
]
TO_COURT = ["此致\n{court}", "　　此　　致\n{court}", "呈\n{court}"]
TO_UPPER = ["报送：{upper}", "此致\n{upper}"]

# A layout is one text; [name] is a section.
_A = "[masthead]\n[parties]\n[counsel]\n[course]\n[found]\n[story]\n[odds]\n[proof]\n[opinion]\n[court]\n[sign]\n[annex]"
LAYOUTS = {
    "起诉书": [
        _A, "[masthead]\n[course]\n一　当事人\n[parties]\n[counsel]\n二　事实与证据\n[story]\n[table]\n[proof]\n[odds]\n三　意见\n[opinion]\n[court]\n[sign]", "[masthead]\n[parties]\n[course]\n[found]\n[table]\n[story]\n[proof]\n[odds]\n[opinion]\n[court]\n[sign]\n[annex]",
        "[masthead]\n[parties]\n[found]\n[story]\n[proof]\n[opinion]\n[property]\n[odds]\n[sign]\n[annex]", "[masthead]\n[counsel]\n[parties]\n[course]\n[found]\n[table]\n[story]\n[odds]\n[opinion]\n[court]\n[sign]\n[annex]\n[annex]",
    ],
    "不起诉决定书": [
        "[masthead]\n[parties]\n[counsel]\n[course]\n[found]\n[story]\n[odds]\n[opinion]\n[property]\n[relief]\n[sign]", "[masthead]\n[course]\n[parties]\n[found]\n[story]\n[table]\n[proof]\n[odds]\n[opinion]\n[relief]\n[relief]\n[sign]\n[annex]",
        "[masthead]\n[parties]\n（一）侦查机关认定\n[story]\n（二）本院认定\n[odds]\n[proof]\n[opinion]\n[relief]\n[sign]",
    ],
    "抗诉书": [
        "[masthead]\n[verdicts]\n[found]\n[story]\n[odds]\n[reason]\n[end]\n[upper]\n[sign]\n[annex]", "[masthead]\n[parties]\n[verdicts]\n【抗诉理由】\n[reason]\n[found]\n[story]\n[table]\n[odds]\n[end]\n[upper]\n[sign]",
        "[masthead]\n[parties]\n[counsel]\n[verdicts]\n（一）\n[story]\n（二）\n[odds]\n[proof]\n[reason]\n[end]\n[sign]\n[annex]",
    ],
    "刑事申诉复查决定书": [
        "[masthead]\n[claimant]\n[parties]\n[claim]\n[reviewed]\n[story]\n[odds]\n[ending]\n[sign]", "[masthead]\n[claim]\n[claimant]\n[reviewed]\n[story]\n[table]\n[odds]\n[proof]\n[ending]\n[sign]\n[annex]", "[masthead]\n[claimant]\n[claim]\n[counsel]\n[reviewed]\n[story]\n[proof]\n[ending]\n[odds]\n[sign]",
    ],
}
