"""What the prepositions of a statement lead to."""

import pytest

from workers.assessing.complements import find_complements
from workers.assessing.coverage import read_claim

SAID = [
    ("The council met in the old mill with Ruiz on Monday.", ["mill", "ruiz", "monday"]),
    ("Police found 12 bags of cement.", ["cement"]),
    ("The firm wants to buy a mill.", []),
    ("She wrote to the paper.", ["paper"]),
    ("The talks failed in, as some say, spring.", []),
    ("It rose by 12.", ["12"]),
    ("She worked for the firm's three “sister” mills.", ["mills"]),
    ("It was founded in Aarhus by Kjeld.", ["aarhus", "kjeld"]),
    ("He died in.", []),
]


@pytest.mark.parametrize(("statement", "expected"), SAID, ids=[row[0] for row in SAID])
def test_the_last_noun_behind_a_preposition_is_what_it_leads_to(statement, expected):
    """Where, when, with whom; not what only describes it, and no verb."""
    claim = read_claim(statement, "en")
    found = sorted(find_complements(claim))
    assert [claim.parts[i].token.word.form for i in found] == expected
