"""An error of our own while a server checks one of several drafts."""

from service.client import Draft, Options, Unreachable
from workers.cli.checking.outcomes import OUR_FAULT, PRECEDENCE
from workers.cli.remote.following import Following, Wanted
from workers.cli.remote.outcomes import Away, Fault


class Door:
    """A client of a server that is away, and which itself fails at one draft."""

    def submit(self, draft: Draft, **_: object) -> None:
        if draft.text == "faulty":
            raise LookupError
        raise Unreachable("nobody answers")


def test_the_others_have_their_outcome_and_its_code_goes_before_theirs() -> None:
    texts = ("a", "faulty", "b")
    wanted = [Wanted(text, Draft(text=text), None) for text in texts]
    outcomes = Following(Door(), (), Options()).outcomes(wanted)
    assert [type(outcome) for outcome in outcomes] == [Away, Fault, Away]
    assert isinstance(outcomes[1].error, LookupError)
    assert min((5, OUR_FAULT, 2), key=PRECEDENCE.index) == OUR_FAULT
