"""PDF: the text layer where there is one, else the page's picture read by machine."""

from index.read.pdf.document import read_pdf

__all__ = ["read_pdf"]
