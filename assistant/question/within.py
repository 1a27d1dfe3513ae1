"""What exactly a question asks for within a kind of detail, and how a sentence says that: a share is no sum of money, a span
is no date, the longest is no shortest. Patterns are searched in the question with white space removed."""

from __future__ import annotations

import re

NUMBER = r"[\d一二两三四五六七八九十百千]+"
FEW = r"(?<![哪十百千好])几"
"""「几天」 that asks, not 「哪几天」 nor 「好几天」."""
YEARS_OLD = rf"{NUMBER}周?岁"
_ALL_OF_IT = r"全额(?:补|返|退|给|免|承担|资助|奖|支付|报销)"
MONEY = rf"\d[\d.,]*\s*[百千万亿]*元|{NUMBER}[万亿]*元|{_ALL_OF_IT}"
RATIO = (
    rf"\d[\d.]*\s*(?:[%％‰]|倍|折|个百分点)|百分之|{NUMBER}(?:成|折|倍)|(?:{NUMBER}|万)分之|半价|半额|减半"
    rf"|\d+[:：]\d+(?=的?比例)|{_ALL_OF_IT}"
)
_DAY = rf"{NUMBER}月(?!份?内)|月[底末初]|[季年]度?[底末初]|季度[前内]|\d+日[前起]|次年|第[一二三四]季度"
_DAYS = rf"(?<![月年\d]){NUMBER}个?(?:工作日|日|天|小时|分钟|周|星期)|即时|即办|当[日天场]"
_YEARS = rf"(?<![\d近前])(?<!过去)(?!(?:19|20)\d\d年){NUMBER}(?:周|个)?年(?!行动|计划|规划|方案|级|代)"
_BEFORE_A_DAY = r"(?:[年月日底末天]|毕业|开学|[寒暑]假)(?:之|以)?前|日起[^，。；]{0,12}内"
_LATEST = rf"截[止至]|为止|届满|{_BEFORE_A_DAY}|(?<=[日月年])止|[到至](?:[12]\d{{3}}年|\d{{1,2}}月)|不(?:得|能)?[晚迟]于"
_PAPER = (
    r"证明|身份证|户口簿|复印件|证件|执照|申请表|申请书|合同|协议|发票|凭证|清单|原件|报告|方案|存折|银行卡"
    r"|[材资]料(?!的?(?:审|进行|之?后|之日|是否|真实|不|齐|完))"
)
_HANDED = (
    rf"(?:提供|提交|出具|出示|(?<![支保坚扶])持|凭|携带|报送|附(?!件|近|则|加|属)|上传|递交|交验|填写|填报|准备|查验|核验|备齐)[^。；;]{{0,40}}?(?:{_PAPER})"
    r"|(?:提供|提交|携带|报送|递交)[^。；;]{0,20}[：:]$|(?:材料|资料)(?:清单|包括|如下|为|有|[：:]|目录)|(?:下列|以下|如下)[^，。；;]{0,12}(?:材料|资料|文件)"
    rf"|复印件|原件|一式|^(?:[（(].{{1,3}}[)）])?[^，。；：,;:]{{1,40}}(?:{_PAPER})[^，。；：,;:]{{0,20}}[。；;]?$"
)
"""Papers count where they are handed in, or are an item by themselves: a contract that is put on record is none of them."""
_SITE = (
    r"网站|网址|官网|平台|小程序|APP|App|公众号|网上|线上|通过互联网|互联网(?:平台|渠道|方式|网站)|登[录陆]|https?:|www"
    r"|(?:申报|服务|管理|信息|业务|政务|审批|填报|办理)系统"
)
_WHERE = (
    r"窗口|中心|平台|系统|网站|网上|小程序|APP|App|公众号|大厅|服务站|办事处|街道|现场|线[上下]"
    r"|提交(?:至|给|到)?[^，。；]{2,20}?(?:委员会|办公室|中心|部门|机构|[局委办会])(?![议员])|向.{2,24}?(?:申请|申报|提出|提交|报送|备案|报告|投诉|举报|反映|缴纳|领取)|到.{2,20}?(?:办理|领取|备案)|通过"
)
_TELEPHONE = r"(?<!\d)(?:\d{3,4}[-—－]\d{7,8}|1[3-9]\d{9}|\d{7,8}|1[02]\d{3}|9\d{4})(?![\d年元])"
_HOURS = rf"(?<!小){NUMBER}[时点](?!间|候)|\d[：:]\d\d|凌晨|[上下]午|24小时|全天"
_SCHOOLING = r"学历|文化程度|初中|高中|中专|大专|专科|本科|学士|硕士|博士|研究生|毕业"
_PERIOD = rf"(?:半?年度?|季度?|个?月|周|星期|日|天|{NUMBER}(?:年|个?月|个?季度|天|日|周))"
_HOW_OFTEN = rf"(?:多久|多长时间|几年|几个月|几天|[一每]个?{_PERIOD}|半年)[^，。；]{{0,8}}[一几多两]次"
_OFTEN = rf"每[一个]?{_PERIOD}|按{_PERIOD}|{_PERIOD}[^，。；]{{0,6}}[一两二三四]次"
_ESTATE = r"[\u4e00-\u9fff]{2,8}(?:小区|花园|[家名雅嘉佳][苑园]|新村|大厦|广场|公馆|华庭)"
WITHIN: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]] = {
    detail: tuple((re.compile(asked), re.compile(said), missing) for asked, said, missing in kinds)
    for detail, kinds in {
        "places": (
            (r"小区|楼盘", rf"{_ESTATE}(?:[、，；]|等|和)|[、和：:]{_ESTATE}", "具体的小区"),
            (
                r"(?:条|些|个|什么)(?:路|街|道路|大街)(?!道)",
                r"[路街巷](?:[、，；以至—（\d]|等|和)|大道",
                "具体的道路",
            ),
        ),
        "contact": (
            (r"电话|热线|号码", _TELEPHONE, "电话号码"),
            (r"邮箱", r"@", "邮箱"),
            (r"网址|官网", r"https?:|www|\.(?:com|cn|gov|org)|网址[：:]", "网址"),
            (r"地址|办公地点|窗口在哪", r"地址[：:]|位于|设在|[路街道]\d+号|\d+[楼室]", "地址"),
        ),
        "amount": (
            (
                r"(?:[上下]浮|[上下]调|提高|降低|增加|减少|减免?|[多少][给补奖发拿领]|再?涨).{0,2}多少",
                rf"{MONEY}|{RATIO}",
                "具体金额或标准",
            ),
            (
                r"(?:利|税|费)率",
                rf"率[^，。；]{{0,16}}(?:{RATIO})|(?:{RATIO})的?[^，。；]{{0,8}}率|LPR",
                "具体比例",
            ),
            (
                r"的多少[算给计奖补]|比例|百分之(?:几|多少)|百分比|折扣|几折|利率|税率|几成|费率|占比|几个?(?:百分)?点(?!钟)|占[\u4e00-\u9fff]{2,8}[？?]?$",
                RATIO,
                "具体比例",
            ),
            (
                r"(?:什么|何种|怎样的|怎么|如何)[^，。]{0,4}(?:标准|计算|计发|计)|标准(?:是?怎|是?如何|是什么)",
                rf"{MONEY}|{RATIO}",
                "具体金额或标准",
            ),
            (r"限额[？?]?$", rf"{MONEY}|以[^，。；]{{2,30}}为上?限", "具体金额或标准"),
            (
                r"预算|总(?:额|盘子|投入)",
                rf"(?:预算|总)[^。；]{{0,20}}(?:{MONEY})|(?:{MONEY})[^，。；]{{0,10}}(?:预算|总)",
                "具体金额",
            ),
            (r"率[^，。]{0,4}(?:超过|达到|低于|高于)[^，。]{0,2}多少", RATIO, "具体比例"),
            (
                r"(?:补[贴助]|工资|奖励|资助)标准[？?]?$|标准(?:是|为|有)多少",
                rf"{MONEY}|{RATIO}|标准为[^，。；]{{2,24}}标准",
                "具体金额或标准",
            ),
            (
                r"(?:总规模|总额|总盘子)[？?]?$",
                rf"(?:规模|总额|总量|安排|预算)[^。；]{{0,16}}(?:{MONEY})|(?:{MONEY})[^，。；]{{0,10}}(?:规模|总额)",
                "总的规模",
            ),
            (r"规模", rf"{MONEY}|{RATIO}|\d[\d.,]*[百千万亿]*余?[\u4e00-\u9fff]", "具体规模"),
            (r"(?:百分之[一二三四五六七八九十百\d]+|\d[%％])[^多少几]*$", RATIO, "具体比例"),
            (r"几倍|多少倍", rf"{NUMBER}倍", "具体倍数"),
            (
                r"(?:多少|几)[十百千]*个?(?:钱|元|块|万|亿)|[\u4e00-\u9fff]元[？?]?$|每(?:平方?米|人|户|亩|吨|台|辆)[？?]?$|金额|数额|额度|奖金|费|最[高多].{0,2}多少",
                MONEY,
                "具体金额或标准",
            ),
        ),
        "place": (
            (r"公示[^，。]{0,2}(?:地|在哪)", r"在[^，。；]{1,16}(?:栏|网站|平台|公众号|现场)", "公示的地点"),
            (r"地址|窗口|办公", r"位于|坐落|地[点址]|设[在于]|[路街道]\d+号", "地址"),
        ),
        "size": (
            (
                r"平|面积|亩|公顷",
                rf"(?:{NUMBER}|\d\.\d+)余?多?[百千万亿]*(?:平方?米|平方公里|㎡|m2|m²|亩|公顷)",
                "具体面积",
            ),
            (r"快|[时速]速|速度|限速", rf"时速|速度|{NUMBER}(?:公里|千米)", "具体速度"),
            (
                r"间距|距离|相隔|[高宽深长厚远]",
                rf"^(?!.*时速).*?(?:{NUMBER}|\d\.\d+)余?多?(?:米|公里|千米|厘米|毫米)",
                "具体尺寸",
            ),
        ),
        "deadline": (
            (_HOW_OFTEN, _OFTEN, "频次"),
            (
                r"最[晚迟](?![^，。]{0,4}(?:多[久长]|几|多少))|截[止至]|为止|(?:什么时候|何时|几月|几号|哪[天年])(?:之|以)?前",
                _LATEST,
                "时间或期限",
            ),
            (
                r"(?:多长时间|多久|(?:几|多少)个?(?:工作日|日|天|月|小时|年))(?:之|以)?内",
                rf"(?:{NUMBER}|半)(?:个?(?:工作日|月|小时)|日|天|周|年)(?:之|以)?内|{_BEFORE_A_DAY}|即时|当[日天场]",
                "时间或期限",
            ),
            (
                r"(?:周|星期|礼拜)[一二三四五六日天末]|(?:营业|办公|上班|工作|开放|接待)(?:的)?(?:具体)?时间|工时",
                rf"{_HOURS}|(?:周|星期|礼拜)[一二三四五六日天]|节假日|双休日|公休日",
                "办公时间",
            ),
            (r"几点", _HOURS, "具体时刻"),
            (r"几月|几号|月(?:几|多少)日|哪[几一]?天|什么日期|截止", _DAY, "时间或期限"),
            (r"哪年|哪一年|何年", r"(?:19|20)\d\d年|[次当]年", "时间或期限"),
            (
                r"有效期(?!限?(?:届满|期满|满|到期|内|[之以]?前)).{0,6}(?:多久|多长|几|多少)|(?:多久|几年|多长时间).{0,4}有效",
                rf"有效期限?[^，。；]{{0,10}}?{NUMBER}(?:个?月|周?年|日|天)(?!内|前)|{NUMBER}(?:个?月|周?年|日|天)的?有效期|长期有效|有效期限?(?:截?至|到)",
                "有效期",
            ),
            (
                r"有效期[？?]?$",
                rf"有效期[^，。；]{{0,8}}(?:截止|[至到为]|\d)|{_YEARS}|长期|{NUMBER}个月|{_LATEST}",
                "有效期",
            ),
            (
                r"几年|多少年|管多|有效期",
                rf"{_YEARS}|长期|(?:1[28]|24|3[06]|48|60)个月|十[二八]个月",
                "时间或期限",
            ),
            (r"几个月|多少个?月", rf"{NUMBER}个月|半年", "时间或期限"),
            (
                rf"(?:多少|{FEW})个?(?:周|星期)(?!岁)",
                rf"{NUMBER}个?(?:周(?!岁|年)|星期)",
                "时间或期限",
            ),
            (rf"(?:{FEW}|多少)个?(?:天|日|工作日|小时|分钟)|工作日", _DAYS, "时间或期限"),
        ),
        "quantity": (
            (r"系数", r"系数[为是按取：:]*\d[\d.]*|\d\.\d+的?系数", "具体系数"),
            (r"分值", r"\d分", "具体分值"),
        ),
        "penalty": (
            (
                r"罚(?:款|金|钱)?.{0,3}(?:多少|几)|多少.{0,2}罚款|罚款",
                rf"罚款|罚金|处[^。；]{{0,20}}(?:{MONEY})|{NUMBER}倍",
                "罚款",
            ),
        ),
        "procedure": (
            (
                r"(?:哪个?|什么|哪些)(?:官方)?(?:网站|网页|平台|APP|App|系统|小程序|公众号|软件)|网址|下载",
                _SITE,
                "办理的网站或平台",
            ),
            (
                r"(?:去|到|在)?(?:哪里|哪儿|哪个窗口|哪)[^，。]{0,2}(?:交|递|办|提交|报送|申请)",
                _WHERE,
                "申请办理的程序和材料",
            ),
            (
                r"材料|资料|证明|证件|文件|手续|(?:要|需)?带(?:什么|哪些)|准备(?:什么|哪些)",
                _HANDED,
                "申请办理的程序和材料",
            ),
            (
                r"哪里|哪儿|去哪|到哪|在哪|窗口|网站|渠道|入口|平台|系统|网上|[向找跟]谁|[向找跟]哪[个些里]",
                _WHERE,
                "申请办理的程序和材料",
            ),
        ),
        "condition": ((r"学历|文化程度|文凭", _SCHOOLING, "学历要求"),),
    }.items()
}
"""Within a detail, what is asked in → how it is said so, and what is missing in words: a share is no sum of money, a span no
date. The first that the question asks in counts."""


RARE = frozenset({_HOURS, _SCHOOLING, YEARS_OLD})
"""How details are said that a document hardly says but of one thing."""
LIMITS = (
    (
        re.compile(r"最(?:高|多|长|大|迟|晚)|上限|封顶|顶多"),
        re.compile(
            r"最(?:高|多|长|大|迟|晚)|不(?:得?超过|高于|[得能]?[多大高晚长]于)|上限|以[内下前]|之内|截止|届满"
        ),
    ),
    (
        re.compile(r"最(?:低|少|短|小|早)|至少|下限|起码"),
        re.compile(r"最(?:低|少|短|小|早)|不[得能]?(?:低于|少于|短于|小于)|至少|下限|以上|满"),
    ),
)
"""How a limit is asked for, and how a sentence says one on that side."""
LIMIT_WORDS = re.compile(r"最[高多长大迟晚低少短小早]|封顶|顶多")


_UNITS = (
    ("年", r"年"),
    ("个?月", r"个月"),
    ("个?(?:工作日|天|日)", r"工作日|天|日"),
    ("个?小时", r"小时"),
    ("个?(?:周|星期)(?!岁)", r"周|星期"),
)


def unit_asked(flat: str) -> re.Pattern[str] | None:
    """How a sentence says a span in the unit that the question asks in; None where it asks in none."""
    for asked, said in _UNITS:
        if re.search(rf"(?:(?<![哪])几|多少){asked}(?!级)", flat):
            return re.compile(rf"(?<!\d)(?!(?:19|20)\d\d年){NUMBER}(?:{said})")
    return None


def limit_asked(flat: str) -> re.Pattern[str] | None:
    """How a sentence says such a limit as the question asks for; None where it asks for none."""
    return next((said for asked, said in LIMITS if asked.search(flat)), None)


_BOUND = rf"[^，。；\d]{{0,6}}(?:\d[\d.,]*|{NUMBER})[百千万亿]*[^，。；\d]{{1,3}}"
_LOWER = re.compile(rf"(?:不[得能]?(?:低于|少于|短于|小于)|最低|至少){_BOUND}")
_UPPER = re.compile(rf"(?:不[得能]?(?:超过|高于|多于|大于|长于)|最[高多长大]){_BOUND}")


def without_other_limits(flat: str, said: str) -> str:
    """``said`` without the least of something where the question asks for the most, and the other way round."""
    asked = limit_asked(flat)
    if asked is None:
        return said
    return (_LOWER if asked is LIMITS[0][1] else _UPPER).sub("", said)
