"""A level in, the process's logging set up out: a line of JSON on stderr for each event. I/O.

For services alone. ``check`` tells in its report what went wrong, and logs nothing.
"""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from typing import Any

import structlog
from structlog.typing import EventDict

from service.queue import Task

_MOMENT = structlog.processors.TimeStamper(fmt="iso", utc=True, key="at")
# These write the address of every request: those of sources and callbacks, which may be private
# or hold a password, have no place in a log.
_OUTWARD = ("httpx2", "httpcore2")
# uvicorn takes handlers of its own before it loads the app, one of them on stdout.
_KINDS = {"vf": "verification_id", "dl": "delivery_id", "wh": "webhook_id"}
_RECORD_ID = re.compile(rf"\b(?:{'|'.join(_KINDS)})_[0-9a-f]+\b")
_TASKS = frozenset(Task)
_WITH_HANDLERS = ("uvicorn", "uvicorn.error", "uvicorn.access")


def configure_logs(level: str = "INFO", *, muted: Iterable[str] = ()) -> None:
    """Send what this process logs, of libraries too, to stderr as JSON, from ``level`` on.

    ``muted`` names loggers that tell only of warnings, unless the level is DEBUG; those that
    write addresses tell of no more at any level.
    Exceptions are told by kind and place, never by their text, which may quote a draft.
    """
    root = logging.getLogger()
    root.handlers = [_handler()]
    root.setLevel(level)
    _take_over_from_uvicorn()
    for name in _OUTWARD:
        logging.getLogger(name).setLevel(logging.WARNING)
    if level != "DEBUG":
        for name in muted:
            logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _take_over_from_uvicorn() -> None:
    for name in _WITH_HANDLERS:
        logger = logging.getLogger(name)
        logger.setLevel(logging.NOTSET)
        if logger.handlers:  # none: an operator turned it off, as with --no-access-log
            logger.handlers, logger.propagate = [], True


def _shared() -> list[Any]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        _MOMENT,
    ]


def _handler() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_without_quoted_error, _ids_of_celery, *_shared()],
            pass_foreign_args=True,
            processors=[
                _error_by_kind_and_place,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    return handler


def _without_quoted_error(_: object, __: str, event: EventDict) -> EventDict:
    """Celery writes the text of a task's exception into its message; say its kind there."""
    record, words = event["_record"], event.pop("positional_args", None)
    if record.exc_info and isinstance(words, dict) and "exc" in words:
        kind = record.exc_info[0].__name__
        event["event"] = record.msg % {**words, "exc": kind, "traceback": ""}
    return event


def _ids_of_celery(_: object, __: str, event: EventDict) -> EventDict:
    """Give Celery's lines, which are written around a task, the ids that ours have within it."""
    told = getattr(event["_record"], "data", None)
    if isinstance(told, dict) and told.get("name") in _TASKS:
        event.update(task=told["name"], task_id=told.get("id"))
        found = _RECORD_ID.search(str(told.get("args")))
        if found is not None:
            event[name_of_id(found[0])] = found[0]
    return event


def name_of_id(record_id: str) -> str:
    """Say what an id is the id of, as lines of a log name it."""
    return _KINDS.get(record_id.partition("_")[0], "id")


def _error_by_kind_and_place(_: object, __: str, event: EventDict) -> EventDict:
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    elif isinstance(raised, BaseException):
        raised = (type(raised), raised, raised.__traceback__)
    if raised and raised[0] is not None:
        event["error"] = raised[0].__name__
        event["traceback"] = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(raised[2])
        ]
    return event
