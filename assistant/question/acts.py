"""What is to happen by the time, or at the place, that a question asks for: the money paid out, an application made again. A
text that says another act's time leaves this one's open."""

from __future__ import annotations

import re

_TABLE = (
    (
        r"到账|打[款到给]|发放到位|拨付|发放[^，。？]{0,4}(?:多久|几|多少)|(?:几|多少)[^，。？]{0,6}发放|拿到钱|钱[^，。？]{0,4}下来|拨款|兑现|入账|发到|到手",
        r"拨付|发放|支付|到账|划[拨入]|兑[现付]|转入|返还|退还|拨款|给付|下达",
    ),
    (
        r"再次?(?:申?报|申请|提出)|重新(?:申请|申报|报名|提出)",
        r"再次?(?:申|提出|报)|重新|另行申|不(?:得|再|予)(?:再次?)?(?:申|受理)|内不[予得]",
    ),
    (
        r"(?:哪里|哪儿|什么平台|哪个平台|网站|窗口|向谁|找谁)[^，。？]{0,6}(?:申请|申报|报名|办理)",
        r"申请|申报|报名|办理|提交|受理|登记|领取|报送|填报|填写|兑现|咨询",
    ),
    (
        r"出结果|批下来|审(?:核|批)?完|有结果|下证|拿到?证|批复",
        r"审[核批查]|办[结理]|决定|答复|公[布示告]|告知|完成|评审|批复|核发|颁发|作出|反馈|处理",
    ),
    (r"接通|通电|送电|装好", r"接[通入]|通电|送电|装表|办电|办理|完成"),
    (r"公示|张贴|挂(?:出|几|多久)", r"公示|公告|公布|张贴|展示"),
    (
        r"作出[^，。？]{0,8}(?:决定|答复)",
        r"(?:内|应当|当场)[^，。；]{0,16}(?:决定|答复|批准|审查|核准)|决定[^，。；]{0,6}(?:内|期限)",
    ),
    (r"笔试|面试|考试|举行|召开", r"笔试|面试|考试|举[行办]|召开"),
    (r"保存|留存|存档|保管|归档", r"保存|留存|存档|保管|归档"),
    (
        r"(?:开始|截止|几月|几号|哪天|什么时候|何时|何日|什么时间)[^，。？]{0,4}(?:报名|申报|申请|受理|收[材资件]|提交)",
        r"申报|申请|受理|报名|提交|征集|报送|登记|办理|接受|填报",
    ),
    (r"续[期签办证]|延续|换证", r"续|延|换"),
    (r"派人|上门|来查|核实|查[办处实]", r"核[查实]|调查|检查|现场|上门|查[办处]"),
    (r"(?:领|拿)取?(?:几|多少)个?月", r"领取|发放|享受|期限|给付"),
    (r"(?:加|计|占|扣|得)(?:多少|几)分", r"[加计占扣得][^，。；]{0,4}\d+分|分值"),
    (r"作废|过期|失效", r"作废|失效|逾期|过期|有效期|使用期|无效"),
    *(
        (rf"{sum_}[^，。？]{{0,4}}几个月|几个月[^，。？]{{0,4}}{sum_}", said)
        for sum_, said in (
            ("(?:押金|保证金|定金)", "押金|保证金|定金"),
            ("(?:违约金|赔)", "违约金|赔偿"),
            ("租金|房租", "租金|房租"),
            ("利息", "利息"),
            ("工资|薪", "工资|薪|报酬"),
        )
    ),
)
_ACTS = tuple((re.compile(asked), re.compile(said)) for asked, said in _TABLE)
_ASKS_WHEN_OR_WHERE = re.compile(
    r"多久|多长时间|(?:多少|几)个?(?:工作日|天|日|月|年|小时)|什么时候|何时|何日|哪[天年]|几[月号]|时限|哪[里儿]|什么平台|哪个(?:平台|网站|窗口)|向谁|找谁|(?:多少|几)分"
)


def act_asked(flat: str) -> re.Pattern[str] | None:
    """How a text says the act whose time or place is asked for; None where the question names none.

    >>> said = act_asked("平行进口汽车的补贴，申请后多久能到账？")
    >>> bool(said and said.search("每年发放一次")), bool(said and said.search("补贴期限3年"))
    (True, False)
    """
    pieces = [piece for piece in re.split(r"[，,。；;？?]", flat) if _ASKS_WHEN_OR_WHERE.search(piece)]
    return next((said for asked, said in _ACTS if any(asked.search(piece) for piece in pieces)), None)
