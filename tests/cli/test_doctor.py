"""`sourceproof doctor`: what the environment can do, and why a source could not be read."""

import sqlite3
from pathlib import Path

import pytest
import troubles
from archive import HOST, TIMEGATE, LocalArchive
from archive import story as archived
from cli.command import Done, sourceproof
from faultweb import FAULTS, SOUND, environ_of, serve
from web import LocalWeb

from service.store import upgrade

EVERY = {fault.name: fault for fault in (*FAULTS, *SOUND)}
NO_PROXIES = {f"{kind}_proxy": "" for kind in ("http", "https", "all")}
NO_PROXIES |= {name.upper(): "" for name in NO_PROXIES}


@pytest.fixture
def house(tmp_path: Path) -> dict[str, str]:
    """The environment of an installation in good order, with stand-ins for the web."""
    data = tmp_path / "data"
    data.mkdir()
    upgrade(f"sqlite:///{data / 'sourceproof.db'}")
    stand_ins = {"SOURCEPROOF_RESOLVE": "news.test=http://127.0.0.1:9"}
    return {**NO_PROXIES, **stand_ins, "SOURCEPROOF_DATA_DIR": str(data), "COLUMNS": "300"}


def doctor(house: dict[str, str], *arguments: object, **more: str) -> Done:
    return sourceproof("doctor", *arguments, environ={**house, **more})


def line(done: Done, name: str) -> str:
    """The one line on what is called ``name``."""
    (found,) = [each for each in done.out.splitlines() if each[4:].startswith(f"{name} ")]
    return found


def followed(web: LocalWeb, house: dict[str, str], *names: str) -> Done:
    """Let it follow faults of the fault web."""
    faults = [EVERY[name] for name in names]
    environ = {**house, **environ_of(serve(web, faults))}
    return sourceproof("doctor", *(fault.url for fault in faults), environ=environ)


def test_a_house_in_order_is_well(house):
    """Exit 0, and every part is named that it looked at."""
    done = doctor(house)
    assert done.code == 0, done.out
    assert "All is well." in done.out
    for name in ("python", "versions", "folder", "space", "record", "broker", "way out", "names"):
        assert line(done, name)
    assert "its tables are those of this version" in done.out
    assert "embedded" in line(done, "broker")


def test_without_a_url_nobody_is_asked_anything(house, local_web):
    """The archives, the sources of yesterday, a well-known name: none is contacted."""
    local_web.page("http://news.test/", "<p>here</p>")
    done = doctor(house, **local_web.environ())
    assert local_web.asked == []
    assert "none was looked up" in done.out


def test_nothing_is_made_where_nothing_is(house, tmp_path):
    """Looking is not setting up: no folder, no database."""
    there = tmp_path / "not" / "yet"
    done = doctor(house, SOURCEPROOF_DATA_DIR=str(there))
    assert done.code == 0, done.out
    assert "`serve` will make it" in line(done, "folder")
    assert not there.parent.exists()


def test_a_page_that_is_read_is_told_step_by_step(house, local_web):
    """Address, name, guard, robots, redirect, answer, text: each with what came of it."""
    done = followed(local_web, house, "moved")
    assert done.code == 0, done.out
    assert "http to moved.test" in line(done, "address")
    assert "asked at 127.0.0.1" in line(done, "name")
    assert "1 of 1" in line(done, "guard")
    assert "status 404, does not forbid" in line(done, "robots.txt")
    assert "sends on to http://moved.test/new/harbour-reopens" in line(done, "redirect")
    assert "status 200, text/html" in line(done, "answer")
    assert "Read in full (ok)" in line(done, "reading")
    assert "titled “Harbour reopens”" in line(done, "text")
    assert "in language en" in line(done, "text")
    assert "587 words read" in line(done, "seen")


UNREAD = {
    "login by redirect": ("(login)", "redirect to a login"),
    "Cloudflare as a 503": ("(bot_blocked)", "challenge page of Cloudflare"),
    "robots forbids": ("(robots_disallowed)", "Disallow: /2024/"),
    "paid and cut": ("(partial_text)", "isAccessibleForFree: false"),
    "429 with seconds": ("(rate_limited)", "come back in 120 s"),
    "status 404": ("(dead)", "status 404"),
    "front page instead": ("(soft_404)", "redirect to the front page"),
    "huge body": ("(too_large)", "limit of 1000000 bytes"),
    "redirect inward": ("(refused)", "10.1.2.3"),
    "reset": ("(dead)", "connection: broken off"),
    "unknown host": ("(dead)", "no such name"),
    "odd port": ("(refused)", "port 25"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_it_says_why_a_source_could_not_be_read(house, local_web, name):
    """The state, and the sign that decided it; exit 1."""
    done = followed(local_web, house, name)
    assert done.code == 1, done.out
    state, seen = UNREAD[name]
    assert state in line(done, "reading")
    assert seen in line(done, "seen")
    assert "1 thing needs attention." in done.out


def test_archives_are_asked_where_they_are_configured_and_a_page_is_gone(house, local_web):
    """A copy that `check` would fall back on is named; nobody is asked without a word."""
    gone, other = "http://council.test/minutes", "http://council.test/other"
    LocalArchive(local_web).hold(gone, {"20200301000000": archived("The council")})
    environ = {**house, **local_web.environ("council.test", HOST)}
    assert "none is configured" in line(sourceproof("doctor", gone, environ=environ), "archives")
    assert not [asked for asked in local_web.asked if asked.host == HOST]
    environ["SOURCEPROOF_ARCHIVES"] = TIMEGATE
    found = line(sourceproof("doctor", gone, environ=environ), "archives")
    assert "a copy of 1 March 2020 can be read" in found
    assert "no copy" in line(sourceproof("doctor", other, environ=environ), "archives")


def test_no_secret_of_an_address_is_shown_on_its_way(house, local_web):
    """Tokens that sites put into redirects stay out of what may be pasted into a ticket."""
    names = ("login by redirect", "consent at another host", "redirect with a password")
    assert "hunter2" not in followed(local_web, house, *names).out


def test_what_is_no_address_is_told_and_not_asked(house):
    """A scheme that is not opened, or no URL at all."""
    done = doctor(house, "ftp://news.test/a", "http://[oops")
    assert done.code == 1
    assert "only http and https" in done.out
    assert "not a valid URL" in done.out


def test_settings_that_make_no_sense_are_each_told_and_the_rest_is_looked_at(house):
    """All at once: an operator mends them in one go."""
    done = doctor(
        house,
        SOURCEPROOF_FETCH_TIMEOUT="soon",
        SOURCEPROOF_RETENTION_DAYS="0",
        SOURCEPROOF_FETCH_TIMOUT="3",
        SOURCEPROOF_ALLOW_NETWORKS="0.0.0.0/0",
        SOURCEPROOF_RESOLVE="nonsense",
        SOURCEPROOF_WEBHOOK_SECRET="whsec_hunter2",
    )
    assert done.code == 1
    assert "SOURCEPROOF_FETCH_TIMEOUT makes no sense" in done.out
    assert "SOURCEPROOF_RETENTION_DAYS makes no sense" in done.out
    assert "Is SOURCEPROOF_FETCH_TIMEOUT meant?" in done.out
    assert "opens 0.0.0.0/0" in done.out
    assert "not a host=http://ip:port pair" in done.out
    assert "WEBHOOK_SECRET is not one that signs safely" in done.out
    assert "hunter2" not in done.out
    assert "All is well" not in done.out
    assert line(done, "broker")


def test_a_file_of_settings_is_named_and_what_is_wrong_in_it(house, tmp_path):
    """The file that holds here, as `check` would read it."""
    file = tmp_path / "sourceproof.toml"
    file.write_text("max-could-not-check = 40\n")
    assert str(file) in line(doctor(house, "--config", file), "file")
    file.write_text("max-could-not-chek = 40\n")
    done = doctor(house, "--config", file)
    assert done.code == 1
    assert "max-could-not-chek" in line(done, "file")


def test_proxies_are_named_as_ignored_and_their_passwords_are_not(house):
    """A desk behind a proxy learns why nothing can be reached."""
    done = doctor(house, https_proxy="http://u:hunter2@proxy.test:3128")
    assert done.code == 1
    assert "https_proxy set in the environment, and ignored" in done.out
    assert "hunter2" not in done.out


def test_a_data_directory_that_is_none_is_told(house, tmp_path):
    """Here a file stands in its place."""
    (tmp_path / "file").write_text("")
    done = doctor(house, SOURCEPROOF_DATA_DIR=str(tmp_path / "file"))
    assert done.code == 1
    assert "is no folder" in line(done, "folder")


@pytest.mark.parametrize(
    ("revision", "words"),
    [("0001", "of an earlier version"), ("9999", "of a later version (9999)")],
)
def test_a_record_of_another_version_is_told_with_what_to_do(house, revision, words):
    """An earlier one is to be upgraded; a later one is not to be touched."""
    record = Path(house["SOURCEPROOF_DATA_DIR"]) / "sourceproof.db"
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()
    done = doctor(house)
    assert done.code == 1
    assert words in line(done, "record")


def test_a_record_that_is_no_database_is_told(house):
    """And the rest is looked at all the same."""
    (Path(house["SOURCEPROOF_DATA_DIR"]) / "sourceproof.db").write_bytes(b"no database" * 1000)
    done = doctor(house)
    assert done.code == 1
    assert "does not answer" in line(done, "record")
    assert line(done, "broker")


def test_services_that_do_not_answer_are_told_without_their_passwords(house):
    """What is shown may be pasted into a ticket."""
    done = doctor(
        house,
        SOURCEPROOF_DATABASE_URL="postgresql://u:hunter2@127.0.0.1:1/record",
        SOURCEPROOF_BROKER_URL="redis://:hunter2@127.0.0.1:1/0",
    )
    assert done.code == 1
    assert "does not answer" in line(done, "record")
    assert "does not answer" in line(done, "broker")
    assert "hunter2" not in done.out + done.err


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal_and_none_has_a_colour(house, local_web, width):
    """NO_COLOR is set, and the output is no terminal."""
    local_web.add("http://long.test/" + "a" * 300, troubles.status(404))
    house = {**house, **local_web.environ(), "COLUMNS": str(width)}
    done = sourceproof("doctor", "http://long.test/" + "a" * 300, environ=house)
    assert max(len(each) for each in done.out.splitlines()) <= width
    assert "\x1b" not in done.out


def test_a_wrong_flag_is_a_usage_error(house):
    """As for every command."""
    assert doctor(house, "--nonsense").code == 2
