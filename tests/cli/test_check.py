"""`sourceproof check`, by the door a user takes: a process, its streams and its exit code."""

import sys
from pathlib import Path

import pytest
from cli.command import SAMPLE, SHARED, Done, sourceproof
from troubles import hang
from web import LocalWeb

from service.rendering import FORMATS

SENTENCE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."


@pytest.fixture(scope="module")
def sample() -> Done:
    sys.path.insert(0, str(SAMPLE))
    from serve import sample_web  # noqa: PLC0415  a script beside the sample, no package

    with sample_web() as settings:
        arguments = ("check", SAMPLE / "draft.md", "--format", "json")
        return sourceproof(*arguments, environ=settings, fresh=True)


def _draft(tmp_path: Path, text: str, name: str = "draft.md") -> Path:
    draft = tmp_path / name
    draft.write_text(text)
    return draft


def test_the_sample_fails_the_gate_for_its_planted_faults(sample: Done) -> None:
    assert sample.code == 1
    assert sample.report["gate"]["result"] == "fail"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("voted 7 to 2", "supported"),
        ("$64 million", "contradicted"),
        ("largest single cut", "supported"),
        ("reckless bet", "partially_supported"),
        ("3.1 million passengers", "supported"),
        ("Ticket prices", "supported"),
        ("quieter boats", "not_found"),
        ("caught fire", "could_not_check"),
        ("competing bid", "could_not_check"),
        ("threatened to walk away", "no_source_given"),
        ("northern winter?", "not_applicable"),
    ],
)
def test_each_planted_fault_of_the_sample_gets_its_verdict(
    sample: Done, words: str, verdict: str
) -> None:
    statement = sample.statement(words)
    assert statement["verdict"] == verdict, statement["reason"]


def test_the_altered_quotation_of_the_sample_is_shown_as_one(sample: Done) -> None:
    (quote,) = sample.statement("reckless bet")["quotes"]
    assert quote["result"] == "altered"
    assert "risky" in quote["diff"]


def test_every_offset_of_the_report_gives_its_text_back(sample: Done) -> None:
    text = sample.report["article"]["text"]
    for statement in sample.report["statements"]:
        assert text[statement["start"] : statement["end"]] == statement["text"]
        for part in (*statement["missing"], *statement["quotes"]):
            assert text[part["start"] : part["end"]] == part["text"]


def test_a_located_passage_stands_behind_every_verdict_that_needs_one(sample: Done) -> None:
    for statement in sample.report["statements"]:
        if statement["verdict"] in {"supported", "partially_supported", "contradicted"}:
            assert statement["evidence"], statement["text"]


def test_statements_point_into_the_draft_by_line_and_column(sample: Done) -> None:
    lines = (SAMPLE / "draft.md").read_text().splitlines()
    statement = sample.statement("Ticket prices")
    at = lines[statement["line"] - 1][statement["column"] - 1 :]
    assert at.startswith("Ticket prices")


def test_machine_output_stands_alone_on_stdout(sample: Done) -> None:
    assert sample.report["schema_version"] == "1"
    assert "fetching" in sample.err


def test_a_draft_on_stdin_is_read(local_web: LocalWeb) -> None:
    url = local_web.page("https://port.example/2025", f"<article><p>{SENTENCE}</p></article>")
    draft = f"[{SENTENCE}]({url})\n".encode()
    done = sourceproof("check", "-", "--format", "json", stdin=draft, environ=local_web.environ())
    assert done.statement("412 ships")["verdict"] == "supported"
    assert done.code == 0


def test_an_article_at_a_url_is_fetched_and_its_own_address_is_no_evidence(
    local_web: LocalWeb,
) -> None:
    article = "https://paper.example/ships"
    source = local_web.page(
        "https://port.example/2025", f"<html><body><article><p>{SENTENCE}</p></article></html>"
    )
    local_web.page(
        article,
        f"<html><head><title>Ships</title></head><body><article><h1>Ships</h1>"
        f"<p><a href='{source}'>{SENTENCE}</a></p>"
        f"<p><a href='{article}'>Harbour fees doubled in the same month, the office said.</a></p>"
        f"</article></body></html>",
    )
    done = sourceproof("check", article, "--format", "json", environ=local_web.environ())
    assert done.statement("412 ships")["verdict"] == "supported"
    assert done.statement("fees doubled")["verdict"] == "could_not_check"
    assert any(f["rule"] == "SP306" for f in done.report["findings"])


def test_a_source_added_by_hand_counts_for_every_statement(tmp_path: Path) -> None:
    notes = _draft(tmp_path, f"Notes of the clerk.\n\n{SENTENCE}\n", "notes.txt")
    draft = _draft(tmp_path, f"{SENTENCE}\n")
    done = sourceproof("check", draft, "--source", notes, "--format", "json")
    assert done.statement("412 ships")["verdict"] == "supported"
    assert done.report["sources"][0]["access"] == "supplied_by_user"


def test_offline_makes_no_request_and_checks_nothing(tmp_path: Path, local_web: LocalWeb) -> None:
    url = local_web.page("https://port.example/2025", f"<p>{SENTENCE}</p>")
    draft = _draft(tmp_path, f"[{SENTENCE}]({url})\n")
    done = sourceproof("check", draft, "--offline", "--format", "json", environ=local_web.environ())
    assert done.code == 3
    assert local_web.asked == []
    assert done.statement("412 ships")["verdict"] == "could_not_check"
    assert done.report["coverage"] is None


def test_too_many_unread_sources_are_inconclusive_and_can_be_let_pass(
    tmp_path: Path, local_web: LocalWeb
) -> None:
    good = local_web.page("https://port.example/2025", f"<article><p>{SENTENCE}</p></article>")
    draft = _draft(
        tmp_path,
        f"[{SENTENCE}]({good})\n\n"
        "[The Pilot Service of Lindholm hired nine pilots.](https://port.example/gone)\n",
    )
    environ = local_web.environ()
    assert sourceproof("check", draft, environ=environ).code == 4
    assert sourceproof("check", draft, "--max-could-not-check", "60", environ=environ).code == 0
    assert sourceproof("check", draft, "--on-inconclusive", "pass", environ=environ).code == 0


def test_a_time_budget_ends_in_time_and_says_what_was_not_read(
    tmp_path: Path, local_web: LocalWeb
) -> None:
    url = local_web.add("https://slow.example/", hang)
    draft = _draft(tmp_path, f"[{SENTENCE}]({url})\n")
    done = sourceproof(
        "check", draft, "--time-budget", "1", "--format", "json", environ=local_web.environ()
    )
    assert done.code == 3
    assert done.source(url)["access"] == "timeout"
    assert [limit["name"] for limit in done.report["limits"]] == ["time_budget"]


def test_fail_on_names_a_verdict(tmp_path: Path) -> None:
    draft = _draft(tmp_path, f"{SENTENCE}\n")
    assert sourceproof("check", draft).code == 3
    assert sourceproof("check", draft, "--fail-on", "no_source_given").code == 1


def test_flags_win_over_the_file_and_the_file_over_the_environment(tmp_path: Path) -> None:
    draft = _draft(tmp_path, f"{SENTENCE}\n")
    (tmp_path / "sourceproof.toml").write_text('fail-on = "contradicted"\n')
    environ = {"SOURCEPROOF_FAIL_ON": "no_source_given"}
    assert sourceproof("check", draft, environ=environ).code == 3
    assert sourceproof("check", draft, "--fail-on", "no_source_given").code == 1
    (tmp_path / "sourceproof.toml").unlink()
    assert sourceproof("check", draft, environ=environ).code == 1


def test_the_configuration_may_stand_in_pyproject(tmp_path: Path) -> None:
    draft = _draft(tmp_path, f"{SENTENCE}\n")
    (tmp_path / "pyproject.toml").write_text('[tool.sourceproof]\nfail-on = "SP401"\n')
    assert sourceproof("check", draft).code == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\xff" * 400, "text"),
        (b"***\n\n---\n", "statement"),
        (b"Word. " * 1_700_000, "large"),
    ],
    ids=["empty", "binary", "no sentence", "10 MB"],
)
def test_an_unusable_draft_is_a_usage_error_in_plain_words(content: bytes, said: str) -> None:
    done = sourceproof("check", "-", stdin=content)
    assert done.code == 2
    assert done.out == ""
    assert done.err.strip().splitlines()[-1].startswith("sourceproof: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "no-such-draft.md"),
        ("check", "-", "--format", "papyrus"),
        ("check", "-", "--fail-on", "SP999"),
        ("check", "-", "--max-could-not-check", "many"),
        ("check", "-", "--on-inconclusive", "perhaps"),
        ("check", "-", "--no-such-flag"),
        ("check", "-", "--config", "no-such-file.toml"),
        ("check",),
        ("render", "no-such-report.json"),
        ("render", "pyproject.toml"),
    ],
)
def test_a_call_that_makes_no_sense_exits_2_and_prints_nothing_on_stdout(
    arguments: tuple[str, ...],
) -> None:
    done = sourceproof(*arguments, stdin=SENTENCE.encode())
    assert done.code == 2
    assert done.out == ""
    assert "Traceback" not in done.err


def test_render_gives_every_format_from_a_stored_report(sample: Done, tmp_path: Path) -> None:
    """All at once into a folder, a file each; those for readers hold no number of the draft."""
    stored = tmp_path / "report.json"
    stored.write_text(sample.out)
    asked = [f"--format={fmt}" for fmt in FORMATS]
    done = sourceproof("render", stored, *asked, "--output", f"{tmp_path}/all/")
    assert done.code == 0, done.err
    made = {path.name: path.read_text() for path in (tmp_path / "all").iterdir()}
    assert set(made) == {f"report{fmt.suffix}" for fmt in FORMATS.values()}
    for fmt in FORMATS.values():
        assert fmt.is_public or "64 million" in made[f"report{fmt.suffix}"]
    assert sourceproof("render", stored, "--format", "json").report == sample.report
    assert sourceproof("render", stored, *asked, "--output", tmp_path / "one.txt").code == 2


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the checkout")
def test_the_article_that_started_it_all_gives_no_source_for_any_fact() -> None:
    article = SHARED / "articles" / "nato-openai.txt"
    done = sourceproof("check", article, "--format", "json", "--fail-on", "no_source_given")
    assert done.code == 1
    counts = done.report["counts"]
    assert counts["no_source_given"] > 10
    assert counts["no_source_given"] + counts["not_applicable"] == len(done.report["statements"])
    assert done.report["reader_verifiable_share"] == 0
    assert done.report["independence"] is None
    assert done.report["coverage"] is None
    assert sourceproof("check", article).code == 3


@pytest.mark.parametrize("output", [".", "no/such/folder/report.html"])
def test_an_output_that_cannot_be_written_is_refused_before_anything_is_checked(
    tmp_path: Path, output: str
) -> None:
    draft = _draft(tmp_path, SENTENCE)
    done = sourceproof("check", draft, "--offline", "--output", tmp_path / output)
    assert (done.code, done.out) == (2, "")
    assert "cannot be written" in done.err
    assert "reading" not in done.err


@pytest.mark.parametrize("command", [("check", "-"), ("keys", "list"), ("serve",), ("worker",)])
def test_a_setting_that_makes_no_sense_is_named_by_every_command(command: tuple[str, ...]) -> None:
    done = sourceproof(
        *command,
        stdin=SENTENCE.encode(),
        environ={"SOURCEPROOF_ALLOW_NETWORKS": "somewhere"},
    )
    assert done.code == 2
    assert "allow_networks" in done.err
    assert "Traceback" not in done.err


COUNCIL_PAGE = (
    "<html lang=en><body><article><p>The council approved twelve bus lines on Monday, the "
    "minutes of its meeting say. They will run every ten minutes.</p></article></body></html>"
)


def test_with_a_cache_a_second_check_asks_for_nothing_and_reports_the_same(local_web, tmp_path):
    local_web.page("http://council.test/minutes", COUNCIL_PAGE, Cache_Control="max-age=600")
    draft = tmp_path / "draft.md"
    draft.write_text("The council approved [twelve bus lines](http://council.test/minutes).\n")
    reports = []
    for more in (["--cache", tmp_path / "kept"], ["--cache", tmp_path / "kept"], []):
        done = sourceproof("check", draft, "--format", "json", *more, environ=local_web.environ())
        reports.append((done.report["statements"], done.report["sources"]))
    assert reports[0] == reports[1]
    assert local_web.count("http://council.test/minutes") == 2  # the third has no cache
    assert local_web.count("http://council.test/robots.txt") == 2


def test_a_cache_that_is_no_folder_is_refused(tmp_path):
    (tmp_path / "draft.md").write_text("A line.\n")
    done = sourceproof("check", tmp_path / "draft.md", "--cache", tmp_path / "draft.md")
    assert done.code == 2
    assert "--cache" in done.err
