"""A document's metadata, read from its own text, each field with the span that it was read from.

Two steps: ``read_front`` gives the title and where the instruments of a file begin, which the tree needs; ``read_metadata``
the fields. ``split_back`` cuts the signature off an instrument.
"""

from __future__ import annotations

from index.clauses.metadata.assemble import Front as Front
from index.clauses.metadata.assemble import read_front as read_front
from index.clauses.metadata.assemble import read_metadata as read_metadata
from index.clauses.metadata.instruments import with_days as with_days
from index.clauses.metadata.signature import split_back as split_back
