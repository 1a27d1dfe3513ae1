"""The kinds of detail that people ask for, as tables: how each is asked, and how a sentence says it. Patterns are searched in
the question with white space removed."""

from __future__ import annotations

import re

from assistant.question.within import FEW, NUMBER, WITHIN, YEARS_OLD
from index.clauses.facts.targets import QUANTITY
from index.clauses.metadata.places import CITIES, MUNICIPALITIES, PROVINCES

COUNTERS = (
    r"[项家名人件所座台套批次种户层间辆条类张级份篇只头株页站期届轮门节遍趟栋幢处位回]|支(?!持|付|出|援|撑)|块(?=[\u4e00-\u9fff]{0,3}[场地田牌])"
    r"|个(?!工作日|月|小时|年|季度|星期|百分点)|分(?!之|钟)"
)
"""Counters that stand behind 「几」 where things are counted, rather than time, money or a size."""
# A detail that a document may have left open: (name, asked by, said by, what is missing in words).
_UNIT = r"(?!直辖市|自治|治区|各)[\u4e00-\u9fff]{1,4}(?:[区县市镇乡旗]|街道)"
_NAMES = "|".join(sorted({re.sub("省$|自治区$", "", p) for p in PROVINCES} | CITIES | {*MUNICIPALITIES}))
_PLACES = rf"(?:{_NAMES})[省市]?(?:[、，和及]|等)|[、和及](?:{_NAMES})|{_UNIT}(?:、{_UNIT})+"
_PLACES_MEANT = (
    r"(?:以上|以下|所有|全部|各类?|重点|试点|超大|特大|[大中小]型?)(?:的)?(?:城市|区县|县城|市县|省份)"
)
DETAILS: tuple[tuple[str, re.Pattern[str], re.Pattern[str], str], ...] = (
    (
        "contact",
        re.compile(
            r"联系电话|(?<!打)(?<!打来)(?<!打个)(?<!来)电话(?![机子卡费会座商网线说通告推回])|联系人|联系方式|邮箱|网址|官网|地址|热线|二维码|微信|公众号|办公地点|窗口在哪|咨询方式|(?:哪个|什么)号码|号码(?:是|为)?多少"
        ),
        re.compile(r"联系电话|电话|联系人|邮箱|网址|地址|热线|\d{3,4}-\d{7,8}"),
        "联系方式",
    ),
    (
        "person",
        re.compile(
            r"负责人是谁|(局长|主任|组长|领导|厅长|市长|联系人|成员)(是|有|叫)?(谁|哪些|什么)|姓名"
            r"|谁是.{0,12}(组长|主任|领导|局长)|谁(来)?(当|任|做).{0,4}(组长|主任)|由?(谁"
            r"|哪位)(来)?(担任|任)|(负责人|组长|主任|领导)(是|由)?哪(位|个人)"
        ),
        re.compile(r"组长|同志|主任由|由.{2,12}担任"),
        "具体人员",
    ),
    (
        "place",
        re.compile(
            r"选址|在哪[个家所]?(?:场馆|会场|酒店|宾馆|学校|广场|会议室|大楼)|(?<!写)(建|落|设|放|布局)在(哪|什么)|(?<!写)(?<!规定)(?<!提到)在(哪|什么)(个"
            r"|一)?(区县?|地方|城市|位置|街道|园区)|哪个区县|具体地点|具体位置|地点(?:[？?]?$|[是在])"
        ),
        re.compile(rf"位于|选址|坐落|地点|地址|设[在于]|{_PLACES}"),
        "具体地点",
    ),
    (
        "places",
        re.compile(
            r"(?:哪|什么)(?:些|几个?|[\d一二两三四五六七八九十]+个?)(?:省市?|城市|区县|县市?|市县|国家|街道|乡镇)(?!的?(?:部门|单位|政府))"
            r"|(?:省市?|城市|区县|县市|市县|省份|国家|地区)(?:都|分别)?(?:有|是|包括)(?:哪些|哪几)"
            r"|(?:划|列|纳|包括|涉及|涵盖|分布|覆盖|是)[^，。]{0,4}哪些(?:地方|地区)"
            r"|(?:哪|什么)(?:些|几?[个条]?)(?:小区|楼盘|路段?|街道?|道路|大街)(?!的?(?:部门|单位|政府))"
        ),
        re.compile(f"{_PLACES}|{_PLACES_MEANT}"),
        "具体地名",
    ),
    (
        "age",
        re.compile(
            r"有没有年龄(?:限制|要求)|有年龄(?:限制|要求|上限)(?:没|吗|么|不)|几(?:周)?岁|(?:今年|我都?|都|快|才|已经|满)[一二三四五六七八九十\d]{2,3}(?:周?岁)?了|\d{4}年\d+月(?:\d+[日号])?(?:出?生|生的)|(?<=[\u4e00-\u9fff])年龄(?:上限|下限|限制|要求|条件)?[？?]?$|多少(?:周)?岁|多大(?:年[纪龄]|岁数)|(?:年龄|岁数)(?:上限|下限|限制|要求|界限|范围|标准|条件|门槛)?(?:是|有|不能超过|要)?(?:多少|多大|什么|几)"
        ),
        re.compile(YEARS_OLD),
        "年龄",
    ),
    (
        "size",
        re.compile(
            rf"(?:多少|{FEW})[百千万亿]*(?:平方?米?|亩|公顷|米|公里|吨|公斤|千克|斤|厘米|分贝|千瓦|兆瓦|立方|升|度(?!电)|摄氏度|℃)|[产排用容重]生?量(?:的?(?:上限|下限|最[高低大小多少]))?(?:是|为|不得?超过|有)*(?:多少|几)(?!钱|元)|多大面积|(?:宅基地|房子|用地|场地|套型|户型|摊位|墓穴|大棚)[^，。]{{0,10}}多大(?!比例|力度|幅度|规模|额)|面积(?:标准|限制|要求|不能|[最要需得应是为有小大低高少至能占])*(?:多大|多少(?!钱|元)|是多)"
            r"|(?:间距|距离|相隔|高度|宽度|深度|重量)(?:[最要需得应是为有小大低高少至能])*(?:多少|多[远高宽深重大])|时速(?:是|为|不|最|超|能)*多少|多(?:快|高|宽|远|重|深|厚)(?=[？?才可能算以]|$)"
        ),
        re.compile(
            rf"(?:{NUMBER}|\d\.\d+)余?多?[百千万亿]*(?:平方?米|平方公里|平米|㎡|m2|m²|亩|公顷|米|公里|千米|吨|公斤|千克|斤|厘米|毫米|分贝|千瓦|兆瓦|MW|kW|立方米?|升|摄氏度|℃|度)(?!时)"
        ),
        "具体尺寸或数量",
    ),
    (
        "yearly",
        re.compile(
            r"年度(分解|目标|计划|任务)|分年度|(每|各|逐)年.{0,8}(任务|目标|(几|多少)(个|家|项|座|所|条))"
        ),
        re.compile(r"(?:每年|年度|逐年|当年)[^，。；]{0,12}\d"),
        "年度安排",
    ),
    (
        "operator",
        re.compile(
            r"(哪家|哪个|哪所|什么|谁家)(公司|企业|机构|银行|平台|单位|大学|高校)(来|负责|具体)?(管理"
            r"|运营|运作|承建|承办|托管|建设运营|中标)"
        ),
        re.compile(
            r"(管理|运营|承办|承建)(机构|单位|公司)|由[^，。；]{2,20}(?:承办|主办|运营|承建)|(?:承办|主办|运营)[^，。；]{0,6}(?:大学|学院|公司|银行|中心)"
        ),
        "具体承担机构",
    ),
    (
        "penalty",
        re.compile(
            r"处罚|罚款|罚则|会怎么?样|怎么处理|如何处理|处分|受罚|罚多少|惩罚|追责|问责|违反.{0,8}(怎么|会|后果)|完不成.{0,6}(怎么|会)|后果|(?<!免)罚款?[^，。]{0,6}(?:多少|几)(?![条项种类个])|多少[^，。]{0,2}罚款"
        ),
        re.compile(
            r"罚款|处罚|处以|责令|追究|问责|处分|追回|收回|没收|吊销|撤销|取消|(?:停止|暂停|终止)[^，。；]{0,16}(?:资格|使用|支付|享受|发放|权限)|内不[得予]再?|不得再次?|视[为同](?:自动|主动)?放弃|列入[^，。；]{0,12}(?:名单|名录)"
        ),
        "处罚或追责办法",
    ),
    (
        "deadline",
        re.compile(
            r"截止|截至(什么|哪)|(什么|啥)时候|何时|何日|哪一?日|哪天|哪一天|几号|几月|(?<![收抽扣提涨降浮让低高返加息])几点钟?(?!建议|意见|要求|内容|措施)|哪年|哪一年|多久|多长(?:时间|的[^，。]{0,4}时间)?|期限|(?<![近这])(?:多少|几)个?(?:工作日|年(?!级)|月|天|日|小时)"
            r"|(申报|申请|报名|受理|办理|兑现|发放|拨付|工作|到账|有效|建成|开始|施行|实施|生效"
            r"|执行|营业|办公|上班|开放|接待)(的)?(具体)?时间|(?:周|星期|礼拜)[一二三四五六日天末][^，。]{0,8}(?:上班|开门|营业|办公|办理|休息)|时限|工作日|有效期|起止"
        ),
        re.compile(
            r"\d{4}年|\d+月\d+日|\d+个?(?:工作日|日内|天|个月|小时|分钟)|(?<!第)[一二两三四五六七八九十半]+个?(?:工作日|小时|分钟|天(?![然津河气]))|[\d一二两三四五六七八九十半]+(?:个月|日(?!期|常|前)|年内|周?年)"
            r"|每(年|季度|月)(?!\d[\d.]*[百千万亿]*(?:元|吨|个|人|次))|[次当]年|月[底末]|年[底末]|(?:毕业|开学|[寒暑]假)前|季度|之日起|有效期|截止|即时|长期"
        ),
        "时间或期限",
    ),
    (
        "amount",
        re.compile(
            r"(?:补[贴助]|奖[励金]|待遇|标准)[^，。]{0,6}差多少|多少(?:资金)?(?:支持|扶持)|多少(?![家个名人项次月号天年日批类种户])[^，。？]{0,10}(?:补[贴助]|奖[励金]|资助|津贴)|几百(?:还是|到)几千|(?:各|分别)(?:自)?(?:是|为|有)?多少(?![家个名人项次月号天年日批类种])|多少.{0,4}(万(?!户|人|家|套|吨|亩|平|个|辆|名|头|台|次|千瓦|公里)|钱|元|亿|资金|经费|费用?|预算|投入|补贴|奖励|奖金|补助|资助)|(金额|额度|补贴标准"
            rf"|奖励标准|资助标准|补助标准|奖金|具体数额)|{FEW}个?(万|百万|千万|亿|块|十万)|几个(?:百分)?点(?!钟|建议|意见|要求)|(?<=[收抽扣提涨降浮让低高返加息])几点|收几点|不[得能]?(?:低于|少于|超过|高于)多少|率(?:定的?)?(?:是|为|定|要|应|达到?)*多少|(?<=[\u4e00-\u9fff]{{2}}[费税])用?(?:标准)?[？?]?$|最[高低多少](?:可以?|能)[^，。]{{0,5}}多少[？?]?$|(?<=[租押定违约]金)(?:标准)?[？?]?$|限额[？?]?$|按何比例|何种比例|最[高多低少]额?[？?]?$|(?:价格|价钱|单价|票价|收费标准)[？?]?$|(奖|补|给|资助|支持"
            r"|补贴|补助|奖励|发|拿|返|投|花|赔)(多少|几)(?![家个名人项次月号天年日批类种])"
            r"|(?:收费|收费标准|总额|总金额)[？?]?$|(?:工资|收费|缴费|计费|待遇|租金|价格)标准(?:是?(?:什么|如何|怎[么样]|多少)|[？?]?$)|最[高多低少](多少|几(?![个家名项人条次件])|能|可|给|奖|补|提|领|贷|拿|发)|上限|封顶|顶格|比例是|百分之几|多大(力度|规模|额|面[额值])|什么标准|(?:什么|多少|多大|何种)(?:样的)?比例|(?:比例|额度|税率|费率|利率|金额)[？?]?$"
            r"|(?:什么|何种)价格|(?:补[贴助偿]|津贴|奖[励金]|资助)(?:是|有|为)多少|(?<=[\u4e00-\u9fff])每(?:平方?米|人|户|亩|吨|台|辆|个?月)[？?]?$|按什么价|能[取提减省]多少|(?:什么|多少)(?:利率|费率|税率)|总规模[？?]?$|的多少[算给计奖补]|多少(?:钱)?一(?:平|个|台|亩|吨|斤|度|方|次|天|月|年|顿|份|人)|(?:便宜|优惠)(?:多少|几)|^(?!.*罚).*(?:几|多少)倍(?!频)|多少[\u4e00-\u9fff]{0,6}(?:资本|滞纳金|违约金|[押定租罚本奖税酬基资][金款]|保证金|工资|税|服务费|管理费|费用)(?![源])|(?:报销?|领取?|贷款?|交纳?|缴纳?|支?付|承担|负担|[谁府业司家]出|扣除?|提取?|免除?|退还?|[降涨罚]|收取?|享受)到?多少(?=[呢啊呀]?[？?]?$|[，,])"
            r"|(?:每|一)个?(?:月|年|天|次|人|平方?米?|户|亩|家|台|辆|吨|公里)(?:是|给|补|发|奖|收|交)?多少|(?:调|涨|提高?|升|降|增|减|收|达)(?:整|高|加)?(?:到|至)了?多少|(?:[上下][调浮]|提高|多[给补奖拿发]|降低|减免)了?多少(?![天日年个月])|(?:标准|工资|价格?|租金|费|利率|比例|税率|费率|额度)(?:是|为|要)?多少|按多少(?:算|计|报|给)|算多少[？?]?$"
            r"|(?<!哪些)(?<!什么)(?<!哪个)预算(?![中内列])|总投资|投资(额|规模)|资金规模|经费(是|有|总)|(奖|补|给|资助)(励|贴|助)?.{0,3}\d+(万"
            r"|元)|规模(是|有)?多(大|少)(?![百千万亿]*(?:吨|平|公里|亩|千瓦|立方|人|户|家|套|张|个))|减免多少|折扣|[打为是享按]?几折|税率"
        ),
        re.compile(r"\d[\d.,]*\s*[百千万亿]*元|\d[\d.]*\s*[%％‰]|全额|[一二三四五六七八九十百千]+[万亿]+元"),
        "具体金额或标准",
    ),
    (
        "procedure",
        re.compile(
            r"(怎么|如何|怎样|咋|去哪|哪里|哪儿|到哪|在哪|哪个窗口|向谁|找谁|什么渠道|什么途径)(才能|去|来|可以"
            r"|能|里|儿|个部门)?(申请|申报|办理|报名|申领|领取|提交|报送|登记|备案|兑现|办(?!$|[？?。呢啊]|事处)|报(?![告销警])|领|认定|拿|换|补办|补领|续|注销|挂失|缴费)|(?:[去上到在]哪[里儿]?|哪[里儿]|[找向]谁)(?:可以|能|才能)?办|(?:去哪|到哪|哪里|哪儿)[里儿]?(?:可以|能)?(?:补|交|缴|查|开|改)"
            r"|(申请|申报|办理|审批|认定|评审|兑现|申领|报名)(的)?(具体)?(流程|程序|手续|步骤|材料|方式"
            r"|渠道|途径|表|系统|平台|入口)|流程|(需要|要|交|提交|准备)(提交|准备|交|带|办)?(什么"
            r"|哪些)(材料|资料|文件|手续|证明)|(?:(?:证明|申请|申报|提交|所需|办理|需要|要交)的?材料|资料|证件|手续)(?:都|分别)?(?:(?:有|包括)(?:哪些|什么)|是哪些)|(?:哪些|哪几[样种份])(?:申请|申报|证明|书面|相关)?(?:材料|资料|证件|凭证)|申请表|材料清单|要走什么|(?:哪个?|什么|哪些)(?:平台|网站|系统|APP|小程序|公众号|窗口)|在哪.{0,2}(?:下载|抢|领|查|报名)|(?:要|需要?|得)带(?:什么|哪些)|(?:要|需要?|应该?)(?:交|提交|准备|提供)的(?:材料|资料|证件)|带(?:什么|哪些)(?:去|来|办)"
        ),
        re.compile(
            r"申请|申报|提交|受理|审核|(?:证明|书面|相关|下列|以下|所需)材料|办理|报送|登记|备案|领取|缴纳|换领|补办|注销"
        ),
        "申请办理的程序和材料",
    ),
    (
        "condition",
        re.compile(
            r"(?:满足|符合|具备|达到)(?:什么|哪些|怎样)[^，。？]{0,8}(?:标准|要求)|(?<=[选定价设筑请报办入认])(?:条件|标准)(?:具体要求)?[？?]?$|(?:同时|需要?|要|应当?|必须)*(?:满足|符合|具备|达到)?(什么|哪些|啥)(具体)?(条件|门槛|资格|资质|学历|文化程度|文凭)|(?:学历|文化程度|文凭)(?:要求|限制)?(?:是|有|要)?(?:什么|多高|哪)|(条件|门槛|资格|认定标准|评价标准|评选标准"
            r"|考核标准|入选标准|遴选标准)(是|有|如何|怎么|具体)|要求是(什么|啥)|怎么认定|如何认定"
            r"|怎样才算|怎么才算|什么样的.{1,12}(才能|可以|算)"
        ),
        re.compile(
            r"符合|满足|条件|应当|具备|须|必须|达到|(?:下列|以下|如下)[^，。；]{0,8}(?:情形|之一)|方可|[才方]能|[\d一二三四五六七八九十百]+[^，。；]{0,8}以上"
        ),
        "具体条件或标准",
    ),
    (
        "quantity",
        re.compile(
            rf"(多少|{FEW})(?:[十百千万亿]?(?:{COUNTERS})|居民|学生|老人|职工|员工|企业|项目|团队|车辆|床位|名额)"
            r"|(?:人|户|家|次|件)数[^，。？?]{0,6}(?:多少|几)|系数[^，。？?]{0,4}(?:多少|几)|(?:年度|指标|招生|申请|入户|落户)名额[？?]?$"
        ),
        QUANTITY,
        "具体数量",
    ),
)

ASKED_BY = {name: asked for name, asked, _, _ in DETAILS}
SAID_BY = {name: said for name, _, said, _ in DETAILS}
MISSING = {name: missing for name, _, _, missing in DETAILS}

COUNTED = re.compile(rf"(?:多少|{FEW})[十百千万亿]?({COUNTERS}|倍)")
PRICE_ASKED = re.compile(
    r"^(?!.*(?:[补奖贴给领发减免返享扶]|助(?![餐浴医行洁急老])|报销)).*(?:卖|收费|租金标准|[收交缴花](?:多少|几|取)|票|学费|价|几块钱|一[\u4e00-\u9fff](?:要|得)?多少钱)"
)
"""Money that is taken is asked for, not money that is given."""
WHAT_THEN = re.compile(r"^(?!.*(?:罚|处分|追责|问责|后果)).*(?:怎么|怎样|如何)处理|(?<=[的了])怎么办[？?]?$")
"""Asks what comes of something, not for a penalty or a procedure by name."""


def detail_of(bare: str) -> str | None:
    """The detail that a question asks for: the first that is in the words of asking themselves, 「带多少人能奖3万」 → 多少人;
    else the first at all."""
    named = next((name for name in _found(bare) if _is_asked_about(name, bare)), None)
    return asked_for(bare) or _by_unit(bare) or named


_UNITS = (
    (
        "amount",
        re.compile(rf"^(?!.*罚).*(?:百分之(?:多少|几)|(?:多少|{FEW})(?:成|折|倍|[十百千万亿]*(?:元|块钱?)))"),
    ),
    ("deadline", re.compile(rf"(?:多少|{FEW})个?(?:周(?!岁)|星期|季度|分钟)")),
)


def _by_unit(bare: str) -> str | None:
    """The detail that is asked for in its unit, whatever else stands around it."""
    return next((name for name, asked in _UNITS if asked.search(bare)), None)


def _is_asked_about(name: str, bare: str) -> bool:
    """A question without words of asking, 「首台套的补贴标准」, or one that asks of the word itself, 「补贴标准是怎样的」: not
    「有效期内坏了，有什么权利」."""
    if not _ASKING.search(bare) or re.search(r"吗|么[？?]?$|呢", bare):
        return True
    return any(
        _ASKED_OF_IT.match(bare, m.end()) or _ASKING_FOR_IT.search(bare[: m.start()])
        for m in ASKED_BY[name].finditer(bare)
    )


_ASKING_FOR_IT = re.compile(
    r"(?:多少|几|哪|什么|何|怎样|如何|谁)[个些条种家类样处的]{0,2}[\u4e00-\u9fff]{0,4}$"
)
_ASKED_OF_IT = re.compile(
    r"[\u4e00-\u9fff]{0,3}?(?:是|为|有|由|都|分别|大概|应该?|需要?|要|可以?|能|该|和|及|、|方面)*(?:多少|几|哪|什么|何|怎|如何|谁|多[久大长高远])"
)


def asked_for(bare: str) -> str | None:
    """The detail that stands in the words of asking themselves, of several the one asked for first; None where the question only
    names one."""
    asking = [(at, name) for name in _found(bare) if (at := _asked_at(name, bare)) is not None]
    return min(asking, key=lambda item: item[0])[1] if asking else None


def _asked_at(name: str, bare: str) -> int | None:
    """Where the first word of asking stands in what asks for the detail."""
    found = ((m.start(), _ASKING.search(m.group())) for m in ASKED_BY[name].finditer(bare))
    return min((start + word.start() for start, word in found if word), default=None)


def _found(bare: str) -> list[str]:
    if _TO_WHOM.search(bare):
        return []
    counted = {m.end(1) for m in COUNTED.finditer(bare) if m.group(1) != "倍"}
    return [
        name
        for name, asked, _, _ in DETAILS
        if (m := asked.search(bare)) and not (name == "amount" and m.end() + 1 in counted)
    ]


_TO_WHOM = re.compile(r"(?:给|归|发给|奖给|补给|算)谁的?(?!.*(?:多少|几))")
OF_A_TASK = ("deadline", "amount", "procedure", "size", "age")
"""Details of what an agency does, where the agency itself is not asked for."""


_NO_TIME = r"(?<!个(?=工作日|自然日|交易日|月|小时|年|季度|星期|百分点))"
_NUMBER_OF = re.compile(r"([人户家次件])数|名额[？?]?$")
_COUNTERS = ("名人位", "家户", "个项", "只条头匹尾", "次回")
"""Counters of the same things."""


def kind_of(detail: str, flat: str) -> tuple[re.Pattern[str], str]:
    """How a sentence says such a detail as ``flat`` asks for it, and what is missing in words where none does."""
    found = (COUNTED.search(flat) or _NUMBER_OF.search(flat)) if detail == "quantity" else None
    if found:
        counted = found.group(1) or "名"
        counter = next((alike for alike in _COUNTERS if counted in alike), counted)
        if counted == "种":
            counter = "种]|个[\u4e00-\u9fff]{1,3}[种"  # 「3个病种」
        if counter == "个项" and flat[found.end() :].lstrip("？?。") == "":
            counter += "名人家种"  # 「能照顾几个」 counts what has been said before
        number = rf"(?!一[个项家]){NUMBER}"  # 「只能申请一个学校」 counts nothing
        return re.compile(rf"{number}(?:\.\d+)?[百千万亿]*余?多?[{counter}]{_NO_TIME}"), MISSING[detail]
    fitting = ((said, missing) for asked, said, missing in WITHIN.get(detail, ()) if asked.search(flat))
    return next(fitting, (SAID_BY[detail], MISSING[detail]))


_ASKING = re.compile(r"多少|几|哪|什么|何|怎|谁|多[久大长高远快宽重深]")

FEES = "费税金款租率"
"""What a name of something paid ends with."""
PAYING = re.compile(
    r"(?:一(?:[台件套户人辆亩头只条家个座张份间栋部艘所吨斤桶场]|度电?|千瓦时?|立方米?|平方?米?|公斤)|每(?:个?月|年|天|日|次|人|户|家|平方?米?)|分?(?:为|成)?哪?几[类种档级](?:人员?|企业|情况|标准)?|企业|公司|单位|个人|一(?:个?月|年|天|次|户|人|平|次性)|按月|的?费用|各|分别|最[高多少低长大]|[能可要会该多存签投扣给补奖发贷贴卖收领拿取提借付缴交放返退减免买打算得是有在到按的了用]|可以|大概|一共|总共|具体"
    r"|到底|至少|最少|另外|以后|之后|顶天|顶多|累计|一起|一般|还|也|又|就|给我|全年|单台|那[份部]分?|每[台张只座头套辆项场次个餐顿]|各自|自|承担|分担|拿出|需要|做到|打|应该|应当|申请|享受|得到|获得|发放|支付|标准|额度|金额|比例|上限|政府|财政|抵扣|抵免|减免|报销|补贴|补助|支持|奖励|奖补|奖金|资助|资金|占比|比重|[和及与]|[市区县镇省村]里|的话|现在|目前|如今|钱|这边|那边|我们|你们|官方|[，,、？?])+$"
)
"""Words between what is paid for and the question how much."""
