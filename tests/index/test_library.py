"""Add, update, remove, rebuild on a real Chroma; whatever stands in the way is one error that says how to mend it."""

from __future__ import annotations

import fcntl
import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from index.clauses import FORMAT
from index.errors import LibraryBusyError, LibraryError, LibraryMismatchError, NotFoundError
from index.library import PLAN, Library
from index.lock import Patience
from index.read.folders import files_below
from index.search.retriever import ClauseRetriever, rank
from tests.index.conftest import DATA, HashingEncoder

POLICY = "示例若干措施.txt"
Open = Callable[..., Library]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def start(home: Path) -> Open:
    """Opens a library on the same home, as each start of the program would."""

    def open_library(encoder: HashingEncoder | None = None, **options: Path) -> Library:
        return Library(home, encoder or HashingEncoder(), **options)

    return open_library


@pytest.fixture
def reopen(home: Path, start: Open, seeded: Library) -> Open:
    """The same, on a home that holds the plan already."""
    shutil.copytree(seeded.home, home)
    return start


def states(library: Library, *files: tuple[str, bytes | Path]) -> list[str]:
    return [row.state for row in library.add_files(files)]


def policy() -> bytes:
    return (DATA / POLICY).read_bytes()


def best(library: Library, question: str) -> str:
    """The source of the best hit."""
    hits = rank(library.snapshot(), library.encoder.embed_query(question), question, 3)
    return hits[0].document.source if hits else ""


# the built-in plan


def test_the_first_start_indexes_the_plan_and_the_second_uses_it(start: Open) -> None:
    first = start()
    (row,) = first.rows()
    assert (row.source, row.number, row.title, row.carried) == (
        PLAN,
        "渝府办发〔2024〕75号",
        "重庆市人民政府办公厅关于印发《重庆市未来产业培育行动计划（2024—2027年）》的通知",
        ("重庆市未来产业培育行动计划（2024—2027年）",),
    )
    assert (row.state, row.issued, row.expires) == ("indexed", "2024-09-27", "2027-12-31")
    second = start()
    assert (second.version(), second.rows()) == (first.version(), first.rows())
    assert best(second, "飞行汽车") == PLAN


def test_a_removed_plan_stays_removed(reopen: Open) -> None:
    assert reopen().remove(PLAN).state == "removed"
    again = reopen()
    assert again.rows() == []
    assert again.snapshot().size == 0
    assert best(again, "飞行汽车") == ""


def test_a_missing_plan_file_is_named(start: Open, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        start(plan=tmp_path / "no-such-file.txt")
    assert PLAN in str(caught.value)
    assert "重新安装" in caught.value.hint


# adding


def test_rows_tell_what_became_of_each_file(reopen: Open) -> None:
    library = reopen()
    changed = policy().replace("最高300万元".encode(), "最高500万元".encode())
    assert states(library, (POLICY, policy())) == ["added"]
    assert states(library, (POLICY, policy())) == ["unchanged"]
    assert states(library, ("副本.txt", policy())) == ["duplicate"]
    assert states(library, (POLICY, changed)) == ["updated"]
    assert [r.source for r in library.rows()] == [PLAN, POLICY]


def test_an_updated_document_keeps_its_id_and_loses_its_old_text(reopen: Open) -> None:
    library = reopen()
    (before,) = library.add_files([(POLICY, policy())])
    shorter = (
        policy()
        .decode()
        .replace("（二）首购首用。对首次采购本区机器人产品的单位，给予采购额5%、最高50万元的奖励。", "")
    )
    (after,) = library.add_files([(POLICY, shorter.encode())])
    assert (after.id, after.state, after.clauses) == (before.id, "updated", before.clauses - 1)
    assert "首购首用" not in library.document(POLICY).text
    held = library.snapshot().view.nearest([0.0] * 64, 100, [after.id])
    assert held
    assert not any(p.clause.endswith("a2.b2") for p in held)


@pytest.mark.parametrize(
    ("name", "data", "state", "reason"),
    [
        ("表.xlsx", b"PK", "skipped", "格式暂不支持"),
        ("~$草稿.docx", b"x", "skipped", "格式暂不支持"),
        ("空.txt", b" \n ", "failed", "空文件"),
        ("坏.docx", b"PK\x03\x04 not a package", "failed", "另存一份"),
        ("程序.txt", bytes(range(256)) * 4, "failed", "编码"),
    ],
)
def test_files_that_cannot_be_read_leave_the_others_done(
    reopen: Open, name: str, data: bytes, state: str, reason: str
) -> None:
    library = reopen()
    rows = library.add_files([(name, data), (POLICY, policy())])
    assert [(r.source, r.state) for r in rows] == [(name, state), (POLICY, "added")]
    assert reason in (rows[0].reason or "")
    assert rows[1].reason is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(reopen: Open, encoding: str) -> None:
    library = reopen()
    library.add_files([(POLICY, policy().decode().encode(encoding))])
    assert library.document(POLICY).metadata.number == "示府规〔2024〕3号"


def test_word_and_markdown_are_read_alike(reopen: Open) -> None:
    library = reopen()
    document = docx.Document()
    for line in policy().decode().splitlines():
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    marked = policy().decode().replace("一、支持研发", "## 一、支持研发").encode()
    assert states(library, ("甲.docx", stream.getvalue()), ("乙.md", marked)) == ["added", "added"]
    shapes = [[str(c.locator) for c in library.document(name).clauses] for name in ("甲.docx", "乙.md")]
    assert shapes[0] == shapes[1]


def test_folders_are_read_to_the_bottom_and_never_left(tmp_path: Path) -> None:
    (tmp_path / "库" / "下级").mkdir(parents=True)
    (tmp_path / "外.txt").write_text("外", encoding="utf-8")
    (tmp_path / "库" / "甲.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "库" / "下级" / "乙.md").write_text("乙", encoding="utf-8")
    (tmp_path / "库" / ".隐藏.txt").write_text("丙", encoding="utf-8")
    (tmp_path / "库" / "链接.txt").symlink_to(tmp_path / "外.txt")
    assert sorted(name for name, _ in files_below([tmp_path / "库"])) == ["下级/乙.md", "甲.txt"]


def test_hits_come_from_the_documents_allowed(reopen: Open) -> None:
    library = reopen()
    (row,) = library.add_files([(POLICY, policy())], collection="区级")
    snapshot = library.snapshot()
    assert snapshot.collection_ids("区级") == [row.id]
    vector = library.encoder.embed_query("未来产业")
    hits = rank(snapshot, vector, "未来产业", 10, [row.id])
    assert {h.document.id for h in hits} == {row.id}
    assert [h.rank for h in hits] == list(range(1, len(hits) + 1))
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_as_a_langchain_retriever(seeded: Library) -> None:
    retriever = ClauseRetriever(snapshot=seeded.snapshot, encoder=seeded.encoder, k=3)
    found = retriever.invoke("飞行汽车和eVTOL")
    assert len(found) == 3
    assert found[0].metadata["locator"] == "二、（一）6.（25）"
    text = seeded.document(PLAN).text
    assert all(text[d.metadata["start"] : d.metadata["end"]] == d.page_content for d in found)


# naming


@pytest.mark.parametrize(
    "name",
    [
        PLAN,
        "渝府办发〔2024〕75号",
        "渝府办发[2024]75号",
        "重庆市未来产业培育行动计划（2024—2027年）",
        "《重庆市未来产业培育行动计划（2024—2027年）》",
        "重庆市未来产业培育行动计划",
        "重庆市人民政府办公厅关于印发《重庆市未来产业培育行动计划（2024—2027年）》的通知",
    ],
)
def test_a_document_is_found_by_any_of_its_names(seeded: Library, name: str) -> None:
    (row,) = seeded.rows()
    assert seeded.resolve(name) == seeded.resolve(row.id) == row.id


@pytest.mark.parametrize("name", ["北京市计划", "", "《》"])
def test_an_unknown_name_is_refused_with_what_there_is(seeded: Library, name: str) -> None:
    with pytest.raises(NotFoundError, match="重庆市未来产业培育行动计划"):
        seeded.resolve(name)


# what stands in the way


def test_another_encoder_is_refused_until_the_index_is_rebuilt(reopen: Open) -> None:
    reopen().add_files([(POLICY, policy())])
    other = reopen(HashingEncoder("test:other"))
    for use in (other.snapshot, lambda: other.add_files([("x.txt", b"x")])):
        with pytest.raises(LibraryMismatchError) as caught:
            use()
        assert "tiaokuan index rebuild" in str(caught.value)
        assert "test:hashing" in str(caught.value)
        assert "test:other" in str(caught.value)
    rows = other.rebuild()
    assert sorted(r.source for r in rows) == [PLAN, POLICY]
    assert best(other, "首购首用") == POLICY
    with pytest.raises(LibraryMismatchError):
        reopen().snapshot()


def test_another_format_is_refused_until_the_index_is_rebuilt(reopen: Open) -> None:
    library = reopen()
    library.store.set_state({**library.store.state(), "format": FORMAT + 1})
    with pytest.raises(LibraryMismatchError, match="tiaokuan index rebuild"):
        reopen().snapshot()
    reopen().rebuild()
    assert best(reopen(), "飞行汽车") == PLAN


def test_a_second_writer_is_told_to_wait(reopen: Open, tmp_path: Path) -> None:
    library = reopen(patience=Patience(0))
    with (tmp_path / "home" / "write.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(LibraryBusyError, match="等它结束后再试") as caught:
            library.add_files([(POLICY, policy())])
        assert caught.value.retryable
        assert best(library, "飞行汽车") == PLAN, "readers are not blocked"
    assert states(library, (POLICY, policy())) == ["added"]


def test_a_damaged_chroma_folder_is_named_and_left_alone(start: Open, tmp_path: Path) -> None:
    database = tmp_path / "home" / "chroma" / "chroma.sqlite3"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"this is no database " * 500)
    before = {p: p.read_bytes() for p in (tmp_path / "home").rglob("*") if p.is_file()}
    with pytest.raises(LibraryError) as caught:
        start()
    assert str(database.parent) in str(caught.value)
    assert "不会自动删除" in str(caught.value)
    assert {p: p.read_bytes() for p in before} == before


def test_a_database_emptied_beside_its_vectors_is_not_taken_for_a_new_library(
    reopen: Open, tmp_path: Path
) -> None:
    database = tmp_path / "home" / "chroma" / "chroma.sqlite3"
    database.write_bytes(b"")
    with pytest.raises(LibraryError, match=r"chroma\.sqlite3 是空的"):
        reopen()
    assert database.read_bytes() == b""


def test_a_library_whose_first_writer_was_stopped_at_once_is_begun_anew(start: Open, tmp_path: Path) -> None:
    database = tmp_path / "home" / "chroma" / "chroma.sqlite3"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"")
    assert states(start(), (POLICY, policy())) == ["added"]


def test_a_home_that_is_a_file_is_named(start: Open, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(LibraryError, match="TIAOKUAN_HOME"):
        start()


def test_the_database_is_a_plain_chroma(start: Open, tmp_path: Path) -> None:
    start()
    with sqlite3.connect(tmp_path / "home" / "chroma" / "chroma.sqlite3") as database:
        names = {row[0] for row in database.execute("select name from collections")}
    database.close()
    assert names == {"tiaokuan-documents", "tiaokuan-passages-1"}
