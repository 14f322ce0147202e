"""Names of test files: pytest imports those outside of packages by their bare name."""

from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parent


def test_no_two_test_files_share_a_name():
    """Of two of one name the second cannot be collected, and neither branch has seen it alone."""
    places = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        places[path.name].append(str(path.relative_to(TESTS)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
