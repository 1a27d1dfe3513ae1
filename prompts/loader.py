"""Template files → filled prompts. A missing or unused variable is an error; the digest says which text made an answer."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources


class PromptError(ValueError):
    """A template that does not exist, or variables that do not fit it."""


_VARIABLE = re.compile(r"\{([a-z_]+)\}")


@cache
def template(name: str) -> str:
    """The text of ``prompts/NAME.md``."""
    try:
        return (resources.files("prompts") / f"{name}.md").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PromptError(f"no template {name!r}") from error


def fill(name: str, **values: str) -> str:
    """``{variable}`` replaced once by its value; braces inside a value stay as they are."""
    text = template(name)
    wanted = set(_VARIABLE.findall(text))
    if wanted != set(values):
        raise PromptError(f"template {name!r} wants {sorted(wanted)}, got {sorted(values)}")
    return _VARIABLE.sub(lambda match: values[match.group(1)], text)


def digest(name: str) -> str:
    """Twelve hexadecimal digits of the template's text."""
    return hashlib.sha256(template(name).encode()).hexdigest()[:12]
