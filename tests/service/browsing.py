"""A visitor with a browser: pages are opened, and forms sent as they stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import html
from starlette.testclient import TestClient

PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@dataclass
class Visitor:
    """A visitor of one front door."""

    client: TestClient
    headers: Mapping[str, str] = field(default_factory=dict)

    def open(self, path: str, **headers: str):
        """Ask for a page, and stay where it sends on to."""
        asked = {**PAGE, **self.headers, **headers}
        return self.client.get(path, headers=asked, follow_redirects=False)

    def see(self, path: str):
        """Open a page that is there, as a tree of its elements."""
        reply = self.open(path)
        assert reply.status_code == 200, reply.text
        return html.fromstring(reply.text)

    def token(self) -> str:
        """Give the token of the visitor's forms, from a page that everybody may see."""
        for path in ("/sign-in", "/"):
            reply = self.open(path)
            if reply.status_code == 200:
                return html.fromstring(reply.text).xpath("//input[@name='token']/@value")[0]
        raise AssertionError("no page with a form")

    def send(self, path: str, fields=None, *, files=None, **headers: str):
        """Send a form of ours."""
        data = {"token": self.token()} | (fields or {})
        asked = {**PAGE, **self.headers, **headers}
        return self.client.post(path, data=data, files=files, headers=asked, follow_redirects=False)

    def sign_in(self, secret: str, following: str = "/"):
        """Sign in with a key."""
        return self.send("/sign-in", {"key": secret, "next": following})
