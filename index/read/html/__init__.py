"""Web pages saved from a government site: the article with its title and the page's own data on it, not the navigation."""

from index.read.html.page import read_html, read_mhtml

__all__ = ["read_html", "read_mhtml"]
