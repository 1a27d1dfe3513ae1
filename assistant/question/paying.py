"""How people ask what is paid, or what comes of something; what a payment is called, and what stands between it and how much."""

from __future__ import annotations

import re

PRICE_ASKED = re.compile(
    r"^(?!.*(?:[补奖贴给领发减免返享扶]|助(?![餐浴医行洁急老])|报销)).*(?:卖|收费|租金标准|[收交缴花](?:多少|几|取)|票|学费|价|几块钱|一[\u4e00-\u9fff](?:要|得)?多少钱)"
)
"""Money that is taken is asked for, not money that is given."""
WHAT_THEN = re.compile(r"^(?!.*(?:罚|处分|追责|问责|后果)).*(?:怎么|怎样|如何)处理|(?<=[的了])怎么办[？?]?$")
"""Asks what comes of something, not for a penalty or a procedure by name."""
FEES = "费税金款租率"
"""What a name of something paid ends with."""
PAYING = re.compile(
    r"(?:上门|到家|一(?:[台件套户人辆亩头只条家个座张份间栋部艘所吨斤桶场]|度电?|千瓦时?|立方米?"
    r"|平方?米?|公斤)|每(?:个?月|年|天|日|次|人|户|家|平方?米?)|分?(?:为|成)?哪?几[类种档级](?:人员?"
    r"|企业|情况|标准)?|企业|公司|单位|个人|一(?:个?月|年|天|次|户|人|平|次性)|按月|的?费用|各|分别"
    r"|最[高多少低长大]"
    r"|[能可要会该多存签投扣给补奖发贷贴卖收领拿取提借付缴交放返退减免买打算得是有在到按的了用]|可以"
    r"|大概|一共|总共|具体|到底|至少|最少|另外|以后|之后|顶天|顶多|累计|合计|总共|一共|共计|可获|一起"
    r"|一般|还|也|又|就|给我|全年|单台|那[份部]分?|每[台张只座头套辆项场次个餐顿]|各自|自|承担|分担"
    r"|拿出|得?掏|需要|做到|打|应该|应当|申请|享受|得到|获得|发放|支付|标准|额度|金额|比例|上限|政府"
    r"|财政|抵扣|抵免|减免|报销|补贴|补助|支持|奖励|奖补|奖金|资助|资金|占比|比重|[和及与]"
    r"|[市区县镇省村]里|的话|现在|目前|如今|钱|这边|那边|[这那]一?块|方面|我们|你们|官方|[，,、？?])+$"
)
"""Words between what is paid for and the question how much."""
