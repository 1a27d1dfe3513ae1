"""Is the library whole? What was looked at, what is wrong with the command that mends it, what a user may want to know."""

from __future__ import annotations

import shlex
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from index.clauses import FORMAT, Document
from index.errors import LibraryError
from index.library import PLAN, Library
from index.lock import held
from index.search.encoder import Encoder
from index.search.passages import Passage, passages
from index.search.retriever import rank
from index.search.shelf import Record, Shelf, generation_of, intact, passage_id, trace_of
from index.search.snapshot import EXACT
from index.writer import content_of, leftovers, orphans

LEAST_FREE_MB = 300
SAMPLE = 5
SEVERAL = 3
"""Documents from which on the whole index is mended at once."""
ALIKE = 1e-4
UNREADABLE, ALTERED = "读不出来", "与登记的摘要不符，可能被改动过"
REBUILD = "tiaokuan index rebuild"
TIDY = "tiaokuan index tidy"


@dataclass(frozen=True)
class Finding:
    """``text`` says what is wrong, ``mend`` is a command for the shell."""

    text: str
    mend: str


@dataclass
class Diagnosis:
    """``checked``: what was found in order; ``notes``: what is no fault of the library."""

    library: str = ""
    checked: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


Open = Callable[[], Library]


def examine(home: Path, open_library: Open) -> Diagnosis:
    """Every check that the state of things allows; an error that prevents the rest is a finding."""
    said = Diagnosis()
    _check_home(home, said)
    try:
        library = open_library()
        said.library = library.version()
        if held(library.home):
            said.notes.append("另一个进程正在写入，索引没有检查；请等它结束后再运行 tiaokuan doctor")
            return said
        _check_library(library, said)
    except LibraryError as error:
        said.findings.append(Finding(str(error), _way_out(home, error)))
    return said


def _way_out(home: Path, error: LibraryError) -> str:
    """From a library that does not open."""
    folder = home / "chroma"
    if "读写权限" in error.message:
        return f"chmod -R u+rwX {shlex.quote(str(home))}"
    if str(folder) in error.message:
        kept = next(p for n in range(1, 1000) if not (p := home / f"chroma-damaged-{n}").exists())
        return f"mv {shlex.quote(str(folder))} {shlex.quote(str(kept))}"
    return "tiaokuan settings"


def _check_home(home: Path, said: Diagnosis) -> None:
    existing = next(p for p in (home, *home.absolute().parents) if p.exists())
    free = shutil.disk_usage(existing).free // (1024 * 1024)
    if free < LEAST_FREE_MB:
        text = f"「{home}」所在的磁盘只剩 {free} MB"
        said.findings.append(Finding(text, f"du -sh {shlex.quote(str(home))}/*"))
    said.checked.append(f"数据文件夹「{home}」，磁盘剩余 {free / 1024:.1f} GB")


def _check_library(library: Library, said: Diagnosis) -> None:
    state = library.store.state()
    shelf = library.store.shelf(state)
    records = shelf.records()
    said.checked.append(f"条款库版本 {said.library}，{len(records)} 份文件，{shelf.count()} 条索引")
    said.notes.extend(_failures(library))
    if mismatch := _mismatch(state, library.encoder):
        said.findings.append(mismatch)
        return
    said.findings.extend(_left_behind(library, state, shelf, records))
    faulty = Documents(shelf, records).check()
    said.findings.extend(_by_document(records, faulty))
    said.checked.append(f"逐份核对了 {len(records)} 份文件的内容摘要、条款与索引")
    if not faulty and not said.findings:
        said.findings.extend(_search(library, records))
        said.checked.append("用文件自己的条款试了检索")


def _failures(library: Library) -> Iterator[str]:
    for row in library.failed_rows():
        again = f"tiaokuan index add {shlex.quote(row.path)}"
        forget = f"tiaokuan index remove {shlex.quote(row.path)}"
        yield f"「{row.source}」上次没有读成：{row.reason}。再试：{again}；不再需要：{forget}"


def _mismatch(state: dict[str, Any], encoder: Encoder) -> Finding | None:
    if state.get("format") != FORMAT:
        return Finding(f"索引的格式（{state.get('format')}）与本程序的（{FORMAT}）不同", REBUILD)
    if state.get("encoder") != encoder.name:
        text = f"索引是用「{state.get('encoder')}」建立的，当前设置的向量模型是「{encoder.name}」"
        return Finding(text, REBUILD)
    return None


def _left_behind(
    library: Library, state: dict[str, Any], shelf: Shelf, records: dict[str, Record]
) -> Iterator[Finding]:
    """Of interrupted writes: it answers to nobody, but it is there."""
    if lost := orphans(shelf, records):
        yield Finding(f"有 {len(lost)} 条索引不属于任何文件", TIDY)
    if idle := leftovers(library.store, state):
        yield Finding(f"有 {len(idle)} 个不再使用的集合（{'、'.join(idle)}），多半来自中断的重建", TIDY)
    if f"{content_of(records):016x}" != state.get("content"):
        yield Finding("登记的内容摘要与库中的文件不符，上次写入可能被中断", TIDY)
    elif state.get("writing") and not lost and not idle:
        yield Finding("上次写入没有正常结束", TIDY)


class Documents:
    """Each stored document against its record, and its passages against what it would give today."""

    def __init__(self, shelf: Shelf, records: dict[str, Record]) -> None:
        self._shelf, self._records = shelf, records
        self._stored: dict[str, dict[str, Record]] = defaultdict(dict)
        self._altered: set[str] = set()
        """Documents with a vector that is not the one that was stored, or none."""
        for i, text, m, vector in shelf.contents():
            if records.get(m["document"], {}).get("generation") == m.get("generation"):
                self._stored[m["document"]][i] = m | {"text": text}
                if vector is None or abs(trace_of(vector) - m.get("trace", trace_of(vector))) > ALIKE:
                    self._altered.add(m["document"])

    def check(self) -> dict[str, str]:
        """Id → what is wrong with it."""
        found = ((doc_id, self._fault(doc_id, record)) for doc_id, record in self._records.items())
        return {doc_id: fault for doc_id, fault in found if fault}

    def _fault(self, doc_id: str, record: Record) -> str | None:
        text = self._shelf.get_document(doc_id)
        try:
            document = Document.from_json(text or "")
        except ValidationError:
            return f"内容已损坏，{UNREADABLE}"
        if generation_of(text or "") != record.get("generation"):
            return f"原文{ALTERED}"
        if not intact(record):
            return f"登记的信息（标题、日期、状态等）{ALTERED}"
        expected = {passage_id(p, record["generation"]): p for p in passages(document)}
        stored = self._stored[doc_id]
        if missing := expected.keys() - stored.keys():
            return f"缺少 {len(missing)} 条索引（应有 {len(expected)} 条）"
        if stored.keys() - expected.keys() or any(not _agrees(expected[i], m) for i, m in stored.items()):
            return "索引与条款对不上，可能被改动过"
        if doc_id in self._altered:
            return f"索引的向量{ALTERED}"
        return self._unfound(doc_id, sorted(expected))

    def _unfound(self, doc_id: str, ids: list[str]) -> str | None:
        """Counting reads the database, searching the vector index: after a crash they may disagree. Up to ``EXACT`` passages
        every stored vector is compared, and Chroma's graph, in which one may now and then be out of reach, is not asked."""
        if sum(map(len, self._stored.values())) <= EXACT:
            return None
        some = sorted({ids[0], ids[len(ids) // 2], ids[-1]}) if ids else []
        stored = self._shelf.vectors(some)
        if all(i in stored and self._shelf.finds(i, stored[i].tolist(), doc_id) for i in some):
            return None
        return "有索引但检索不到"


def _agrees(passage: Passage, stored: Record) -> bool:
    place = (stored["clause"], stored["start"], stored["end"])
    return place == (passage.clause_id, *passage.span) and stored["text"] == passage.embedded


def _by_document(records: dict[str, Record], faulty: dict[str, str]) -> Iterator[Finding]:
    lost = [i for i, fault in faulty.items() if UNREADABLE in fault or fault.startswith("原文")]
    for doc_id in lost:
        again, mend = _from_file(doc_id, records[doc_id])
        yield Finding(f"{_named(doc_id, records)}{faulty[doc_id]}，{again}", mend)
    rest = [i for i in faulty if i not in lost]
    if len(rest) > SEVERAL:
        some = "；".join(f"{_named(i, records)}{faulty[i]}" for i in rest[:SEVERAL])
        yield Finding(f"{len(rest)} 份文件的索引有问题：{some} 等", REBUILD)
    else:
        yield from (Finding(f"{_named(i, records)}{faulty[i]}", f"{REBUILD} {i}") for i in rest)


def _named(doc_id: str, records: dict[str, Record]) -> str:
    return f"《{records[doc_id]['title']}》（{doc_id}）"


def _from_file(doc_id: str, record: Record) -> tuple[str, str]:
    """Read it again where its file is still there; else it has to go. What is done, and the command."""
    plan = str(resources.files("index.corpus") / PLAN) if record["source"] == PLAN else ""
    for origin in filter(None, (record.get("origin"), plan)):
        if Path(origin).exists():
            return "要从原文件重读", f"tiaokuan index add --force {shlex.quote(origin)}"
    return "原文件已不在：先移除，取得原文件后再加入", f"tiaokuan index remove {doc_id}"


def _search(library: Library, records: dict[str, Record]) -> Iterator[Finding]:
    """The whole way of a question, with sentences of some documents."""
    snapshot = library.snapshot()
    ids = sorted(i for i, r in records.items() if r["passages"])
    for doc_id in ids[:: max(1, len(ids) // SAMPLE)][:SAMPLE]:
        document = snapshot.document(doc_id)
        found = list(passages(document)) if document else []
        if document is None or not found:
            continue
        question = document.quote(*max(found, key=lambda p: p.span[1] - p.span[0]).span)[:200]
        hits = rank(snapshot, library.encoder.embed_query(question), question, SAMPLE * 2)
        if doc_id not in {hit.document.id for hit in hits}:
            yield Finding(f"{_named(doc_id, records)}用自己的条款检索不到", REBUILD)
            return
