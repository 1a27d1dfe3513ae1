"""Which document is meant by what people type: id, file name with or without suffix, title, number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import PurePath

from index.clauses.numerals import plain
from index.errors import NotFoundError
from index.search.shelf import Record

SHOWN = 5
_NAMES: tuple[Callable[[Record], list[str]], ...] = (
    lambda r: [r["source"], PurePath(r["source"]).stem],
    lambda r: json.loads(r["titles"]),
    lambda r: [r["number"]],
)
"""What a document may be called by, the surest first."""


def resolve(name: str, records: dict[str, Record]) -> str:
    """The id; NotFoundError where nothing or more than one document is called so, with what there is."""
    if name in records:
        return name
    wanted = plain(name).strip("《》")
    for names in _NAMES:
        found = [i for i, r in records.items() if wanted and wanted in {plain(n) for n in names(r) if n}]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(name, found, records)
    near = [
        i for i, r in records.items() if wanted and any(wanted in plain(t) for t in json.loads(r["titles"]))
    ]
    if len(near) == 1:
        return near[0]
    raise _unknown(name, near, records)


def _several(name: str, found: list[str], records: dict[str, Record]) -> NotFoundError:
    listed = "；".join(f"{i}《{records[i]['title']}》" for i in found[:SHOWN])
    return NotFoundError(f"库中有 {len(found)} 份文件叫「{name}」", f"请用编号指明：{listed}")


def _unknown(name: str, near: list[str], records: dict[str, Record]) -> NotFoundError:
    message = f"库中没有文件「{name}」"
    if near:
        return NotFoundError(message, "", tuple(dict.fromkeys(records[i]["title"] for i in near))[:SHOWN])
    if not records:
        return NotFoundError(message, "库是空的，用 tiaokuan index add 加入文件")
    known = "；".join(r["title"] for r in list(records.values())[:SHOWN])
    more = f" 等 {len(records)} 份" if len(records) > SHOWN else ""
    return NotFoundError(message, f"库中有：{known}{more}，用 tiaokuan index list 查看")
