"""The peak memory of a whole `check`, in a process of its own, on input made to be heavy."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from troubles import gzip_bomb
from web import Answer, LocalWeb

from bench.corpus import corpus

MIB = 1024

# Runs the command in a child and prints the child's peak resident set, in KiB.
_MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


# Collects a draft as a worker does, without assessing it, and holds what it read.
_COLLECT = """
import sys
from pathlib import Path
from service.domain import Submission
from service.settings import Settings
from workers.allocator import return_freed_memory
from workers.collecting import collect, fetch_policy, run_collecting
from workers.fetching import Fetcher

async def go(content):
    async with Fetcher(fetch_policy(Settings())) as fetcher:
        draft = Submission(content=content, media_type="text/markdown")
        return await collect(draft, fetcher, settings=Settings())

return_freed_memory()  # as a worker does when it starts
reading = run_collecting(go(Path(sys.argv[1]).read_bytes()))
sys.exit(any(source.page is None for source in reading.sources))
"""


# What pages hold beside their text, mostly: scripts with data in them.
_MARKUP = "<script>" + 20 * "push({id:4711,w:640});" + "</script><i data-track='a1'></i>"


def run() -> None:
    """Print peak memory for an ordinary article, for large sources, and for hostile ones."""
    _measure(
        "100 sources of 2 MB, a quarter of it text, collected",
        statements=100,
        sources=100,
        words=80_000,
        markup=3_000,
        run=_COLLECT,
    )
    _measure(
        "100 sources of 2 MB, all text, collected",
        statements=100,
        sources=100,
        words=320_000,
        run=_COLLECT,
    )
    _measure("40 statements, 20 sources", statements=40, sources=20, words=1_000)
    _measure("20 sources of 2 MB", statements=40, sources=20, words=320_000)
    _measure("5,000 links", statements=5_000, sources=5_000, words=50)
    _measure("20 gzip bombs", statements=40, sources=20, words=50, bombs=True)


def _reaching(web: LocalWeb) -> dict[str, str]:
    """Let the first 500 hosts be found: an environment holds no more than a shell could."""
    hosts = tuple(dict.fromkeys(host for host, _ in web.routes))[:500]
    return web.environ(*hosts)


def _measure(
    name: str,
    *,
    statements: int,
    sources: int,
    words: int,
    bombs: bool = False,
    markup: int = 0,
    run: str | None = None,
) -> None:
    made = corpus(statements, sources, words=words)
    with LocalWeb() as web, tempfile.TemporaryDirectory() as folder:
        for url, page in made.pages.items():
            whole = page.replace("</body>", f"{markup * _MARKUP}</body>")
            web.add(url, gzip_bomb(512) if bombs else Answer(whole.encode()))
        draft = Path(folder) / "draft.md"
        draft.write_text(made.draft)
        command = [sys.executable, "-m", "workers.cli", "check", str(draft), "--format", "json"]
        if run is not None:
            command = [sys.executable, "-c", run, str(draft)]
        done = subprocess.run(
            [sys.executable, "-c", _MEASURE, *command],
            env={**os.environ, **_reaching(web)},
            capture_output=True,
            text=True,
            check=True,
        )
    code, peak = done.stdout.split()
    print(f"memory: {name}: peak {int(peak) / MIB:.0f} MiB (exit {code})")
