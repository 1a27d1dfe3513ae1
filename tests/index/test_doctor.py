"""Damage of every kind: the doctor finds it, the command it prints mends it, and then it finds nothing."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from index.doctor import Diagnosis, examine
from index.errors import LibraryError
from index.library import PLAN, Library
from tests.index.conftest import DATA, HashingEncoder

pytestmark = pytest.mark.filterwarnings("ignore:legacy embedding function config")
POLICY = "示例若干措施.txt"
Damage = Callable[[Library], None]


@pytest.fixture
def home(tmp_path: Path, seeded: Library) -> Path:
    """A library with the plan and a policy that lies beside it."""
    shutil.copytree(seeded.home, tmp_path / "home")
    shutil.copy(DATA / POLICY, tmp_path / POLICY)
    opened(tmp_path / "home").add_files([(POLICY, tmp_path / POLICY)])
    return tmp_path / "home"


def opened(home: Path, encoder: str = "test:hashing") -> Library:
    """As a process of its own would open it."""
    SharedSystemClient.clear_system_cache()
    return Library(home, HashingEncoder(encoder))


def diagnosis(home: Path, encoder: str = "test:hashing") -> Diagnosis:
    return examine(home, lambda: opened(home, encoder))


def carry_out(mend: str, home: Path, encoder: str) -> None:
    """What the command line does with the printed command, with an encoder that needs no model."""
    for command in mend.split(" && "):
        if not command.startswith("tiaokuan"):
            subprocess.run(command, shell=True, check=True)
            continue
        _, _, verb, *rest = shlex.split(command)
        act(opened(home, encoder), verb, rest)


def act(library: Library, verb: str, rest: list[str]) -> None:
    if verb == "rebuild":
        library.rebuild(name=rest[0] if rest else None)
    elif verb == "tidy":
        library.tidy()
    elif verb == "remove":
        library.remove(rest[0])
    else:
        paths = [path for path in rest if path != "--force"]
        library.add_files([(Path(path).name, Path(path)) for path in paths], force="--force" in rest)


def policy_id(library: Library) -> str:
    return library.resolve(POLICY)


def a_passage_is_gone(library: Library) -> None:
    ids = library.shelf().passage_ids(policy_id(library), generation(library))
    library.shelf().delete_passages({min(ids)})


def all_passages_are_gone(library: Library) -> None:
    library.shelf().delete_passages({i for i, _, _ in library.shelf().all_passages()})


def generation(library: Library) -> str:
    return str(library.shelf().records()[policy_id(library)]["generation"])


def the_text_was_changed(library: Library) -> None:
    doc_id, shelf = policy_id(library), library.shelf()
    text = shelf.get_document(doc_id) or ""
    shelf.put_document(doc_id, text.replace("300万元", "900万元"), shelf.records()[doc_id])


def the_record_was_changed(library: Library, **changes: str) -> None:
    """Behind the library's back."""
    doc_id = policy_id(library)
    record = library.shelf().records()[doc_id] | (changes or {"expires": "2099-12-31"})
    library.shelf()._documents.update(ids=[doc_id], metadatas=[record])


def its_title_was_changed(library: Library) -> None:
    the_record_was_changed(library, title="另一份文件")


def its_status_was_changed(library: Library) -> None:
    the_record_was_changed(library, chosen="current")


def a_passage_was_changed(library: Library) -> None:
    passage = some_passage(library)
    vector = library.shelf().vectors([passage])[passage].tolist()
    _passages(library).update(ids=[passage], documents=["改动过的条款"], embeddings=[vector])


def a_passage_was_moved(library: Library) -> None:
    _passages(library).update(ids=[some_passage(library)], metadatas=[{"start": 1, "end": 9}])


def a_vector_was_changed(library: Library) -> None:
    """The first of the document's passages, so that a look at some of them would not do."""
    passage = sorted(library.shelf().passage_ids(policy_id(library), generation(library)))[1]
    _passages(library).update(ids=[passage], embeddings=[HashingEncoder().embed_query("别的话")])


def _passages(library: Library) -> Any:
    return library.shelf()._passages


def some_passage(library: Library) -> str:
    return max(library.shelf().passage_ids(policy_id(library), generation(library)))


def the_text_was_cut_off(library: Library) -> None:
    doc_id, shelf = policy_id(library), library.shelf()
    shelf.put_document(doc_id, (shelf.get_document(doc_id) or "")[:1000], shelf.records()[doc_id])


def a_document_vanished(library: Library) -> None:
    library.shelf()._documents.delete(ids=[policy_id(library)])


def a_rebuild_was_interrupted(library: Library) -> None:
    library.store.shelf({"documents": "tiaokuan-documents-2", "passages": "tiaokuan-passages-2"})


def a_write_was_interrupted(library: Library) -> None:
    library.store.set_state({**library.store.state(), "writing": True})


@pytest.mark.parametrize(
    ("damage", "said", "command"),
    [
        (a_passage_is_gone, "缺少 1 条索引", "tiaokuan index rebuild d"),
        (all_passages_are_gone, "条索引", "tiaokuan index rebuild d"),
        (the_text_was_changed, "原文与登记的摘要不符", "tiaokuan index add --force "),
        (the_text_was_cut_off, "读不出来", "tiaokuan index add --force "),
        (
            the_record_was_changed,
            "登记的信息（标题、日期、状态等）与登记的摘要不符",
            "tiaokuan index rebuild d",
        ),
        (its_title_was_changed, "登记的信息", "tiaokuan index rebuild d"),
        (its_status_was_changed, "登记的信息", "tiaokuan index rebuild d"),
        (a_passage_was_changed, "索引与条款对不上", "tiaokuan index rebuild d"),
        (a_passage_was_moved, "索引与条款对不上", "tiaokuan index rebuild d"),
        (a_vector_was_changed, "索引的向量与登记的摘要不符", "tiaokuan index rebuild d"),
        (a_document_vanished, "不属于任何文件", "tiaokuan index tidy"),
        (a_rebuild_was_interrupted, "不再使用的集合", "tiaokuan index tidy"),
        (a_write_was_interrupted, "没有正常结束", "tiaokuan index tidy"),
    ],
)
def test_what_is_found_is_mended_by_the_command_printed(
    home: Path, damage: Damage, said: str, command: str
) -> None:
    assert diagnosis(home).findings == []
    before = whole(opened(home))
    damage(opened(home))
    found = diagnosis(home).findings
    assert any(said in f.text for f in found)
    assert any(f.mend.startswith(command) for f in found)
    for mend in dict.fromkeys(f.mend for f in found):
        carry_out(mend, home, "test:hashing")
    assert diagnosis(home).findings == []
    if damage is not a_document_vanished:
        assert whole(opened(home)) == before


def whole(library: Library) -> object:
    """All that is kept of the policy: text, record, passages."""
    shelf, doc_id = library.shelf(), policy_id(library)
    found = [(i, text, m) for i, text, m in shelf.all_passages() if m["document"] == doc_id]
    return shelf.get_document(doc_id), shelf.record(doc_id), sorted(found, key=lambda row: row[0])


def test_an_altered_text_is_neither_rebuilt_from_nor_shown(home: Path) -> None:
    library = opened(home)
    doc_id = policy_id(library)
    the_text_was_changed(library)
    for asked in (
        lambda: library.rebuild(),
        lambda: library.rebuild(name=doc_id),
        lambda: library.document(doc_id),
    ):
        with pytest.raises(LibraryError, match=r"存的原文与登记的摘要不符.*tiaokuan doctor"):
            asked()
    assert "900万元" in (library.shelf().get_document(doc_id) or "")
    assert library.snapshot().document(doc_id) is None


def test_an_altered_text_whose_file_is_gone_has_to_go(home: Path, tmp_path: Path) -> None:
    the_text_was_changed(opened(home))
    (tmp_path / POLICY).unlink()
    (finding,) = diagnosis(home).findings
    assert "原文件已不在：先移除，取得原文件后再加入" in finding.text
    assert finding.mend.startswith("tiaokuan index remove d")
    carry_out(finding.mend, home, "test:hashing")
    assert diagnosis(home).findings == []
    assert [row.source for row in opened(home).rows()] == [PLAN]


def test_the_built_in_plan_is_read_again_from_the_program(home: Path) -> None:
    library = opened(home)
    doc_id = library.resolve(PLAN)
    before, record = library.shelf().get_document(doc_id) or "", library.shelf().record(doc_id)
    library.shelf().put_document(doc_id, before.replace("飞行汽车", "飞行火车"), record or {})
    (finding,) = diagnosis(home).findings
    carry_out(finding.mend, home, "test:hashing")
    assert opened(home).shelf().get_document(doc_id) == before
    assert diagnosis(home).findings == []


def test_what_an_altered_record_says_of_the_status_counts_no_more(home: Path) -> None:
    library = opened(home)
    doc_id = policy_id(library)
    its_status_was_changed(library)
    with pytest.raises(LibraryError, match="登记的信息与登记的摘要不符"):
        library.choose_status(doc_id, "expired")
    library.rebuild(name=doc_id)
    library.choose_status(doc_id, "expired")
    library.rebuild(name=doc_id)
    assert (library.shelf().record(doc_id) or {})["chosen"] == "expired"


def test_adding_the_file_again_makes_an_altered_record_good(home: Path, tmp_path: Path) -> None:
    the_record_was_changed(opened(home))
    (row,) = opened(home).add_files([(POLICY, tmp_path / POLICY)])
    assert row.state == "updated"
    assert diagnosis(home).findings == []


def test_another_encoder_is_mended_by_a_rebuild(home: Path) -> None:
    (finding,) = diagnosis(home, "test:other").findings
    assert "test:other" in finding.text
    carry_out(finding.mend, home, "test:other")
    assert diagnosis(home, "test:other").findings == []


def test_a_database_that_does_not_open_is_put_aside(home: Path) -> None:
    database = home / "chroma" / "chroma.sqlite3"
    database.write_bytes(b"no database " * 1000)
    (finding,) = diagnosis(home).findings
    assert "已损坏" in finding.text
    carry_out(finding.mend, home, "test:hashing")
    assert (home / "chroma-damaged-1" / "chroma.sqlite3").read_bytes() == b"no database " * 1000
    assert diagnosis(home).findings == []


def test_a_file_that_failed_is_noted_and_no_fault(home: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    opened(home).add_files([("坏.docx", tmp_path / "坏.docx")])
    found = diagnosis(home)
    assert found.findings == []
    assert any("坏.docx" in note and "tiaokuan index add" in note for note in found.notes)


def test_the_text_that_is_kept_is_the_one_that_was_read(home: Path) -> None:
    library = opened(home)
    stored = json.loads(library.shelf().get_document(policy_id(library)) or "{}")
    assert stored["text"] == (DATA / POLICY).read_text("utf-8")
