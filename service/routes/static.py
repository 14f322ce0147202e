"""The pages' own files, at addresses that name their content: kept by browsers for good. I/O."""

from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from service.web.assets import STATIC, digest_of

FOREVER: Final = "public, max-age=31536000, immutable"  # a year, in seconds (RFC 8246)


class NamedByContent(StaticFiles):
    """Serves ``STATIC``, below a digest or without one.

    While a new version is rolled out, a page of one may ask another for its files. A digest that
    is not the file's is answered with the file as it is, which nobody may keep.
    """

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Find the file; raises HTTPException 404 where there is none."""
        digest, _, name = path.rpartition("/")
        response = await super().get_response(name, scope)
        if digest and digest == digest_of(name):
            response.headers["cache-control"] = FOREVER
        return response
