"""A Prefer header in, a verification that is finished or has run out of time out. I/O."""

import re
from collections.abc import Awaitable, Callable, Iterable

import anyio
from anyio.to_thread import run_sync

from service.domain import Verification

MAX_WAIT = 30  # seconds; below the idle limits of the usual proxies
FIRST_PAUSE = 0.1  # seconds between two looks at the record, growing
LONGEST_PAUSE = 1.0

_WAIT = re.compile(r"""^\s*wait\s*=\s*"?(\d{1,9})"?\s*(;|$)""", re.IGNORECASE)


def preferred_wait(prefer: Iterable[str]) -> int | None:
    """Read ``Prefer: wait=N`` (RFC 7240, section 4.3), in seconds, cut to the longest we grant.

    ``None`` where no such preference is stated; a preference that makes no sense is none.
    """
    for header in prefer:
        for preference in header.split(","):
            match = _WAIT.match(preference)
            if match:
                return min(int(match[1]), MAX_WAIT)
    return None


async def wait_until_final(
    look: Callable[[], Verification],
    seconds: float,
    is_gone: Callable[[], Awaitable[bool]],
) -> Verification:
    """Look at the record until it is finished, the time is over, or the caller is gone.

    Each look is a short transaction of its own; none is held while waiting.
    """
    deadline = anyio.current_time() + seconds
    pause = FIRST_PAUSE
    while True:
        verification = await run_sync(look)
        left = deadline - anyio.current_time()
        if verification.status.is_final or left <= 0 or await is_gone():
            return verification
        await anyio.sleep(min(pause, left))
        pause = min(pause * 1.5, LONGEST_PAUSE)
