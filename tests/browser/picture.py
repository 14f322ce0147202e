"""The README's picture: a report file in, a PNG of its first screen out. I/O: drives a browser.

make run && PYTHONPATH=tests .venv/bin/python -m browser.picture report.html PICTURE.png
"""

import sys
from pathlib import Path

from browser.chromium import page_at

WIDTH, HEIGHT = 1280, 800


def main() -> None:
    """Open the report from disk and take its picture."""
    report, picture = map(Path, sys.argv[1:3])
    with page_at(report.resolve().as_uri(), width=WIDTH, height=HEIGHT) as page:
        page.screenshot(path=picture)


if __name__ == "__main__":
    main()
