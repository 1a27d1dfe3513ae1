"""What a question tells, or says of the text, and does not ask for: 「劝了好几回」, 「方案里有讲吗」."""

from __future__ import annotations

import re

from index.wording import either

_SOME = re.compile(
    either(
        r"(?<=[断停漏欠缺])(?:过|了|缴|交){0,2}几(?=个?[天月年])",
        r"(?<=的)几(?=[种个项类](?:情形|情况|条件|方式|途径|类型|对象)[？?。]?$)",
        r"(?<=分)几(?=次[^，,？?]{0,10}的[，,])",
        r"几(?=[项个样种][\u4e00-\u9fff]{0,6}(?:一起|加起来|叠加|合计|合在一起))",
        r"(?:[好这那近没]|(?<!提)前)几(?![号月点])",  # 这几
        (
            r"(?<=[招买请雇养种开租卖生跑交办])(?:了几|几(?=[家名台辆间][^，,？?]{2,}[，,].*多少))"
            r"(?=[个家名人台辆间亩])"
        ),
        r"(?<=的)几(?=个[\u4e00-\u9fff]{1,4}(?:分别|都|各))",
        r"(?:^|(?<=[，,。]))几(?=[个家名位][\u4e00-\u9fff]{1,8}?(?:能不能|可不可以|能否|可否|是否|是不是|要不要))",
        # 了几
        (
            r"(?:了几|有几(?=[处点])|(?<=[手家厂][上里头中])有几(?=[项个件台])|(?<=[拉找跟])几"
            r"(?=[家个位名]))(?=[\u4e00-\u9fff]{1,16}[，,].*(?:[吗么谁哪]|合[法规]|可以|行不?行|能不能"
            r"|怎么|多少|多[久大长远高]|什么))"
        ),
    )
)
"""「劝了好几回」, 「新画了几个车位，这样合规吗」: how many is not asked."""


_SOME_OF_A_CASE = re.compile(
    r"(?<!哪)几(?![月号点])(?=个?[\u4e00-\u9fff]{2}[^，,？?。]*[，,].*(?:吗|([能是要算会行该可属用给让准管])不\1[^，,]*)[？?]?$)"
    r"|(?<!哪)几(?=个?[\u4e00-\u9fff][^，,？?。]*了[^，,？?。]*[，,][^几]*多[少久长大])"
)
"""「给几家医院送口罩，能不能办」, 「跟几家厂买了配件，补多少」: what stands in front of the question is told."""


SAID_THERE = re.compile(
    r"[^，,。？?；;]{0,20}(?:(?:有没有|有|是否)(?:讲|说|写|提|规定|明确|注释|解释)(?:[过到明]|清楚)?(?:吗|么|没有?)?|(?:讲|说|写|提)了(?:吗|么|没有?))[？?]*"
)
"""Behind a question: whether the text says so at all, 「住建部的方案有讲吗」."""


_INSTRUCTS = re.compile(
    either(
        # 要准确措辞
        r"(?:我|好)?(?:要|需要|得|给)(?:准确|完整|规范|精确)的?(?:措辞|表述|原文|句子|文字|名称|全称)",
        r"我们?也?(?:想|要|打算|准备)(?:去)?(?:报名|申请|申报|参加|办理?)(?:一?下)?",
        r"(?:我|好)?(?:要|需要|得|想)?(?:引用|写进|抄|摘录?)(?:[^，。？?吗谁]{0,8})",  # 要引用
        # 要按建议里的规范表述
        r"(?:要|请|得)?按[^，。？?]{0,10}(?:表述|说法|写法|原文|格式)(?:来|写|给)?",
        # 列全
        (
            r"(?:请|麻烦)?(?:给|写|列|摘|标)(?:出|上|个)?[^，。？?]{0,6}(?:准确?数字?|原[文话句]|全文?"
            r"|条款号|清楚|出来)"
        ),
        # 全称
        (
            r"(?:我|好)?(?:要|得|想|需要|请)?(?:用|写|列|给)?(?:上|个|出)?(?:文号|全称|出处|原句)(?:列出"
            r"|写出)?"
        ),
        r"逐[个一条](?:写|列)出来?",
        r"(?:请|麻烦|要)?把?[^，。？?]{0,4}列(?:全|完整|齐)一?点?",  # 列全
        r"(?:别|不要)漏[^，。？?]{0,4}",
        r"在线等",
        r"急用?",
        r"等着用呢?",
        r"谢谢(?:了|啊)?",
        r"麻烦了",
    )
)
_WRITES = re.compile(
    r"^我?(?:正|现)?在?(?:写|起草|准备|做)(?:一?[个份篇])?[^，。？?的]{0,4}(?:汇报|材料|报告|讲话|公文|论文|方案|请示)(?:稿|材料)?(?:急用|(?:要|得|想|需要)?(?:引用?(?:出处|依据)?|用))?[，,：:]"
)


_WHERE_TOO = re.compile(
    either(
        r"(?:各自?|分别)(?:是|在|出自|见)?(?:第几|哪一?)[条款](?:呢|啊|呀)?",
        r"哪一?条(?:里|中)?(?:写|规定)的",
        r"引用?哪一?[句条]",
        r"哪[个份]文件(?:里|中)?(?:写|规定|定)的",
        # 在哪条
        (
            r"(?:是?(?:写|列|放|规定)?在)(?:哪|什么)(?:一?个)?(?:大|小)?(?:标题|部分|章|节|条|段|点)"
            r"(?:下面?|里面?|中)?"
        ),
        r"原[话文句]是(?:什么|哪句|怎么[说写])的?",  # 原文是什么
    )
)
"""Behind a question: what every answer tells."""
_ASKS = re.compile(r"多[少大久长高]|几|谁|什么|啥|哪|怎|如何|吗|是否|能不能|可不可以|有没有|[？?]")


def without_instructions(text: str) -> str:
    """The question without how the answer is to be given, or what for: 「…是多少？引用要写准。」; and without 「各在第
    几条」 behind it."""
    bare = _WRITES.sub("", text)
    pieces = re.split(r"(?<=[，,。；;？?！!])", bare)
    while len(pieces) > 1:
        last = pieces[-1].strip(" ，,。；;！!") or "谢谢"
        told = _WHERE_TOO.fullmatch(last.rstrip("？?")) and _ASKS.search("".join(pieces[:-1]))
        listed = re.search("列|漏", last) and not _ASKS.search("".join(pieces[:-1]))
        if listed or not (told or _INSTRUCTS.fullmatch(last)):
            break  # 「一共六个行动，给我列全」 asks for nothing else
        pieces.pop()
    return "".join(pieces).rstrip("，,；; ") or text


def without_some(bare: str) -> str:
    """「好几回」 as 「好数回」, and without 「方案里有讲吗」 behind."""
    *asked, last = re.split(r"[？?，,](?=[^？?，,]+[？?]*$)", bare)
    if asked and SAID_THERE.fullmatch(last):
        bare = asked[0]
    bare = _SOME_OF_A_CASE.sub("数", bare)
    return _SOME.sub(lambda m: m.group().replace("几", "数"), bare)
