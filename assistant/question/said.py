"""Whether a text says a detail as it is asked for: not of a case or another measure, nor only what the question says itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.question.limits import without_other_limits

_PAPERS_ASKED = re.compile(r"(?:哪[些几]|什么|啥)[^，。？]{0,4}(?:材料|资料|证明|证件|凭证)")
_SOME_PAPERS = re.compile(r"(?:相关|有关|上述|所需|规定的|以上)(?:的?(?:证明|申请|申报))*(?:材料|资料|文件)")
"""「提交申请和相关证明材料」 does not say which."""
_MADE_EASY = re.compile(r"[^，。；]*(?:手续|登记|备案|办理)[^，。；]*提供(?:便利|方便|支持|服务)")
"""「在网签备案和登记手续办理等方面提供便利」 tells nobody what to hand in."""
_REFERS = re.compile(
    r"(?:符合|达到|满足)(?![以下如][下列])[^，。；、]{0,20}(?:标准|条件|要求|规定|政策)(?!之一)的?"
)
"""「符合第四代住宅标准的项目」 does not say what the standard is."""
_WHO_MAY = re.compile(
    r"(?:什么|哪[些类种])(?:样的)?(企业|公司|单位|机构|团队|项目|人)(?:可以|能够?|才能|才可以|有资格)"
)
_TO_GET = re.compile(
    r"(?:什么|哪些|怎样的?)(?:样的?)?(?:条件|标准|要求)[^，。？]{0,4}(?:能|可以?|会)[^，。？]{0,4}(?:拿|得|获|享受|给|领|支持|奖|补)"
)
_GIVES = re.compile(r"对[^，。；]{2,40}的[^，。；]{2,24}(?:给予|予以)")


def _says_which(asked: str, text: str) -> bool:
    """「支持有条件的企业牵头」 says which may, 「对成效较好的区给予支持」 what is wanted for it."""
    if _TO_GET.search(asked) and _GIVES.search(text):
        return True
    which = _WHO_MAY.search(asked)
    of = re.escape(which[1]) if which else ""
    return bool(of and re.search(rf"(?:支持|鼓励|引导|允许|由|对|凡)[^，。；]{{2,40}}的{of}", text))


_OF_A_CASE = re.compile(
    r"(?:对|凡|在)(?:于)?(?:[\d年月日]+[年月日])(?:[至到—\-－~～][\d年月日]+)?(?:期间|之间|以?[来后内])?(?!第?[一二三四上下]?(?:季度|半年|年)?[内前底])[^，。；]{2,}(?=[，；。]|$)"
)
"""「对2023年1月1日至12月31日期间购买的」 says when the case lies, not when anything is to be done."""
_AMONG = re.compile(r"哪(?:些|几个?)([\u4e00-\u9fff]{3,10}?)[？?]?$")
"""「布局在哪些创新资源集聚区」 is said by 「甲、乙等创新资源集聚区」."""
_SUM = re.compile(r"\d[\d.]*[百千]?(?=[万亿元])")
_SHARE = re.compile(r"(\d[\d.]*)[%％]")
_CAP_ASKED = re.compile(r"封顶|上限|顶多|最[多高]")
"""「补0.5%，最多补多少」 asks for what no share says that it knows."""
_CHARGE_ASKED = re.compile(
    r"税[？?]?$|(?:收|交|缴|要|花)[^，。]{0,6}(?:费|钱|[千百]块)用?[^，。]{0,4}(?:吗|么|不|没|，(?:是真|真|是吗))|收费[？?]?$"
)
_FREE = re.compile(r"^(?!.*除[^，。；]{2,30}外).*(?:免[征收缴交]|免费|不收取|不收费|不得收取)")
_PRICE_ASKED = re.compile(r"价格?[？?]?$|按(?:什么|多少|哪个)价|价格?(?:是|按|怎|如何|算)")
_LIKE_OTHERS = re.compile(
    r"价[^，。；]{0,6}按照?[^，。；]{2,12}标准执行|按照?(?!规定)[^，。；]{2,20}(?:回购|结算|计价|定价)"
)
_FARE_ASKED = re.compile(
    r"^(?!.*[补奖][贴助励]?(?:多少|几)).*(?:[坐乘逛进玩游]|票|地铁|公交|公园|景[区点]|停车)[^，。？]{0,8}(?:收|要|花|交)?(?:多少|几)(?:钱|块|元)?[？?]?$"
)
_HALF = re.compile(r"半价|免费|免票|[五5]折")
_UNCAPPED = re.compile(r"不设上限|上不封顶|不封顶")
_NO_FIGURE = (
    (_FARE_ASKED, _HALF),
    (_CHARGE_ASKED, _FREE),
    (_PRICE_ASKED, _LIKE_OTHERS),
    (_CAP_ASKED, _UNCAPPED),
)
"""How much is paid is said without a figure: 「不收取任何费用」, 「价格按照居民标准执行」."""
_OF_A_SHARE = re.compile(r"率|比例|占比|百分|几成|几个点|比重|多少%")
_RATE = re.compile(
    r"(?:合格|覆盖|达标|完成|满意|利用|处理|普及|入住|签约|办结)率[^，。；\d]{0,8}\d[\d.]*[%％]"
)
"""「合格率保持100%」 is no sum that is granted."""


@dataclass(frozen=True)
class Asked:
    """``flat``: the question without white space; ``acts``: it names the act whose time is asked for."""

    flat: str
    detail: str
    yes_no: bool
    acts: bool


def says(asked: Asked, text: str, said_by: re.Pattern[str]) -> bool:
    """``text`` is without white space; ``said_by`` is how such a detail is said."""
    flat = without_other_limits(asked.flat, text)
    if asked.detail == "amount":
        if any(a.search(asked.flat) and said.search(flat) for a, said in _NO_FIGURE):
            return True
        flat = flat if asked.yes_no else _without_what_is_known(asked.flat, flat)
    elif asked.detail == "quantity":
        flat = _CALLED.sub("", flat)
    elif asked.detail == "deadline":
        flat = _without_what_is_no_time(asked, flat)
    elif asked.detail == "procedure" and _PAPERS_ASKED.search(asked.flat):
        flat = _MADE_EASY.sub("", _SOME_PAPERS.sub("", flat))
    elif asked.detail == "procedure" and "注销" not in asked.flat:
        flat = flat.replace("注销", "")
    elif asked.detail == "condition":
        if _says_which(asked.flat, flat):
            return True
        flat = _REFERS.sub("", flat)
    elif asked.detail in {"place", "places"} and (kind := _AMONG.search(asked.flat)):
        return f"等{kind[1]}" in flat or bool(said_by.search(flat))
    return bool(said_by.search(flat))


_CALLED = re.compile(r"“[^“”]{2,8}”")
"""「“千人百家”工程」 counts nothing."""
_GRANT_WITHOUT_SUM = re.compile(r"对[^。；]*?给予(?:适当|一定|相应)[^，。；\d]*")
"""「对单户500万元及以下的业务给予适当补贴」 says whom it is for, and no sum."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOW_LONG = re.compile(r"最[长多]|(?:发|领|补|给|享受)(?:多少|几)(?:年|个月)")
_HAVING_SERVED = re.compile(r"满[\d一二两三四五六七八九十]+(?:年|个月)(?:以上)?的?")
"""「连续从事护理工作满2年」 is whom it is for, not how long it is given."""


_HANDLED = re.compile(r"申报|申请|报名|受理|办理|提交|材料|公示|评审|复核|到账|拨付|发放|发钱|兑现")
_BY_THEN = re.compile(r"(?:^|[。；])(?:力争|计划)?到(?:19|20)\d\d年(?:底|末)?[，,]")
"""「到2027年，建成…」: until when something is to be reached is no day on which anything is handled."""
_OF_THE_DOCUMENT = re.compile(
    r"施行|实施|执行|试行|生效|有效|文件|办法|政策|规定|细则|方案|通知|措施|条例|意见|计划|标准"
)
_IN_FORCE = re.compile(r"[^。；]*起(?:施行|实施|执行)[^。；]*(?:有效期[^。；]*)?")
"""From when, and how long, the document itself holds."""


def _without_what_is_no_time(asked: Asked, flat: str) -> str:
    """Without a case's days, a year that the question names itself, and how long somebody must have served."""
    if asked.acts:
        flat = _OF_A_CASE.sub("", flat)
    if not asked.yes_no:
        for year in _YEAR.findall(asked.flat):
            flat = re.sub(rf"{year}年(?![\d底末前上下])", "", flat)
    if not _OF_THE_DOCUMENT.search(asked.flat):
        flat = _IN_FORCE.sub("", flat)
    if _HANDLED.search(asked.flat):
        flat = _BY_THEN.sub("", flat)
    return _HAVING_SERVED.sub("", flat) if _HOW_LONG.search(asked.flat) else flat


def _without_what_is_known(asked: str, flat: str) -> str:
    """Without the shares of other measures, and the sums that the question names itself."""
    flat = _GRANT_WITHOUT_SUM.sub("", flat)
    if not _OF_A_SHARE.search(asked):
        flat = _RATE.sub("", flat)
    for figure in _SUM.findall(asked):
        flat = re.sub(rf"(?<![\d.]){re.escape(figure)}(?=[万亿元])", "", flat)
    if _CAP_ASKED.search(asked):
        flat = flat.replace("全额", "")
        for share in _SHARE.findall(asked):
            flat = re.sub(rf"(?<![\d.]){re.escape(share)}[%％]", "", flat)
    return flat
