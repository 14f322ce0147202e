"""The configuration file that holds for a draft: found upwards, and read. I/O: files.

Its words are taken as they stand: what they may be is for ``configuration`` to say.
"""

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from service.errors import UsageError

FILE_NAME = "sourceproof.toml"
Content = Callable[[Path], bytes | None]


def on_disk(path: Path) -> bytes | None:
    """Give the bytes of a file; ``None`` where there is none. Raises UsageError."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err


def find_upwards(near: str, content: Content = on_disk) -> Path | None:
    """Return the file that holds for a draft or a folder of them, else for where we are.

    A draft that an editor has not saved yet stands in no file, but in a folder. Of another time
    ``content`` gives what files held then.
    """
    whole = Path(os.path.realpath(near))  # unlike resolve, it lives with links in a circle
    # Of os.path, for Path raises of a name that is too long.
    folder = whole if os.path.isdir(whole) else whole.parent  # noqa: PTH112  see above
    start = folder if os.path.isdir(folder) else Path.cwd()  # noqa: PTH112  see above
    for folder in (start, *start.parents):
        if content(folder / FILE_NAME) is not None:
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        said = content(project)
        if said is not None and "sourceproof" in _tools(_parsed(said, project)):
            return project
    return None


def read_file(path: Path, content: Content = on_disk) -> dict[str, Any]:
    """Give what a file says of us, its own paths taken from where it stands. Raises UsageError.

    One that was not there yet at another time said nothing then.
    """
    said = content(path)
    if said is None and content is on_disk:
        raise UsageError(f"{path} cannot be read: there is no such file")
    return read_bytes(said or b"", path)


def read_bytes(content: bytes, path: Path) -> dict[str, Any]:
    """Give what a file of these bytes would say of us, if it stood there. Raises UsageError."""
    parsed = _parsed(content, path)
    if path.name == "pyproject.toml":
        parsed = _tools(parsed).get("sourceproof", {})
    if not isinstance(parsed, dict):
        raise UsageError(f"{path}: tool.sourceproof is no table")
    said = {name.replace("_", "-"): value for name, value in parsed.items()}
    if isinstance(said.get("baseline"), str):
        said["baseline"] = str(path.parent / said["baseline"])
    return said


def _tools(parsed: dict[str, Any]) -> dict[str, Any]:
    """Give what a project says of its tools; what is no table is somebody else's mistake."""
    found = parsed.get("tool", {})
    return found if isinstance(found, dict) else {}


def _parsed(content: bytes, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise UsageError(f"{path} is not valid TOML: {err}") from err
