"""The sample's web, on loopback: ``web/<host>/<path>`` is what that host answers. I/O.

Anything that is not there is a 404, which is how the sample's dead link comes about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

WEB = Path(__file__).parent / "web"
# The draft also cites a host that has no pages left.
HOSTS = (*sorted(folder.name for folder in WEB.iterdir()), "ledger.example")


class _Handler(SimpleHTTPRequestHandler):
    """Serves each host from its own folder."""

    def __init__(self, *args: Any, web: Path, **kwargs: Any) -> None:  # noqa: ANN401  as the base
        self.web = web
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Look below the folder of the host that was asked for."""
        host = self.headers.get("Host", "").partition(":")[0]
        self.directory = str(self.web / (host if host in HOSTS else "nowhere"))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Stay silent: the report is what the reader came for."""


@contextmanager
def sample_web(web: Path = WEB) -> Iterator[dict[str, str]]:
    """Serve the sample's sources and yield the settings that let a fetcher reach them.

    ``web`` may be a copy of the sample's folder, to be changed while it is served.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, web=web))
    Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    try:
        yield {
            "SOURCEPROOF_RESOLVE": ",".join(f"{host}={here}" for host in HOSTS),
            "SOURCEPROOF_ALLOW_NETWORKS": "127.0.0.0/8",
        }
    finally:
        server.shutdown()
        server.server_close()
