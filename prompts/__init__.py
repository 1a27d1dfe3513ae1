"""Prompts are files: Chinese, readable as prose. ``fill`` is the one verb."""

from prompts.loader import PromptError, digest, fill, template

__all__ = ["PromptError", "digest", "fill", "template"]
