"""A draft and what goes with it in, the request that posts them out. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from service.client.nouns import Draft, Options
from service.client.transport import Sent
from service.domain import SuppliedSource

_TEXTS = ("text", "html", "markdown", "url")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for beside the draft."""

    sources: tuple[SuppliedSource, ...] = ()
    options: Options | None = None
    callback_url: str | None = None


def request_of(draft: Draft, wishes: Wishes, idempotency_key: str) -> Sent:
    """Give the body of ``POST /v1/verifications``: JSON, or a form where the draft is a file.

    Raises ValueError where the draft is not exactly one article.
    """
    given = [name for name in (*_TEXTS, "content") if getattr(draft, name) is not None]
    if len(given) != 1:
        raise ValueError(f"A draft is one of {', '.join(_TEXTS)} and content, not {given}.")
    headers = {"idempotency-key": idempotency_key}
    if draft.content is not None:
        files = {"file": (draft.filename or "draft.txt", draft.content)}
        return Sent(data=_form(draft, wishes), files=files, headers=headers)
    article = {given[0]: getattr(draft, given[0]), **_described(draft)}
    return Sent(json={"article": article, **_wished(wishes)}, headers=headers)


def _described(draft: Draft) -> dict[str, str]:
    at = draft.published_at
    found = {
        "title": draft.title,
        "language": draft.language,
        "published_at": None if at is None else at.isoformat(),
        "external_id": draft.external_id,
    }
    return {name: value for name, value in found.items() if value is not None}


def _wished(wishes: Wishes) -> dict[str, object]:
    found: dict[str, object] = {}
    if wishes.sources:
        found["sources"] = [_source(each) for each in wishes.sources]
    if wishes.options:
        found["options"] = dict(wishes.options)
    if wishes.callback_url is not None:
        found["callback_url"] = wishes.callback_url
    return found


def _source(source: SuppliedSource) -> Mapping[str, object]:
    named = {"url": source.url, "text": source.text, "label": source.label}
    given: dict[str, object] = {key: value for key, value in named.items() if value is not None}
    return {**given, "private": True} if source.private else given


def _form(draft: Draft, wishes: Wishes) -> dict[str, str]:
    wished = _wished(wishes)
    texts = {k: v if isinstance(v, str) else json.dumps(v) for k, v in wished.items()}
    return {**_described(draft), **texts}
