"""Any error in, an application/problem+json response out: the one place that translates."""

from collections.abc import Mapping
from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from service.errors import LimitReached, NotAuthenticated, NotReady, SourceproofError
from service.routes.headers import DEFAULTS
from service.routes.request_id import HEADER
from service.schemas.problem import (
    MEDIA_TYPE,
    Problem,
    problem_of,
    problem_of_fields,
    problem_of_status,
)

_LOG = structlog.get_logger(__name__)

_DETAILS = {
    404: "There is nothing at this address.",
    405: "This address does not take this method.",
    500: "Something went wrong on our side; it has been logged.",
}

RETRY_WHEN_DOWN = "5"  # seconds; a restart of a database or a broker takes about as long


class HttpProblem(Exception):
    """An answer that is a problem by itself, with headers of its own."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.problem = problem
        self.headers = dict(headers or {})


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Write a problem as a response."""
    body = problem.model_dump_json(by_alias=True, exclude_none=True)
    return Response(body, problem.status, {**DEFAULTS, **(headers or {})}, MEDIA_TYPE)


def add_problem_handlers(app: FastAPI) -> None:
    """Let every error of the app leave as a problem document."""
    app.add_exception_handler(SourceproofError, _ours)
    app.add_exception_handler(HttpProblem, _http_problem)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, SourceproofError):
        raise TypeError from error
    headers = {}
    if isinstance(error, NotReady):
        headers["retry-after"] = RETRY_WHEN_DOWN
    if isinstance(error, LimitReached):
        headers["retry-after"] = str(error.retry_after)
        request.app.state.house.metrics.refusals.labels(error.limit).inc()
    if isinstance(error, NotAuthenticated):
        headers["www-authenticate"] = 'Bearer realm="sourceproof"'
    return problem_response(problem_of(error), headers)


async def _http_problem(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HttpProblem):
        raise TypeError from error
    return problem_response(error.problem, error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise TypeError from error
    return problem_response(problem_of_fields(error.errors()))


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError from error
    status = error.status_code
    problem = problem_of_status(status, _DETAILS.get(status) or str(error.detail))
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    allowed = request.app.state.allowed.header(request.url.path)
    if status == HTTPStatus.METHOD_NOT_ALLOWED and allowed is not None:
        headers["allow"] = allowed
    return problem_response(problem, headers)


async def _unexpected(request: Request, _error: Exception) -> Response:
    # The server logs the traceback; the caller learns nothing of our inside but where to look.
    name = request.state.request_id
    _LOG.error("request_failed", request_id=name)
    return problem_response(problem_of_status(500, _DETAILS[500]), {HEADER: name})
