"""Settings in, how this installation and its data directory stand out. I/O: reads the disk."""

import os
import platform
import shutil
import tempfile
from pathlib import Path

from service.settings import Settings
from workers.cli.doctor.lines import Line, Section, told, well, wrong
from workers.versions import current_versions

ENOUGH = 200_000_000  # bytes free, for a record and a broker that will grow


def installation() -> Section:
    """Tell what is installed."""
    now = current_versions()
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return Section(
        f"Sourceproof {now.sourceproof}",
        (
            well("python", python),
            well("versions", f"rules {now.rules}, extractor {now.extractor}, scorer {now.scorer}"),
        ),
    )


def data(settings: Settings) -> Section:
    """Tell whether the data directory can be written, without making it."""
    folder = settings.data_dir
    return Section("Data directory", (_writable(folder), *_space(folder)))


def _writable(folder: Path) -> Line:
    if not folder.exists():
        parent = _nearest(folder)
        if parent.is_dir() and os.access(parent, os.W_OK | os.X_OK):
            return told("folder", f"{folder} is not there yet; `serve` will make it")
        return _unwritable(f"{folder} is not there, and {parent} cannot be written")
    if not folder.is_dir():
        return _unwritable(f"{folder} is no folder")
    try:
        with tempfile.TemporaryFile(dir=folder):
            return well("folder", f"{folder} can be written")
    except OSError as err:
        return _unwritable(f"{folder} cannot be written: {err.strerror}")


def _unwritable(words: str) -> Line:
    advice = "Mend its rights, or name another with SOURCEPROOF_DATA_DIR. `check` needs none."
    return wrong("folder", words, advice)


def _space(folder: Path) -> tuple[Line, ...]:
    try:
        free = shutil.disk_usage(_nearest(folder)).free
    except OSError:
        return ()
    words = f"{free / 1e9:,.1f} GB are free"
    return (well("space", words) if free >= ENOUGH else wrong("space", words),)


def _nearest(folder: Path) -> Path:
    """Give the nearest folder above that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())
