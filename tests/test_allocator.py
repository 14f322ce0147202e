"""Large blocks that are freed leave the process, also where texts that are kept stood between."""

import subprocess
import sys

import pytest

# Twenty times: two megabytes that go, and a text that stays. Prints what stayed besides, in MiB.
_PLAY = """
import psutil
from workers.allocator import return_freed_memory
assert return_freed_memory()
bytes(2_000_000)  # the first free, after which an untouched glibc would change its mind
before = psutil.Process().memory_info().rss
gone, kept = [], []
for number in range(20):
    gone.append(bytearray(b"x" * 2_000_000))
    kept.append(bytearray(b"y" * 200_000))
gone.clear()
after = psutil.Process().memory_info().rss
print((after - before - 20 * 200_000) / 2**20)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's allocator is Linux'")
def test_what_is_freed_goes_back_to_the_system() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PLAY], capture_output=True, text=True, timeout=60, check=True
    )
    assert float(done.stdout) < 5
