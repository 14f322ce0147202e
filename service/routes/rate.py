"""A request of a tenant in, counted, refused beyond the limit that every answer states. I/O."""

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import LimitReached
from service.limiting import WINDOW, Allowance, RateLimiter


def count_request(request: Request, limiter: RateLimiter, tenant: str) -> None:
    """Count it. Raises LimitReached, with the seconds to wait."""
    allowance = limiter.take(tenant)
    if allowance is None:
        return
    request.state.allowance = allowance
    if allowance.is_spent:
        raise LimitReached(
            f"More than {allowance.limit} requests in a minute.", retry_after=allowance.reset
        )


class RateHeaders:
    """States in the headers of an answer what is left to the tenant who asked."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; complete the headers of the answer."""
        state = scope.setdefault("state", {})

        async def send_with_headers(message: Message) -> None:
            allowance: Allowance | None = state.get("allowance")
            if message["type"] == "http.response.start" and allowance is not None:
                headers = MutableHeaders(scope=message)
                headers["ratelimit-limit"] = str(allowance.limit)
                headers["ratelimit-remaining"] = str(allowance.remaining)
                headers["ratelimit-reset"] = str(allowance.reset)
                # As draft-ietf-httpapi-ratelimit-headers has it since its 8th version.
                headers["ratelimit-policy"] = f'"minute";q={allowance.limit};w={WINDOW}'
                headers["ratelimit"] = f'"minute";r={allowance.remaining};t={allowance.reset}'
            await send(message)

        await self.app(scope, receive, send_with_headers)
