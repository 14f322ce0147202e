"""A worker at work gives signs of life to the record, so that others can tell. I/O: a thread."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from service.errors import NotReady
from service.settings import Settings
from service.store import new_id
from workers.tools import Tools

EVERY = 20.0  # seconds; a third of the time for which a sign is believed


@contextmanager
def signs_of_life(settings: Settings, queues: Sequence[str]) -> Iterator[None]:
    """Give signs for as long as the block lasts, and sign off at its end.

    With tools of its own, whose connection is closed after each sign: child processes are
    forked from this one at any time, and must inherit none.
    """
    worker_id, tools, is_over = new_id("wk"), Tools(settings), threading.Event()

    def give() -> None:
        # A record that is away is told by readyz itself.
        with suppress(NotReady), tools.record() as store:
            store.sign_of_life(worker_id, queues)
        tools.close()

    def go_on() -> None:
        while not is_over.wait(EVERY):
            give()

    give()
    thread = threading.Thread(target=go_on, name="sourceproof-signs", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        with suppress(NotReady), tools.record() as store:
            store.sign_off(worker_id)
        tools.close()
