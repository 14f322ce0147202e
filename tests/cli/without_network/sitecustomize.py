"""Put before all else on the path of a process: it then looks up no name and opens no socket.

An audit hook sees what the interpreter itself does (PEP 578), and cannot be taken off again.
"""

import sys

REACHING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in REACHING:
        print(f"REACHED OUT: {event} {arguments!r}", file=sys.stderr, flush=True)
        raise PermissionError(f"{event}: this process has no network")


sys.addaudithook(_refuse)
