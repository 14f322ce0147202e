"""An article that cites a hundred troubled sources among sound ones, by the real command."""

import pytest
import troubles
from cli.command import Done, sourceproof
from faultweb import FAULTS, SOUND, Fault, environ_of, serve
from web import LocalWeb

GOOD = {
    f"http://good-{n}.test/report": f"The harbour office of Lindholm saw {412 + n} ships in May."
    for n in range(10)
}
# Of every kind some: with addresses that are served, so that each may be cited by a link.
CITED = tuple(fault for fault in (*FAULTS, *SOUND) if fault.routes)[::2]


def draft() -> str:
    """Cite all of them, a sound one after every tenth troubled one."""
    lines = [f"[The pilot boat was late again.]({each.url})" for each in CITED]
    for place, (url, sentence) in enumerate(GOOD.items()):
        lines.insert(place * 11, f"[{sentence}]({url})")
    return "\n\n".join(lines)


def serve_good(web: LocalWeb) -> None:
    for url, sentence in GOOD.items():
        web.page(url, troubles.article("Ships", sentence, "Anna Berg counted them twice."))


@pytest.fixture(scope="module")
def done() -> Done:
    """The command's report on that article."""
    with LocalWeb() as web:
        serve_good(web)
        resolve = {*serve(web, CITED), *web.resolve()}
        return sourceproof(
            *("check", "-", "--format", "json", "--time-budget", "90"),
            environ=environ_of(resolve),
            stdin=draft().encode(),
        )


def test_a_hundred_troubled_sources_are_cited() -> None:
    """As many as the worst article has."""
    assert len([fault for fault in CITED if fault in FAULTS]) >= 90
    assert len(CITED) >= 100


@pytest.mark.parametrize("fault", CITED, ids=str)
def test_each_has_its_state_and_evidence_in_the_report(done: Done, fault: Fault) -> None:
    """As if it had been cited alone."""
    source = done.source(fault.url)
    assert (source["access"], source["reader_access"]) == (fault.access, fault.reader)
    assert source["signs"][0]["name"] == fault.sign
    assert fault.value in source["signs"][0]["value"]


@pytest.mark.parametrize("sentence", GOOD.values())
def test_no_good_source_is_harmed(done: Done, sentence: str) -> None:
    """Each is read, and supports what cites it."""
    statement = done.statement(sentence)
    assert statement["verdict"] == "supported", statement["reason"]


def test_a_report_comes_in_time_and_names_no_secret(done: Done) -> None:
    """Inconclusive, as most could not be checked; nothing was left to the time budget."""
    assert done.code == 4, done.err
    assert done.report["limits"] == []
    for source in done.report["sources"]:
        assert "hunter2" not in f"{source['obstacle']} {source['signs']}"
    assert "Traceback" not in done.err


def test_what_hangs_is_let_go_when_the_time_budget_is_up(local_web: LocalWeb) -> None:
    """The budget ends the reading of sources; what was read by then is checked."""
    serve_good(local_web)
    hanging = [local_web.add(f"http://hang-{n}.test/", troubles.hang) for n in range(3)]
    lines = [f"[{sentence}]({url})" for url, sentence in GOOD.items()]
    lines += [f"[Ship {n} was late in May.]({url})" for n, url in enumerate(hanging)]
    ended = sourceproof(
        *("check", "-", "--format", "json", "--time-budget", "12"),
        environ={**local_web.environ(), "SOURCEPROOF_FETCH_TIMEOUT": "600"},
        stdin="\n\n".join(lines).encode(),
    )
    assert [limit["name"] for limit in ended.report["limits"]] == ["time_budget"]
    for url in hanging:
        source = ended.source(url)
        assert (source["access"], source["signs"]) == (
            "timeout",
            [{"name": "time_limit", "value": "12"}],
        )
    for sentence in GOOD.values():
        assert ended.statement(sentence)["verdict"] == "supported"
