"""Words that are typed into a search box with blanks between them: each names what is looked for, or a detail of it."""

from __future__ import annotations

import re

from assistant.question.pairs import pairs_of
from assistant.question.understand import Question, content_of, terms_of
from index.wording import either

_KIND_OF_DETAIL = re.compile(
    either(
        r"[一二三四五六七八九十\d]+口之家",
        r"每[\u4e00-\u9fff]",
        r"[人户家次件]数(?![\u4e00-\u9fff])",
        r"(?<=[\u4e00-\u9fff])数(?![\u4e00-\u9fff])",
        r"数量",
        r"[长宽高深厚]度",
        r"面积|重量",
        r"(?:到账|发放)(?:日期?)?",
        r"金额|奖金|费用",
        r"[限总]额",
        r"期限|时限|时间|条件|标准",
        r"[上下]限",
        r"要求|比例|电话|材料|年限|后果|流程|对象|范围|名单|日期|办理|申请|申报|目标|指标|例外",
        r"除外|认定|评定|起码|号码|分值|及格线|各项|各类",
        r"[周星]期?[一二三四五六日天]",
        r"[一二两三\d](?:亩|户|人|次|个?月)",
        r"落款|成文|印发",
        r"[计归列纳并]入",
        r"[建设放]在",
        r"同年|当年|同一年|对应|分别",
        r"起[始止]",
        r"开始|次数",
        r"频[次率]",
        r"时段|名称|楼层|品种|种类|类别|等级|批次|首批",
        r"第[一二三]批",
        r"方式|渠道|途径",
        r"地[点址]",
        r"部门|单位|主体|责任|依据|内容|规定|措施|政策|支持|类型|资格|门槛|任务|安排|规模|形式",
        r"手续|程序|原则",
        r"要[交带准提]备?交?供?",
        r"需要",
        r"提[交供]",
        r"周期|间隔|时长|合计|总共|全年",
        r"[一半]年",
        r"最[低高多少]",
        r"首次",
        r"最[大小长短早晚]",
        r"打折|收费",
        r"[春夏秋冬]季",
        r"[一二三四五六七八九十两\d]+[个大项类种条](?:环节|方面|方向|阶段|步骤|部分|类别)?",  # 3类
        r"年龄|岁数|区别|差异|异同|关系|对比|条款|条文|原文|出处|分担|分摊|环节|步骤|阶段|组成",
        r"构成",
        r"(?:发文)?[文字]号",
        r"中文|英文|全称|缩写|意思|含义|占比|折扣",
        r"事[前后]",
        r"提前|现在|列表|同类",
        r"归[类属]",
        r"属于|委办局|委局|还是|以及|或者",
    )
)
_ASKING = re.compile(r"多[少久长大高宽远]|几|还是|什么|哪|怎|如何|谁")
_ASKED_OR_NAMED = re.compile(rf"[^\W_\u4e00-\u9fff]|{_ASKING.pattern}")
_GENERAL = re.compile(r"(?:公司|企业|机构|平台|项目|机制|制度|体系|体制|模式|系统|工作)$")
_MODAL = re.compile(r"^(?:要|会|能|可以?|得|须|[一二三四五六七八九]?年级)+|[一二三四五六七八九]年级$")
_GRANT = re.compile(r"(?:补贴|补助|奖励|资助|奖补|津贴)$")


def typed_apart(question: Question) -> list[tuple[str, list[str]]]:
    """(a word that is typed between blanks, what of it a document may say): 「公积金贷款 利率 首套」."""
    if question.yes_no or any(_ASKING.search(word) for word in question.typed):
        return []  # what is asked tells by itself whether the document says it
    out = []
    for word in question.typed:
        rest = "".join(re.findall(r"[\u4e00-\u9fff]+", _KIND_OF_DETAIL.sub("", content_of(word))))
        rest = _GENERAL.sub("", _MODAL.sub("", rest)) or rest
        rest = _GRANT.sub("", rest) if len(rest) > 3 else rest
        pairs = pairs_of(rest)
        if pairs and not _ASKED_OR_NAMED.search(word):
            out.append((word, [*pairs, *(a for term in terms_of(word) for a in term.alternatives)]))
    return out
