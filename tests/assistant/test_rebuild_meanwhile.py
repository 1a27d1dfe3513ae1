"""A rebuild switches the index in the middle of a question: the asker gets the answer, not an error."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.pipeline import Pipeline
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.steady import steady_events
from index.errors import ReplacedError
from index.library import Library
from index.search.retriever import ClauseRetriever
from tests.index.conftest import HashingEncoder
from tests.index.conftest import seeded as seeded

QUESTION = "空天信息产业由谁牵头？"
REBUILDING = """
from pathlib import Path
from index.library import Library
from tests.index.conftest import HashingEncoder
Library(Path({home!r}), HashingEncoder()).rebuild()
"""


class Interrupted(HashingEncoder):
    """Something happens once while a question is being embedded."""

    meanwhile: Callable[[], object] | None = None

    def embed_query(self, text: str) -> list[float]:
        if happens := self.meanwhile:
            self.meanwhile = None
            happens()
        return super().embed_query(text)


@pytest.fixture
def home(tmp_path: Path, seeded: Library) -> Path:
    shutil.copytree(seeded.home, tmp_path / "home")
    return tmp_path / "home"


def asking(home: Path) -> tuple[Assistant, Interrupted, Library]:
    settings, encoder = Settings(home=home), Interrupted()
    library = Library(home, encoder)
    retriever = ClauseRetriever(snapshot=library.snapshot, encoder=encoder)
    return Assistant(settings, library, retriever, Pipeline(retriever, settings.clock)), encoder, library


def here(home: Path, library: Library) -> Callable[[], object]:
    return library.rebuild


def in_another_process(home: Path, library: Library) -> Callable[[], object]:
    program = [sys.executable, "-c", REBUILDING.format(home=str(home))]
    return lambda: subprocess.run(program, check=True)


Ask = Callable[[Assistant], object]
ASKED: dict[str, Ask] = {
    "ask": lambda a: a.ask(QUESTION).citations,
    "stream": lambda a: [e.answer.citations for e in a.stream(QUESTION) if e.answer],
    "search": lambda a: a.search(QUESTION).hits,
    "cite": lambda a: a.cite("从来没有写过的一句话").nearest,
}


@pytest.mark.parametrize("where", [here, in_another_process])
@pytest.mark.parametrize("asked", ASKED)
def test_the_question_is_put_again_to_the_new_index(
    home: Path, asked: str, where: Callable[[Path, Library], Callable[[], object]]
) -> None:
    assistant, encoder, library = asking(home)
    before, version = ASKED[asked](assistant), library.version()
    encoder.meanwhile = where(home, library)
    assert ASKED[asked](assistant) == before
    assert encoder.meanwhile is None, "nothing happened meanwhile"
    assert library.version() != version


def test_a_document_that_is_not_loaded_yet_is_read_from_the_new_index(home: Path) -> None:
    _, _, library = asking(home)
    old = library.snapshot()
    library.rebuild()
    with pytest.raises(ReplacedError):
        old.documents()
    assert [d.source for d in library.snapshot().documents()] == ["渝府办发〔2024〕75号.txt"]


def test_what_goes_wrong_without_a_rebuild_is_not_tried_again(home: Path) -> None:
    assistant, encoder, _ = asking(home)
    times: list[int] = []

    def fails() -> None:
        times.append(1)
        raise ZeroDivisionError

    encoder.meanwhile = fails
    with pytest.raises(ZeroDivisionError):
        assistant.ask(QUESTION)
    assert times == [1]


def test_a_stream_that_has_begun_to_answer_is_not_begun_again() -> None:
    from assistant.answer.model import Event

    def start() -> Iterator[Event]:
        yield Event(kind="delta", text="甲")
        raise ReplacedError("条款库刚刚更换了索引")

    events = steady_events(start)
    assert next(events).text == "甲"
    with pytest.raises(ReplacedError):
        next(events)
