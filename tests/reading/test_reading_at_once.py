"""Drafts that are read at the same time, in the first moments of a process."""

import subprocess
import sys

# A table that is shared before it is filled holds its first reader up until the second is through.
_TWO_READERS = """
import threading
from mdurl import _decode, _encode
from workers.reading.formats.markdown import read_markdown

shared, passed = threading.Event(), threading.Event()

class Held(dict):
    def __setitem__(self, key, table):
        super().__setitem__(key, table)
        shared.set()
        passed.wait(20)

def read():
    read_markdown("See [it](https://a.example/x%20y) and <https://b.example/x%20y>.", None)

_encode.encode_cache = Held(_encode.encode_cache)
_decode.decode_cache = Held(_decode.decode_cache)
first = threading.Thread(target=lambda: (read(), shared.set()))
first.start()
shared.wait()
try:
    read()
finally:
    passed.set()
    first.join()
"""


def test_the_first_two_drafts_of_a_process_may_be_read_at_once():
    done = subprocess.run(
        [sys.executable, "-c", _TWO_READERS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
