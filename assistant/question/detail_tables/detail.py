"""What a table of a detail holds."""

from __future__ import annotations

import re
from typing import NamedTuple


class Detail(NamedTuple):
    """Patterns are searched in text without white space; ``missing`` is what an answer says that a document leaves open."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str]
    missing: str
