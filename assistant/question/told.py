"""Numbers that a question tells, and does not ask for: 「劝了好几回」."""

from __future__ import annotations

import re

_SOME = re.compile(
    r"[好这那近前没]几(?![号月点])|(?:了几|有几(?=[处点]))(?=[\u4e00-\u9fff]{1,8}[，,].*(?:[吗么谁哪]|合[法规]|可以|行不?行|能不能|怎么|多少|多[久大长远高]|什么))"
)
"""「劝了好几回」, 「新画了几个车位，这样合规吗」: how many is not asked."""


_SOME_OF_A_CASE = re.compile(
    r"(?<!哪)几(?=个?[\u4e00-\u9fff]{2}[^，,？?。]*[，,].*(?:吗|([能是要算会行该可属用给让准管])不\1[^，,]*)[？?]?$)"
    r"|(?<!哪)几(?=个?[\u4e00-\u9fff][^，,？?。]*了[^，,？?。]*[，,][^几]*多[少久长大])"
)
"""「给几家医院送口罩，能不能办」, 「跟几家厂买了配件，补多少」: what stands in front of the question is told."""


def without_some(bare: str) -> str:
    """「好几回」 as 「好数回」."""
    bare = _SOME_OF_A_CASE.sub("数", bare)
    return _SOME.sub(lambda m: m.group().replace("几", "数"), bare)
