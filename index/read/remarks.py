"""Words for remarks on a reading."""

from __future__ import annotations

from collections.abc import Sequence


def page_list(pages: Sequence[int]) -> str:
    """「第1—3、7页」; more than eight stretches are cut off with 等N页."""
    stretches: list[list[int]] = []
    for page in sorted(set(pages)):
        if stretches and page == stretches[-1][-1] + 1:
            stretches[-1].append(page)
        else:
            stretches.append([page])
    words = [str(s[0]) if len(s) == 1 else f"{s[0]}—{s[-1]}" for s in stretches]
    if len(words) > 8:
        return f"第{'、'.join(words[:8])}等{len(set(pages))}页"
    return f"第{'、'.join(words)}页"
