"""How a source is asked for, with a span around each request: its host, and what came. I/O."""

from collections.abc import Callable, Mapping

import httpx2

from service.tracing import Tracing
from workers.fetching.answers import Setback
from workers.fetching.asking import Answered, Ask


def watched_by(tracing: Tracing) -> Callable[[Ask], Ask]:
    """Give what stands around the request itself. The URL, which may be private, is not told."""

    def around(ask: Ask) -> Ask:
        async def watched(
            client: httpx2.AsyncClient,
            url: httpx2.URL,
            *,
            max_bytes: int,
            headers: Mapping[str, str] | None = None,
        ) -> Answered | Setback:
            with tracing.span("fetch", {"server.address": url.host}) as span:
                came = await ask(client, url, max_bytes=max_bytes, headers=headers)
                if isinstance(came, Answered):
                    span.tell({"http.response.status_code": came.status})
                else:
                    span.tell({"sourceproof.access": came.unread.access.value})
                return came

        return watched

    return around
