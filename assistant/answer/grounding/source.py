"""What a sentence may stand on: clauses as the prompt shows them, each with the place and the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer.draft import Quote
from assistant.answer.grounding.text import flat
from assistant.answer.rows import arranged

_ARTICLE = re.compile(
    r"(?m)^(第[〇零一二两三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?)(?=[^\n之的、和至第])"
)


@dataclass(frozen=True)
class Source:
    """All flat, the number of an article in a line of its own. ``text`` is what the clause says, ``above`` what it stands
    under and is called, ``names`` the titles and numbers of its document, ``locators`` its place."""

    text: str
    above: str = ""
    names: str = ""
    locators: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        return f"{self.above}\n{self.text}" if self.above else self.text


def source(
    text: str, headings: Iterable[str] = (), names: Iterable[str] = (), locators: Iterable[str] = ()
) -> Source:
    names = list(names)
    return Source(
        _spelled_out(_ARTICLE.sub(r"\1\n", flat(text)), flat("\n".join(names))),
        flat("\n".join(h for h in headings if h)),
        flat("\n".join(names)),
        tuple(locators),
    )


_OURS = re.compile(r"我([局委厅办部院])(?![们国省市区县州])")


def _spelled_out(text: str, titles: str) -> str:
    """「我局」 as the one body that the titles name so: 湛江市商务局."""

    def named(ours: re.Match[str]) -> str:
        bodies = set(
            re.findall(
                rf"(?:^|(?<=\n)|(?<=《))([\u4e00-\u9fff]{{2,12}}?{ours[1]})(?=关于|办公室|公告|印发)", titles
            )
        )
        return bodies.pop() if len(bodies) == 1 else ours.group()

    return _OURS.sub(named, text)


def source_of(quote: Quote) -> Source:
    document, clause = quote.document, quote.clause
    names = [*document.titles(), document.metadata.number or ""]
    headings = [*(c.heading for c in document.ancestors(clause)), clause.heading]
    return source(arranged(quote), headings, names, (str(quote.locator), str(clause.locator)))


def together(sources: tuple[Source, ...]) -> Source:
    """Several clauses cited for one sentence."""
    if len(sources) == 1:
        return sources[0]
    return Source(
        "\n".join(s.text for s in sources),
        "\n".join(dict.fromkeys(s.above for s in sources)),
        "\n".join(dict.fromkeys(s.names for s in sources)),
        tuple(label for s in sources for label in s.locators),
    )
