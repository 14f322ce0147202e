"""`check --record` and `--replay`: a run kept, and had again in a process without a network."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import troubles
from cli.command import Done, sourceproof, without_network
from web import Answer, LocalWeb

SENTENCE = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
BESIDE = "Most of them carried timber to the southern towns."
TIMES = re.compile(r'"(checked_at|retrieved_at)": "[^"]*"')

DRAFT = f"""# Ships of Lindholm

[{SENTENCE}](https://port.example/2025)

[The Pilot Service of Lindholm hired nine pilots.](https://port.example/gone)

[The ferry to Holm was sold for 3 million crowns.](https://moved.example/old)

[The mole was built by hand in a single summer.](https://silent.example/mole)

[The lighthouse was lit by gas until 1931.](https://closed.example/lighthouse)
"""


@pytest.fixture
def harbour(local_web: LocalWeb) -> Iterator[LocalWeb]:
    local_web.page("https://port.example/2025", page(SENTENCE))
    local_web.add("https://moved.example/old", troubles.redirect("https://moved.example/new"))
    local_web.page(
        "https://moved.example/new", page("The ferry to Holm was sold for 2 million crowns.")
    )
    local_web.add("https://silent.example/mole", troubles.reset)
    local_web.add(
        "https://closed.example/robots.txt", Answer(b"User-agent: *\nDisallow: /lighthouse")
    )
    local_web.page("https://closed.example/lighthouse", page("Lit by gas."))
    return local_web


def page(*sentences: str) -> str:
    paragraphs = "".join(f"<p>{s} {BESIDE}</p>" for s in sentences)
    return (
        f"<html><head><title>Port</title></head><body><article>{paragraphs}</article></body></html>"
    )


def write(folder: Path, text: str = DRAFT, name: str = "draft.md") -> Path:
    draft = folder / name
    draft.write_text(text)
    return draft


def record(web: LocalWeb, folder: Path, *drafts: Path) -> Done:
    arguments = ("check", *drafts, "--record", folder, "--format", "json")
    return sourceproof(*arguments, environ=web.environ())


def replay(folder: Path, *drafts: Path) -> Done:
    return without_network("check", *drafts, "--replay", folder, "--format", "json")


def test_a_command_that_reaches_out_is_seen() -> None:
    """What keeps the tests below from a network is at work, also in a forked command."""
    with pytest.raises(AssertionError, match=r"socket\.getaddrinfo"):
        without_network("check", "https://paper.example/x")


def test_a_replay_without_a_network_is_the_same_report_to_the_byte_but_for_times(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    draft = write(tmp_path)
    recorded = record(harbour, tmp_path / "kept", draft)
    harbour.close()
    replayed = replay(tmp_path / "kept", draft)
    assert recorded.code == replayed.code == 1
    assert TIMES.sub("", replayed.out) == TIMES.sub("", recorded.out)
    assert {s["access"] for s in recorded.report["sources"]} == {"ok", "dead", "robots_disallowed"}
    # A source was read when it was recorded; the check is made now.
    moments = [[s["retrieved_at"] for s in d.report["sources"]] for d in (recorded, replayed)]
    assert moments[0][:3] == moments[1][:3]
    assert replayed.report["checked_at"] > recorded.report["checked_at"]


def test_many_drafts_and_an_article_at_a_url_share_one_recording(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    article = harbour.page(
        "https://paper.example/ships",
        f"<html><body><article><h1>Ships</h1><p><a href='https://port.example/2025'>{SENTENCE}"
        "</a></p></article></body></html>",
    )
    drafts = [write(tmp_path), write(tmp_path, f"[{SENTENCE}](https://port.example/2025)", "b.md")]
    recorded = record(harbour, tmp_path / "kept", *drafts, article)
    harbour.close()
    replayed = replay(tmp_path / "kept", *drafts, article)
    assert len(json.loads(recorded.out)) == 3
    assert TIMES.sub("", replayed.out) == TIMES.sub("", recorded.out)
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_an_article_that_was_not_recorded_is_an_error_in_plain_words(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    record(harbour, tmp_path / "kept", write(tmp_path))
    done = replay(tmp_path / "kept", Path("https:/paper.example/ships"))
    assert done.code == 2
    done = without_network("check", "https://paper.example/x", "--replay", tmp_path / "kept")
    assert done.code == 2
    assert "not in the recording" in done.err


def test_a_source_that_was_not_recorded_could_not_be_checked(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    record(harbour, tmp_path / "kept", write(tmp_path))
    other = write(tmp_path, f"[{SENTENCE}](https://port.example/other)", "other.md")
    done = replay(tmp_path / "kept", other)
    assert done.code == 3
    statement = done.statement("412 ships")
    assert statement["verdict"] == "could_not_check"
    assert "not in the recording, and a replay makes no request" in statement["reason"]


def test_what_was_read_is_kept_and_the_report_says_where(harbour: LocalWeb, tmp_path: Path) -> None:
    done = record(harbour, tmp_path / "kept", write(tmp_path))
    source = done.source("https://port.example/2025")
    text = (tmp_path / "kept" / source["snapshot_url"]).read_text()
    for passage in done.statement("412 ships")["evidence"]:
        assert text[passage["start"] : passage["end"]] == passage["text"]
    assert done.source("https://port.example/gone")["snapshot_url"] is None


def test_a_second_recording_tells_what_changed_since_the_first_and_so_does_its_replay(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    draft, kept = write(tmp_path), tmp_path / "kept"
    first = record(harbour, kept, draft)
    assert (first.report["earlier_check"], first.report["changes"]) == (None, [])
    harbour.page("https://port.example/2025", page(SENTENCE.replace("412", "388")))
    second = record(harbour, kept, draft)
    (change,) = second.report["changes"]
    assert change["kind"] == "changed"
    assert "[-412-]{+388+}" in change["diff"]
    (finding,) = [f for f in second.report["findings"] if f["rule"] == "SP308"]
    assert second.report["earlier_check"]["checked_at"] == first.report["checked_at"]
    assert "388 ships" in finding["message"]
    replayed = replay(kept, draft)
    assert TIMES.sub("", replayed.out) == TIMES.sub("", second.out)


def test_a_second_recording_of_an_unchanged_web_tells_of_no_change(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    draft = write(tmp_path)
    record(harbour, tmp_path / "kept", draft)
    again = record(harbour, tmp_path / "kept", draft)
    assert again.report["earlier_check"] is not None
    assert again.report["changes"] == []


def test_a_recording_that_breaks_off_is_replayed_as_far_as_it_goes_and_says_so(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    draft = write(tmp_path)
    record(harbour, tmp_path / "kept", draft)
    (file,) = (tmp_path / "kept").glob("*/exchanges.warc.gz")
    whole = file.read_bytes()
    # Within a record, wherever those ended this time: a file cut between two may be whole.
    file.write_bytes(whole[: whole.rfind(b"\x1f\x8b\x08", 0, len(whole) // 2) + 40])
    done = replay(tmp_path / "kept", draft)
    assert done.code in {1, 3, 4}
    (limit,) = [each for each in done.report["limits"] if each["name"] == "recording"]
    assert "breaks off or is damaged" in limit["note"]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--record", "a", "--replay", "b"), "--record and --replay"),
        (("--record", "a", "--offline"), "--record and --offline"),
        (("--replay", "nowhere"), "holds no recording"),
    ],
)
def test_flags_that_make_no_sense_are_told_as_such(
    flags: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = sourceproof("check", write(tmp_path), *flags, cwd=tmp_path)
    assert done.code == 2
    assert words in done.err
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("content", [b"no recording", b"\x1f\x8b\x08\x00nonsense"])
def test_a_file_that_is_no_recording_is_an_error_in_plain_words(
    content: bytes, tmp_path: Path
) -> None:
    (tmp_path / "x.warc.gz").write_bytes(content)
    for place in (tmp_path, tmp_path / "x.warc.gz"):
        done = sourceproof("check", write(tmp_path), "--replay", place)
        assert done.code == 2
        assert "is no recording" in done.err


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(
    harbour: LocalWeb, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    done = record(harbour, tmp_path / "file" / "kept", write(tmp_path))
    assert done.code == 2
    assert "cannot be recorded into" in done.err
    assert harbour.asked == []


def test_a_replay_beside_offline_is_a_replay(harbour: LocalWeb, tmp_path: Path) -> None:
    draft = write(tmp_path)
    record(harbour, tmp_path / "kept", draft)
    done = sourceproof(
        "check", draft, "--replay", tmp_path / "kept", "--offline", "--format", "json"
    )
    assert done.statement("412 ships")["verdict"] == "supported"
