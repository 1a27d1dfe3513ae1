"""Where in a document something stands: which clause says it, and what that stands under."""

from __future__ import annotations

import re

from index.wording import either

_CLAUSE = r"(?:条款?|款|章节?|节|段落?|标题|小节|部分(?!地)|板块)"
ASKS_CLAUSE = re.compile(
    either(
        rf"哪[一几]?个?{_CLAUSE}(?!件)",
        r"第几个?(?:[条款项章节点段]|部分|行动|任务|方向|举措)",  # 第几项
        r"条款号",
        r"条目(?:编号|号)",
        r"出处|出自|见于|引自",
        # 写在哪儿
        r"(?:写|说|提|讲|列|规定|出现)(?:到|过|了)?在(?:哪|什么)(?:[里儿个]|位置|地方|处|$)",
        (
            r"(?:文件|计划|方案|办法|意见|通知|条例|规定|细则|措施|全文|正文|文)(?:的|里面?|中)?(?:在|是)?"
            r"(?:哪|什么)(?:里|儿|处|个?(?:位置|地方))"
        ),
    )
)
"""「6G写在哪一条」: the answer must say the number of the clause."""
ASKS_CHAPTER = re.compile(r"哪一?个?章(?!程)|第几章")
"""「放在条例哪一章」: the answer must say the chapter."""
ASKS_OWNER = re.compile(
    r"(?:对应(?:到|的是|着)?|属于?|归属?(?:[在入到为于])?|算(?:[在是作])?|划[入归到在]|列[入在为到]"
    r"|[放写][在到进]|在|是)(?:[\u4e00-\u9fff]{2,10}(?:的|里|中|下面?))?(?:哪|什么)一?[个项条]?"
    r"(?P<kind>[大小子细]?类别?|产业|方向|行动|领域|任务|举措|措施|(?:发展)?重点|板块|部分|章节?|赛道"
    r"|小?项(?!目|政策|规定|措施|任务|行动))"
)
"""「无人机属于哪个产业」: the answer must say what it stands under."""
ONLY_WHERE = re.compile(
    r"哪一?[个项条]?(?:行动|任务|方向|部分|章|节|条|措施|举措|产业)(?:里面?|中|下面?)?"
    r"(?:提|写|讲|说|规定|出现)(?:到|过|了)?的?[？?]?$"
)
"""「…是哪项行动里提的」 asks for nothing else of what it names."""
