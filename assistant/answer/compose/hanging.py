"""A further question of a turn that hangs on the first one."""

from __future__ import annotations

from assistant.answer.compose.scope import missing_names
from assistant.answer.draft import Draft
from assistant.evidence import Evidence
from assistant.question.understand import content_of

OF_ITS_OWN = 3
"""Characters of content from which a further question of a turn is of a matter of its own."""


def hangs_on(first: Evidence, draft: Draft, further: str) -> bool:
    """The first question is refused for what it names, and the one behind it says nothing of its own: 「哪个文件批的？」."""
    alone = len("".join(content_of(further).split())) >= OF_ITS_OWN
    return draft.outcome == "refused" and not alone and bool(missing_names(first))
