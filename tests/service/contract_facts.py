"""openapi.yaml in, what it promises and demands out, a word a fact. Pure.

``python tests/service/contract_facts.py`` writes the baseline anew, when a version is released.

A subject is an operation, a parameter or a field of a schema; each has words. A *promise* may not
go: that there is such a field, its types, the words of an enumeration, a status, a media type. A
*demand*, which begins with ``!``, may not come: that callers must give something, and its limits.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

Facts = dict[str, frozenset[str]]

FILE = Path(__file__).parents[2] / "openapi.yaml"
# By the loader in C: the other takes half a second for a document of this size.
DOCUMENT: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
BASELINE = Path(__file__).with_name("contract_baseline.txt")

LIMITS = ("maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems", "pattern")


def facts_of(document: Mapping[str, Any]) -> Facts:
    """Give the words of every subject."""
    found: dict[str, set[str]] = {}
    for subject, word in (*_operations(document), *_schemas(document)):
        found.setdefault(subject, set()).add(word)
    return {subject: frozenset(words) for subject, words in found.items()}


def broken(before: Facts, now: Facts) -> list[str]:
    """Say in plain words what callers who rely on ``before`` would miss."""
    return [*_gone(before, now), *_demanded(before, now)]


def _gone(before: Facts, now: Facts) -> Iterator[str]:
    for subject, words in sorted(before.items()):
        for word in sorted(words - now.get(subject, frozenset())):
            if not word.startswith("!"):
                yield f"{subject} no longer has “{word}”"


def _demanded(before: Facts, now: Facts) -> Iterator[str]:
    owners = {_owner(subject) for subject in before}
    for subject, words in sorted(now.items()):
        known = before.get(subject)
        for word in sorted(words - (known or frozenset())):
            # What is demanded of a subject that is new breaks nobody, unless it must be given.
            is_demand = word.startswith("!") if known is not None else word == "!required"
            if is_demand and _owner(subject) in owners:
                yield f"{subject} now demands “{word[1:]}”"


def _owner(subject: str) -> str:
    return subject.rpartition(".")[0] or subject.partition(" ?")[0]


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    calls = [
        (path, item) for kind in ("paths", "webhooks") for path, item in document[kind].items()
    ]
    for path, item in calls:
        for method, operation in item.items():
            subject = f"{method.upper()} {path}"
            yield subject, operation["operationId"]
            for status, response in operation["responses"].items():
                yield subject, status
                for media_type, content in response.get("content", {}).items():
                    yield subject, f"{status}:{media_type}:{_name(content['schema'])}"
            body = operation.get("requestBody", {})
            if body.get("required"):
                yield subject, "!body"
            for media_type, content in body.get("content", {}).items():
                yield subject, f"takes:{media_type}:{_name(content['schema'])}"
            for parameter in operation.get("parameters", ()):
                named = f"{subject} ?{parameter['in']}:{parameter['name']}"
                yield from ((named, word) for word in _input(parameter))


def _input(parameter: Mapping[str, Any]) -> Iterator[str]:
    yield "field"
    if parameter.get("required"):
        yield "!required"
    yield from _words(parameter["schema"], is_sent=True)


def _schemas(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    schemas = document["components"]["schemas"]
    sent = _sent(document)
    for name, schema in schemas.items():
        yield name, "schema"
        yield from ((name, word) for word in _words(schema, is_sent=name in sent))
        for field, node in schema.get("properties", {}).items():
            subject = f"{name}.{field}"
            yield subject, "field"
            if field in schema.get("required", ()):
                yield subject, "!required" if name in sent else "always"
            yield from ((subject, word) for word in _words(node, is_sent=name in sent))


def _sent(document: Mapping[str, Any]) -> set[str]:
    """Give the schemas of what callers send."""
    found: set[str] = set()
    bodies = [
        content["schema"]
        for item in document["paths"].values()
        for operation in item.values()
        for content in operation.get("requestBody", {}).get("content", {}).values()
    ]
    names = [name for body in bodies for name in _refs(body)]
    while names:
        name = names.pop()
        if name not in found:
            found.add(name)
            names += _refs(document["components"]["schemas"][name])
    return found


def _refs(node: object) -> list[str]:
    if isinstance(node, Mapping):
        own = [_name(node)] if "$ref" in node else []
        return own + [name for value in node.values() for name in _refs(value)]
    return [name for each in node for name in _refs(each)] if isinstance(node, list) else []


def _words(node: Mapping[str, Any], *, is_sent: bool, inside: str = "") -> Iterator[str]:
    if "$ref" in node:
        yield f"{inside}->{_name(node)}"
    if isinstance(node.get("type"), str):
        yield inside + node["type"]
    for value in (*node.get("enum", ()), *([node["const"]] if "const" in node else ())):
        yield f"{inside}={value}"
    for limit in LIMITS:
        if is_sent and limit in node:
            yield f"!{inside}{limit}={node[limit]}".replace(" ", "_")
    for part in (*node.get("anyOf", ()), *node.get("allOf", ())):
        yield from _words(part, is_sent=is_sent, inside=inside)
    for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
        if isinstance(node.get(key), Mapping):
            yield from _words(node[key], is_sent=is_sent, inside=inside + mark)


def _name(schema: Mapping[str, Any]) -> str:
    """Give the schema's name, of several the first's, of one without a name its type."""
    if "anyOf" in schema:
        return _name(schema["anyOf"][0])
    return str(schema.get("$ref", schema.get("type", "any"))).rpartition("/")[2]


def read_baseline() -> Facts:
    """Give the facts of the last release."""
    lines = BASELINE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ", 1) for line in lines if line)
    return {subject: frozenset(words.split(" ")) for subject, words in pairs}


if __name__ == "__main__":
    known = facts_of(DOCUMENT)
    lines = [f"{subject} | {' '.join(sorted(words))}\n" for subject, words in sorted(known.items())]
    BASELINE.write_text("".join(lines), encoding="utf-8")
