"""How far an addition or a rebuild has come, told file by file and batch by batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from index.rows import Row


@dataclass(frozen=True)
class Step:
    """``done`` of ``files``; ``clauses`` embedded so far; ``share`` in [0, 1] of the bytes that had to be read. ``row`` where
    a file is done."""

    done: int
    files: int
    clauses: int
    share: float
    row: Row | None = None

    def __str__(self) -> str:
        said = " ".join(filter(None, (self.row.source, self.row.title, self.row.reason))) if self.row else ""
        return f"{self.done}/{self.files} {said}".rstrip()


Progress = Callable[[Step], None]


@dataclass
class Meter:
    """Counts for ``tell``, files by their numbers."""

    tell: Progress | None
    files: int = 0
    _work: dict[int, int] = field(default_factory=dict)
    _whole: int = 0
    _finished: set[int] = field(default_factory=set)
    _read: float = 0.0
    _part: float = 0.0
    _clauses: int = 0

    def start(self, work: dict[int, int]) -> None:
        """Bytes of each file that is to be read."""
        self._work, self._whole = self._work | work, self._whole + sum(work.values())

    def embedded(self, n: int, some: int, of: int) -> None:
        """``some`` more of the ``of`` passages of file ``n``."""
        self._clauses += some
        self._part += self._work.get(n, 0) * some / max(of, 1)
        self._say(None)

    def done(self, n: int, row: Row) -> None:
        self._part = 0.0
        self._read += self._work.get(n, 0)
        self._finished.add(n)
        self._say(row)

    def _say(self, row: Row | None) -> None:
        if self.tell:
            share = min(1.0, (self._read + self._part) / self._whole) if self._whole else 0.0
            self.tell(Step(len(self._finished), self.files, self._clauses, share, row))
