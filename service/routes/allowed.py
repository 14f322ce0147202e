"""A path in, the methods that it takes out, for the header Allow of a 405. Pure.

The framework names those of the first route alone that fits; RFC 9110, section 15.5.6, asks
for all. HEAD is one wherever GET is, see ``service.routes.head``.
"""

from collections.abc import Iterable, Iterator

from starlette.routing import BaseRoute, Route


class Allowed:
    """Knows the routes of an app."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self._routes = tuple(each for each in routes if isinstance(each, Route))

    def header(self, path: str) -> str | None:
        """Give the methods in the order of the alphabet; None where there is no such path."""
        return ", ".join(sorted(set(self._methods(path)))) or None

    def _methods(self, path: str) -> Iterator[str]:
        for route in self._routes:
            if route.path_regex.match(path):
                yield from route.methods or ()
                if "GET" in (route.methods or ()):
                    yield "HEAD"
