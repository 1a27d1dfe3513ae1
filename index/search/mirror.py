"""What a search needs of Chroma, on the local disk: the words of each passage in tantivy, its vector as a row of a file.

Derived from Chroma and kept in step with it one document at a time: what changed since is deleted and added, nothing else
is touched. A folder that is lost or damaged is made anew; nothing here is a source of truth.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import tantivy

from index.errors import LibraryError, os_reason
from index.search.lexical import StoredPassage, Words, schema, stored

_HEAP = 32_000_000
_LAYOUT = 1
_DEAD = 0.5
"""Share of rows that belong to no passage any more at which the mirror is made anew."""


@dataclass(frozen=True)
class Original:
    """A passage as Chroma has it: its place, the text that is searched, its vector."""

    id: str
    document: str
    clause: str
    start: int
    end: int
    text: str
    vector: Sequence[float]


Fetch = Callable[[Sequence[str]], Iterable[Original]]
"""The passages of these documents."""


class Mirror:
    """The mirror in ``folder``, shared by the processes of one home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state_file, self._vectors = folder / "state.json", folder / "vectors.f32"

    def follow(self, of: str, generations: Mapping[str, str], fetch: Fetch) -> View:
        """Brought into step with ``generations`` (document id → generation in force) of the collection ``of``, then a view
        of it; LibraryError where the folder cannot be written.

        Costs in proportion to what changed. One process at a time does it, another waits and finds it done. The state is
        written last: after an interruption the same work is done again, with the same result.
        """
        try:
            with self._locked():
                index, held = self._open(of)
                rows, width = self._catch_up(index, of, held, generations, fetch)
                index.reload()
                return View(Words(index.searcher(), index.schema), self._matrix(rows, width))
        except OSError as error:
            raise LibraryError(
                f"检索用的文件夹「{self.folder}」不能写入：{os_reason(error)}", "请检查文件夹的权限与磁盘"
            ) from error

    def discard(self) -> None:
        """The next ``follow`` makes it anew."""
        self._state_file.unlink(missing_ok=True)

    def _catch_up(
        self, index: tantivy.Index, of: str, held: dict[str, Any], wanted: Mapping[str, str], fetch: Fetch
    ) -> tuple[int, int]:
        """Rows and width of the vectors."""
        known: dict[str, str] = held.get("documents", {})
        changed = [d for d in {*known, *wanted} if known.get(d) != wanted.get(d)]
        rows, width = held.get("rows", 0), held.get("width", 0)
        if not changed and held:
            return rows, width
        writer = index.writer(_HEAP, 1)
        for document in changed:
            writer.delete_documents_by_term("document", document)
        with self._vectors.open("ab") as file:
            file.truncate(rows * width * 4)  # what an interrupted run left behind
            for one in fetch([d for d in changed if d in wanted]):
                vector = np.asarray(one.vector, dtype="<f4")
                width = len(vector)
                file.write(vector.tobytes())
                place = StoredPassage(one.id, one.document, one.clause, (one.start, one.end), rows)
                writer.add_document(stored(place, one.text))
                rows += 1
        writer.commit()
        writer.wait_merging_threads()
        self._note({"of": of, "documents": dict(wanted), "rows": rows, "width": width})
        return rows, width

    def _note(self, state: dict[str, Any]) -> None:
        scratch = self._state_file.with_suffix(".new")
        scratch.write_text(json.dumps({"layout": _LAYOUT} | state), encoding="utf-8")
        scratch.replace(self._state_file)

    def _state(self) -> dict[str, Any]:
        """Empty where the mirror's state is unknown."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            state = json.loads(self._state_file.read_text(encoding="utf-8"))
            if state["layout"] == _LAYOUT:
                return dict(state)
        return {}

    def _open(self, of: str) -> tuple[tantivy.Index, dict[str, Any]]:
        """The index with its state, or an empty one where there is none that can be used."""
        state = self._state()
        if state.get("of") == of:
            with contextlib.suppress(ValueError, OSError):
                index = tantivy.Index.open(str(self.folder))
                whole = self._vectors.stat().st_size >= state["rows"] * state["width"] * 4
                alive = index.searcher().num_docs
                if whole and alive >= state["rows"] * _DEAD:
                    return index, state
        if self.folder.exists():
            idle = self.folder.with_suffix(".old")
            shutil.rmtree(idle, ignore_errors=True)
            self.folder.rename(idle)  # views of it stay as they are
            shutil.rmtree(idle, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return tantivy.Index(schema(), path=str(self.folder)), {}

    def _matrix(self, rows: int, width: int) -> np.ndarray:
        if not rows:
            return np.zeros((0, max(width, 1)), dtype=np.float32)
        return np.memmap(self._vectors, dtype="<f4", mode="r", shape=(rows, width))

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        with self.folder.with_suffix(".lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


class View:
    """One state of the mirror; what is written later does not change it. ``vectors`` is (rows, width) float32."""

    def __init__(self, words: Words, vectors: np.ndarray) -> None:
        self.words, self._vectors = words, vectors

    def cosines(self, vector: Sequence[float], passages: Sequence[StoredPassage]) -> dict[str, float]:
        """Exact, by passage id; vectors have unit length."""
        if not passages:
            return {}
        scores = self._vectors[[p.row for p in passages]] @ np.asarray(vector, dtype=np.float32)
        return {p.id: float(s) for p, s in zip(passages, scores, strict=True)}

    def nearest(
        self, vector: Sequence[float], k: int, documents: Sequence[str] | None = None
    ) -> list[StoredPassage]:
        """The ``k`` nearest, within ``documents`` where given, exactly; in no order."""
        rows = self._rows if documents is None else self._sorted_rows(documents)
        if not len(rows):
            return []
        asked = np.asarray(vector, dtype=np.float32)
        scores = (self._vectors @ asked)[rows] if documents is None else self._vectors[rows] @ asked
        best = np.argpartition(-scores, k - 1)[:k] if k < len(rows) else slice(None)
        return self.words.at_rows(rows[best].tolist())

    @cached_property
    def _rows(self) -> np.ndarray:
        return self._sorted_rows(None)

    def _sorted_rows(self, documents: Sequence[str] | None) -> np.ndarray:
        return np.array(sorted(self.words.rows_of(documents)), dtype=np.int64)
