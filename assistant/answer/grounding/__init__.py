"""A model's sentence against its clauses: figures, dates, agencies and their parts, names, modality, negation, content."""

from assistant.answer.grounding.check import CHECKS, bound, faults, supported
from assistant.answer.grounding.source import Source, source, source_of

__all__ = ["CHECKS", "Source", "bound", "faults", "source", "source_of", "supported"]
