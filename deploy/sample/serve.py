"""The sample's web, on loopback: ``web/<host>/<path>`` is what that host answers. I/O.

Anything that is not there is a 404, which is how the sample's dead link comes about.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

WEB = Path(__file__).parent / "web"
# The draft also cites a host that has no pages left.
HOSTS = (*sorted(folder.name for folder in WEB.iterdir()), "ledger.example")


# Whoever holds it may answer next.
_TURN = Lock()


class _Handler(SimpleHTTPRequestHandler):
    """Serves each host from its own folder."""

    def __init__(self, *args: Any, web: Path, pause: float, **kwargs: Any) -> None:  # noqa: ANN401  as the base
        self.web = web
        self.pause = pause
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer, after the pause."""
        with _TURN:
            time.sleep(self.pause)
        super().do_GET()

    def translate_path(self, path: str) -> str:
        """Look below the folder of the host that was asked for."""
        host = self.headers.get("Host", "").partition(":")[0]
        self.directory = str(self.web / (host if host in HOSTS else "nowhere"))
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        """Stay silent: the report is what the reader came for."""


@contextmanager
def sample_web(web: Path = WEB, pause: float = 0) -> Iterator[dict[str, str]]:
    """Serve the sample's sources and yield the settings that let a fetcher reach them.

    ``web`` may be a copy of the sample's folder, to be changed while it is served. With a
    ``pause``, in seconds, the answers come one by one, for a run to be watched.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, web=web, pause=pause))
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
