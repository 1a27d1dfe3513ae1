"""The HTTP interface: everything the assistant can do under ``/v1``, and the page on top."""

from ui.http.app import create_app

__all__ = ["create_app"]
