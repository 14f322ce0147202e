"""A host with a certificate that nobody vouches for, on loopback. I/O."""

import socket
import ssl
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

CERTIFICATE = Path(__file__).with_name("selfsigned.pem")  # made for this test, with its key


class SelfSigned:
    """Listens until the block ends; the value of the block is its URL."""

    def __init__(self) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(CERTIFICATE)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> str:
        self._thread.start()
        return f"https://127.0.0.1:{self._door.getsockname()[1]}/"

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):  # the door is closed
            while True:
                connection, _ = self._door.accept()
                with connection, suppress(OSError):
                    self._context.wrap_socket(connection, server_side=True).close()
