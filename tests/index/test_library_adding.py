"""Adding again: what has not changed is not read, what has replaces its document, what failed keeps its reason."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index.doctor import examine
from index.errors import NotFoundError
from index.library import Library
from index.prepare import Job, Prepared
from index.read.folders import files_below
from index.rows import Row
from index.search.retriever import rank
from index.workers import read_all
from tests.index.conftest import HashingEncoder

BROKEN = bytes(range(256)) * 4


class CountingEncoder(HashingEncoder):
    """Counts what it embeds and may be told to be interrupted at a text that holds ``stop``."""

    def __init__(self) -> None:
        super().__init__()
        self.embedded = 0
        self.stop: str | None = None

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.stop and any(self.stop in text for text in texts):
            raise KeyboardInterrupt
        self.embedded += len(texts)
        return super().embed_documents(texts)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home", CountingEncoder(), seed=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three measures of three cities."""
    for name in "甲乙丙":
        write(tmp_path / "文件" / f"{name}.txt", name)
    return tmp_path / "文件"


def write(path: Path, city: str, amount: int = 100, title: str = "促进产业发展若干措施") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"{city}市{title}\n一、对新认定的{city}市企业，给予最高{amount}万元的奖励。\n二、本措施自印发之日起施行。\n",
        "utf-8",
    )


def add(library: Library, *paths: Path, **options: Any) -> list[Row]:
    return library.add_files(files_below(paths), **options)


def states(rows: list[Row]) -> list[str]:
    return [row.state for row in rows]


def answers(library: Library, question: str) -> set[str]:
    """The texts of all hits."""
    hits = rank(library.snapshot(), library.encoder.embed_query(question), question, 50)
    return {h.document.text[h.start : h.end] for h in hits}


def sound(library: Library) -> bool:
    return examine(library.home, lambda: library).findings == []


# what has changed


def test_only_the_changed_file_is_read_again(library: Library, folder: Path) -> None:
    assert states(add(library, folder)) == ["added"] * 3
    before, version = library.encoder.embedded, library.version()
    assert states(add(library, folder)) == ["unchanged"] * 3
    assert (library.encoder.embedded, library.version()) == (before, version)
    write(folder / "乙.txt", "乙", 200)
    rows = add(library, folder)
    assert [(r.source, r.state) for r in rows if r.state != "unchanged"] == [("乙.txt", "updated")]
    assert library.encoder.embedded == before + before // 3
    assert library.version() != version


def test_a_replaced_document_never_answers_with_its_old_text(library: Library, folder: Path) -> None:
    (first, *_) = add(library, folder / "甲.txt")
    other = Library(library.home, HashingEncoder())
    assert any("最高100万元" in text for text in answers(other, "甲市企业奖励"))
    write(folder / "甲.txt", "甲", 900, title="支持企业做大做强若干政策")
    (second,) = add(library, folder / "甲.txt")
    assert (second.state, second.id) == ("updated", first.id), "the same file, though its title changed"
    assert second.reason == "原标题「甲市促进产业发展若干措施」"
    for reader in (library, other, Library(library.home, HashingEncoder())):
        found = answers(reader, "甲市企业奖励")
        assert any("最高900万元" in text for text in found)
        assert not any("最高100万元" in text for text in found)
        assert [r.title for r in reader.rows()] == ["甲市支持企业做大做强若干政策"]
    assert sound(library)


def test_files_of_one_name_in_two_folders_are_two_documents(library: Library, tmp_path: Path) -> None:
    for place, amount in (("一", 100), ("二", 200)):
        write(tmp_path / "库" / place / "措施.txt", "甲", amount)
    rows = add(library, tmp_path / "库")
    assert states(rows) == ["added", "added"]
    assert len({r.id for r in rows}) == 2
    assert states(add(library, tmp_path / "库")) == ["unchanged", "unchanged"]
    write(tmp_path / "库" / "二" / "措施.txt", "甲", 300)
    again = add(library, tmp_path / "库")
    assert [(r.id, r.state) for r in again] == [(rows[0].id, "unchanged"), (rows[1].id, "updated")]
    assert {
        "最高100万元" in t or "最高300万元" in t for t in answers(library, "奖励万元") if "最高" in t
    } == {True}
    with pytest.raises(NotFoundError) as caught:
        library.remove("措施.txt")
    assert rows[0].id in str(caught.value)
    assert rows[1].id in str(caught.value)


def test_copies_are_named_and_not_stored(library: Library, folder: Path) -> None:
    shutil.copy(folder / "甲.txt", folder / "甲的副本.txt")
    rows = {r.source: r for r in add(library, folder)}
    assert rows["甲的副本.txt"].state == "duplicate"
    assert "甲.txt" in (rows["甲的副本.txt"].reason or "")
    assert len(library.rows()) == 3
    write(folder / "甲.txt", "甲", 500)
    rows = {r.source: r for r in add(library, folder)}
    assert (rows["甲.txt"].state, rows["甲的副本.txt"].state) == ("updated", "added"), "a copy no more"
    assert sound(library)


def test_a_folder_that_moved_is_known_again(library: Library, folder: Path) -> None:
    ids = [r.id for r in add(library, folder)]
    moved = folder.rename(folder.with_name("新文件"))
    rows = add(library, moved)
    assert ([r.id for r in rows], states(rows)) == (ids, ["unchanged"] * 3)
    (moved / "丙.txt").rename(moved / "丁.txt")
    (row,) = add(library, moved / "丁.txt")
    assert (row.state, row.reason, row.source) == ("updated", "原名「丙.txt」", "丁.txt")
    assert len(library.rows()) == 3
    assert sound(library)


# what failed


def test_what_failed_keeps_its_reason_and_is_read_again_on_request(library: Library, folder: Path) -> None:
    (folder / "坏.txt").write_bytes(BROKEN)
    rows = {r.source: r for r in add(library, folder)}
    assert (rows["坏.txt"].state, rows["甲.txt"].state) == ("failed", "added")
    (kept,) = Library(library.home, HashingEncoder()).failed_rows()
    assert (kept.source, kept.reason) == ("坏.txt", rows["坏.txt"].reason)

    (again,) = [r for r in add(library, folder) if r.source == "坏.txt"]
    assert again.state == "failed"
    assert "--retry" in (again.reason or "")
    (tried,) = [r for r in add(library, folder, retry=True) if r.source == "坏.txt"]
    assert tried.reason == rows["坏.txt"].reason

    write(folder / "坏.txt", "丁")
    (mended,) = [r for r in add(library, folder) if r.source == "坏.txt"]
    assert mended.state == "added"
    assert library.failed_rows() == []


def test_a_document_whose_file_broke_stays_as_it_was(library: Library, folder: Path) -> None:
    (before, *_) = add(library, folder)
    (folder / before.source).write_bytes(BROKEN)
    failed = next(r for r in add(library, folder) if r.source == before.source)
    assert failed.state == "failed"
    assert "库中保留" in (failed.reason or "")
    assert any("给予最高100万元" in text for text in answers(library, f"{before.source[0]}市企业奖励"))
    forgotten = library.remove(str((folder / before.source).resolve()))
    assert (forgotten.state, library.failed_rows(), len(library.rows())) == ("removed", [], 3)


def test_a_file_too_large_is_refused_before_it_is_read(library: Library, folder: Path) -> None:
    with (folder / "大.txt").open("wb") as handle:
        handle.truncate(300 * 1024 * 1024)
    begun = time.monotonic()
    rows = {r.source: r for r in add(library, folder)}
    assert rows["大.txt"].state == "failed"
    assert "300 MB" in (rows["大.txt"].reason or "")
    assert rows["甲.txt"].state == "added"
    assert time.monotonic() - begun < 20


# interruptions


def test_what_was_done_before_a_ctrl_c_stays_and_nothing_half(library: Library, folder: Path) -> None:
    library.encoder.stop = "甲市"
    with pytest.raises(KeyboardInterrupt):
        add(library, folder)
    assert [r.source for r in library.rows()] == ["丙.txt", "乙.txt"]
    assert not any("甲市" in text for text in answers(library, "甲市企业奖励"))
    assert sound(library)
    library.encoder.stop = None
    assert sorted(states(add(library, folder))) == ["added", "unchanged", "unchanged"]
    assert sound(library)


def test_an_interrupted_rebuild_leaves_the_old_index_in_force(library: Library, folder: Path) -> None:
    add(library, folder)
    library.encoder.stop = "丙市"
    with pytest.raises(KeyboardInterrupt):
        library.rebuild()
    assert any("丙市" in text for text in answers(library, "丙市企业奖励"))
    assert sound(library)


def test_passages_without_a_document_answer_to_nobody(library: Library, folder: Path) -> None:
    """As a kill between the passages and the document's own record leaves them."""
    (row, *_) = add(library, folder)
    shelf = library.shelf()
    record = shelf.records()[row.id]
    (_, answer) = next(
        read_all([Job(row.source, record["origin"], Path(record["origin"]), "default", row.id)])
    )
    assert isinstance(answer, Prepared)
    vectors = library.encoder.embed_documents([p.embedded for p in answer.passages])
    shelf.put_passages(row.id, "00000000", answer.passages, vectors, "default")
    shelf.put_passages("d0000000000", "00000000", answer.passages, vectors, "default")
    fresh = Library(library.home, HashingEncoder())
    assert fresh.snapshot().size == 3 * record["passages"]
    assert not sound(fresh)
    library.tidy()
    assert sound(library)


# many files


@dataclass(frozen=True)
class Trap(Job):
    """A job that does something else to the process that unpacks it."""

    act: Callable[..., object] = os._exit
    argument: int = 1

    def __reduce__(self) -> tuple[Callable[..., object], tuple[int]]:
        return self.act, (self.argument,)


def test_files_read_by_several_processes_come_in_order_and_one_that_breaks_costs_itself(folder: Path) -> None:
    for n in range(12):
        write(folder / f"{n:02}.txt", f"第{n}")
    jobs = [Job(p.name, str(p), p, "default") for p in sorted(folder.iterdir())]
    crash = Trap("崩.pdf", "", b"", "default")
    endless = Trap("慢.pdf", "", b"", "default", act=time.sleep, argument=60)
    results = list(read_all([*jobs[:5], crash, *jobs[5:], endless], seconds=5))
    assert [job.path for job, _ in results] == [j.path for j in [*jobs[:5], crash, *jobs[5:], endless]]
    failed = {job.path: answer for job, answer in results if not isinstance(answer, Prepared)}
    assert failed.keys() == {"崩.pdf", "慢.pdf"}
    assert "中断" in str(failed["崩.pdf"])
    assert "5 秒" in str(failed["慢.pdf"])


def test_a_large_folder_gives_what_a_small_one_would(library: Library, folder: Path) -> None:
    for n in range(20):
        write(folder / f"{n}.txt", f"第{n}", 10 * n + 10)
    steps: list[Any] = []
    rows = add(library, folder, progress=steps.append)
    assert set(states(rows)) == {"added"}
    assert [r.source for r in rows] == [name for name, _ in files_below([folder])]
    assert (steps[-1].done, steps[-1].files, steps[-1].share) == (23, 23, 1.0)
    assert [s.share for s in steps] == sorted(s.share for s in steps)
    write(folder / "7.txt", "第7", 999)
    shutil.copy(folder / "8.txt", folder / "八.txt")
    changed = {r.source: r.state for r in add(library, folder) if r.state != "unchanged"}
    assert changed == {"7.txt": "updated", "八.txt": "duplicate"}
    assert sound(library)
