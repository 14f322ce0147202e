"""What a user named in, the bytes that stand there out. I/O: files; waits for no writer.

A pipe, a socket or a device may stand where a draft is looked for: opening one may wait for
ever, and reading one need not end.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from service.errors import TooLarge, UsageError

# How a shell hands over what a command writes, as in ``check <(pandoc draft.odt)``.
_OF_THE_SHELL = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")
_KINDS = {stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


def read_file(path: Path, most: int) -> bytes:
    """Read a file, or a pipe of the shell, to its end.

    Raises UsageError where it cannot be read, and TooLarge for more than ``most`` bytes, of
    which no more are held.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            handle, kind = file.fileno(), stat.S_IFMT(os.fstat(file.fileno()).st_mode)
            if kind == stat.S_IFIFO and str(path).startswith(_OF_THE_SHELL):
                os.set_blocking(handle, True)
            elif kind != stat.S_IFREG:
                named = _KINDS.get(kind, "something else")
                raise UsageError(f"{path} cannot be read: it is {named}, and no file")
            return read_stream(file, str(path), most)
    except OSError as err:
        if err.errno == errno.ENXIO:
            raise UsageError(f"{path} cannot be read: it is a socket, and no file") from err
        raise UsageError(f"{path} cannot be read: {err.strerror}") from err


def read_head(path: Path, size: int) -> bytes:
    """Read the first ``size`` bytes of a plain file; nothing of what is none. Raises OSError."""
    with open(path, "rb", opener=_without_waiting) as file:
        is_plain = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
        return file.read(size) if is_plain else b""


def read_stream(stream: BinaryIO, name: str, most: int) -> bytes:
    """Read what is there to its end. Raises TooLarge for more than ``most`` bytes."""
    content = stream.read(most + 1)
    if len(content) > most:
        raise TooLarge(f"{name} has more than {most:,} bytes; at most so many are read")
    return content


def _without_waiting(path: str, flags: int) -> int:
    """Open it at once, also a pipe that nobody writes to."""
    return os.open(path, flags | os.O_NONBLOCK)
