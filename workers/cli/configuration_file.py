"""The configuration file that holds for a draft: found upwards, and read. I/O: files.

Its words are taken as they stand: what they may be is for ``configuration`` to say.
"""

import tomllib
from pathlib import Path
from typing import Any

from service.errors import UsageError

FILE_NAME = "sourceproof.toml"


def find_upwards(near: str) -> Path | None:
    """Return the file that holds for a draft or a folder of them, else for where we are.

    A draft that an editor has not saved yet stands in no file, but in a folder.
    """
    whole = Path(near).resolve()
    folder = whole if whole.is_dir() else whole.parent
    start = folder if folder.is_dir() else Path.cwd()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        project = folder / "pyproject.toml"
        if project.is_file() and "sourceproof" in _load(project).get("tool", {}):
            return project
    return None


def read_file(path: Path) -> dict[str, Any]:
    """Give what a file says of us, its own paths taken from where it stands. Raises UsageError."""
    return _settled(_load(path), path)


def read_bytes(content: bytes, path: Path) -> dict[str, Any]:
    """Give what a file of these bytes would say of us, if it stood there. Raises UsageError."""
    return _settled(_parsed(content, path), path)


def _settled(content: dict[str, Any], path: Path) -> dict[str, Any]:
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("sourceproof", {})
    said = {name.replace("_", "-"): value for name, value in content.items()}
    if isinstance(said.get("baseline"), str):
        said["baseline"] = str(path.parent / said["baseline"])
    return said


def _load(path: Path) -> dict[str, Any]:
    try:
        return _parsed(path.read_bytes(), path)
    except OSError as err:
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err


def _parsed(content: bytes, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as err:
        raise UsageError(f"{path} is not valid TOML: {err}") from err
