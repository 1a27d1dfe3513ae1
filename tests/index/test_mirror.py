"""The local mirror of Chroma: in step after any change, whatever interrupts it, and made anew where it is damaged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index.search.mirror import Mirror, Original, View

HELD = {"d1": "a", "d2": "a", "d3": "a"}


def original(document: str, generation: str, n: int, text: str) -> Original:
    """A passage whose vector points to one of four directions, by ``n``."""
    vector = [float(n % 4 == i) for i in range(4)]
    return Original(f"{document}-{n}~{generation}", document, f"{document}-{n}", n, n + 5, text, vector)


class Source:
    """Stands for Chroma; remembers what was fetched."""

    def __init__(self) -> None:
        self.fetched: list[str] = []
        self.generations: dict[str, str] = dict(HELD)

    def __call__(self, documents: Sequence[str]) -> Iterator[Original]:
        for document in documents:
            self.fetched.append(document)
            for n in range(4):
                yield original(document, self.generations[document], n, f"文件{document}第{n}条低空经济")


class StoppedError(Exception):
    pass


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def mirror(tmp_path: Path) -> Mirror:
    return Mirror(tmp_path / "mirror")


def everything(view: View) -> dict[str, float]:
    """Id → cosine with the first direction, of all passages."""
    found = view.words.best("低空经济", 100)
    return view.cosines([1.0, 0.0, 0.0, 0.0], found)


def expected(generations: dict[str, str]) -> dict[str, float]:
    return {f"{d}-{n}~{g}": float(n == 0) for d, g in generations.items() for n in range(4)}


def test_it_holds_each_passage_with_its_vector(mirror: Mirror, source: Source) -> None:
    assert everything(mirror.follow("c", HELD, source)) == expected(HELD)


def test_only_what_changed_is_fetched(mirror: Mirror, source: Source) -> None:
    mirror.follow("c", HELD, source)
    source.fetched.clear()
    source.generations = HELD | {"d2": "b"}
    view = mirror.follow("c", {"d1": "a", "d2": "b"}, source)
    assert source.fetched == ["d2"]
    assert everything(view) == expected({"d1": "a", "d2": "b"})


def test_another_process_finds_the_work_done(mirror: Mirror, source: Source) -> None:
    mirror.follow("c", HELD, source)
    source.fetched.clear()
    assert everything(Mirror(mirror.folder).follow("c", HELD, source)) == expected(HELD)
    assert source.fetched == []


def test_a_view_stays_as_it_was(mirror: Mirror, source: Source) -> None:
    before = mirror.follow("c", HELD, source)
    source.generations = HELD | {"d1": "b"}
    mirror.follow("c", source.generations, source)
    assert everything(before) == expected(HELD)


def test_interrupted_work_is_done_again_without_a_trace(mirror: Mirror, source: Source) -> None:
    mirror.follow("c", HELD, source)
    source.generations = HELD | {"d2": "b", "d4": "a"}

    def stops(documents: Sequence[str]) -> Iterator[Original]:
        for n, one in enumerate(source(documents)):
            if n == 5:
                raise StoppedError
            yield one

    with pytest.raises(StoppedError):
        mirror.follow("c", source.generations, stops)
    assert everything(mirror.follow("c", source.generations, source)) == expected(source.generations)


def test_another_collection_is_another_mirror(mirror: Mirror, source: Source) -> None:
    """The same texts under another encoder."""
    mirror.follow("c", HELD, source)
    source.fetched.clear()
    mirror.follow("other", HELD, source)
    assert sorted(source.fetched) == ["d1", "d2", "d3"]


@pytest.mark.parametrize("damage", ["state.json", "meta.json", "vectors.f32"])
def test_a_damaged_mirror_is_made_anew(mirror: Mirror, source: Source, damage: str) -> None:
    mirror.follow("c", HELD, source)
    (mirror.folder / damage).write_bytes(b"{")
    assert everything(mirror.follow("c", HELD, source)) == expected(HELD)


def test_rows_of_what_was_removed_do_not_pile_up(mirror: Mirror, source: Source) -> None:
    for generation in "bcdefgh":
        source.generations = dict.fromkeys(HELD, generation)
        view = mirror.follow("c", source.generations, source)
    assert everything(view) == expected(source.generations)
    assert json.loads((mirror.folder / "state.json").read_text())["rows"] <= 3 * 12


def test_the_nearest_inside_some_documents_are_exact(mirror: Mirror, source: Source) -> None:
    view = mirror.follow("c", HELD, source)
    found = view.nearest([0.1, 0.2, 1.0, 0.0], 2, ["d1", "d3", "unknown"])
    assert {p.id for p in found} == {"d1-2~a", "d3-2~a"}
    assert view.nearest([1.0, 0.0, 0.0, 0.0], 2, []) == []


def test_the_nearest_of_all_are_exact_and_none_of_them_is_a_removed_one(
    mirror: Mirror, source: Source
) -> None:
    mirror.follow("c", HELD, source)
    source.generations = {"d1": "a", "d2": "b", "d3": "a"}
    view = mirror.follow("c", source.generations, source)
    found = view.nearest([0.1, 0.2, 1.0, 0.0], 3)
    assert {p.id for p in found} == {"d1-2~a", "d2-2~b", "d3-2~a"}
    assert {p.id for p in view.nearest([1.0, 0.0, 0.0, 0.0], 99)} == expected(source.generations).keys()


def test_an_empty_library(mirror: Mirror, source: Source) -> None:
    view = mirror.follow("c", {}, source)
    assert view.words.size == 0
    assert view.nearest([1.0], 5, ["d1"]) == []
