"""OFD, the national format for fixed pages (GB/T 33190): a zip of XML with characters at their places."""

from index.read.ofd.container import read_ofd

__all__ = ["read_ofd"]
