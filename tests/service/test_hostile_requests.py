"""What a caller of bad intent sends: a 4xx problem that points, and a service that goes on."""

import io
import json
import zipfile

import pytest

from service.auth import create_key
from service.store import open_store

URL = "/v1/verifications"
JSON = {"content-type": "application/json"}
BODY = {"article": {"text": "One sentence."}}
DEEP = 100_000


def nested(opened: str, closed: str) -> bytes:
    return b'{"article":{"text":"a"},"options":' + (opened * DEEP + closed * DEEP).encode() + b"}"


def parts(number: int) -> bytes:
    """A multipart body of so many fields."""
    part = '--x\r\nContent-Disposition: form-data; name="f{}"\r\n\r\nv\r\n'
    return ("".join(part.format(n) for n in range(number)) + "--x--\r\n").encode()


# Body, status, and the pointer of the problem ("" where the whole is at fault).
BODIES: dict[str, tuple[bytes, int, str | None]] = {
    "100,000 levels of objects": (nested('{"a":', "}"), 400, None),
    "100,000 levels of arrays": (nested("[", "]"), 400, None),
    "a lone surrogate": (b'{"article":{"text":"\\udfff"}}', 400, None),
    "bytes that are no UTF-8": (b'{"article":{"text":"\xc3\x28"}}', 400, None),
    "a NUL": (b'{"article":{"text":"a\\u0000"}}', 422, "/article/text"),
    "a number that is too large": (
        b'{"article":{"text":"a"},"options":{"max_could_not_check":1e999}}',
        422,
        "/options/max_could_not_check",
    ),
    "a number of 10,000 digits": (
        b'{"article":{"text":"a"},"options":{"max_could_not_check":' + b"9" * 10_000 + b"}}",
        400,
        None,
    ),
    "NaN": (
        b'{"article":{"text":"a"},"options":{"max_could_not_check":NaN}}',
        422,
        "/options/max_could_not_check",
    ),
    "an unknown option": (
        b'{"article":{"text":"a"},"options":{"__proto__":1}}',
        422,
        "/options/__proto__",
    ),
    "a callback to the metadata service": (
        b'{"article":{"text":"a"},"callback_url":"http://169.254.169.254/latest"}',
        422,
        "/callback_url",
    ),
    "a line break in a title": (
        b'{"article":{"text":"a","title":"a\\r\\nX: y"}}',
        422,
        "/article/title",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_bad_body_is_a_problem_that_points(door, name):
    """And nothing is begun."""
    body, status, pointer = BODIES[name]
    reply = door.client.post(URL, content=body, headers=JSON)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    if pointer is not None:
        assert pointer in {each["pointer"] for each in reply.json()["errors"]}
    assert door.rung == []


def test_of_a_key_that_is_given_twice_the_last_counts_whatever_is_checked(door):
    """RFC 8259, section 4, leaves it open; what is validated is what is used."""
    body = b'{"article":{"text":"a"},"article":{"text":""}}'
    assert door.client.post(URL, content=body, headers=JSON).status_code == 422


def test_a_form_of_a_thousand_parts_is_refused(door):
    """Before they are all kept."""
    headers = {"content-type": "multipart/form-data; boundary=x"}
    reply = door.client.post(URL, content=parts(1_000), headers=headers)
    assert reply.status_code in {400, 413, 422}
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_docx_that_unpacks_to_gigabytes_is_taken_as_bytes_and_read_by_a_worker(door):
    """The front unpacks nothing: what stands in the file is the workers' affair."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 50_000_000)
    reply = door.client.post(URL, files={"file": ("bomb.docx", packed.getvalue())})
    assert reply.status_code == 202


@pytest.mark.parametrize("prefer", ["wait=-5", "wait=99999999999999999999", "wait=1e3", "wait=٣"])
def test_a_wait_that_is_none_holds_nobody_up(door, prefer):
    """It is passed over, as RFC 7240 has it."""
    reply = door.client.post(URL, json=BODY, headers={"prefer": prefer.encode()})
    assert reply.status_code == 202
    assert "preference-applied" not in reply.headers


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-request-id", "a\tb"),
        ("accept", "text/html\t" * 500),
        ("if-none-match", '"' * 5_000),
        ("last-event-id", "1." + "9" * 5_000),
        ("authorization", "Bearer " + "x" * 5_000),
    ],
)
def test_a_header_that_is_odd_breaks_nothing(door, name, value):
    """Nor does it come back in the answer."""
    made = door.posted()
    for path in ("", f"/{made}", f"/{made}/report"):
        reply = door.client.get(URL + path, headers={name: value})
        assert reply.status_code < 500
        assert value not in reply.headers.values()


def test_a_cursor_of_another_tenant_is_none_of_ours(locked_door):
    """Though it names a verification that there is."""
    with open_store(locked_door.engine) as store:
        keys = [create_key(store, "k", tenant) for tenant in ("desk", "rival")]
    own, foreign = ({"authorization": f"Bearer {key}"} for key in keys)
    for _ in range(2):
        locked_door.client.post(URL, json=BODY, headers=own)
    cursor = locked_door.client.get(f"{URL}?limit=1", headers=own).json()["next_cursor"]
    assert locked_door.client.get(f"{URL}?cursor={cursor}", headers=own).status_code == 200
    reply = locked_door.client.get(f"{URL}?cursor={cursor}", headers=foreign)
    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, "/cursor")


@pytest.mark.parametrize("tail", ["", "/report", "/events", "/sources/s1/text", "/compare/vf_1"])
@pytest.mark.parametrize("name", ["..%2f..%2fetc%2fpasswd", "%2e%2e", "%00", "vf_1%0d%0aX:y"])
def test_an_id_that_is_a_path_leads_nowhere(door, name, tail):
    """Whatever it is that is asked of it."""
    reply = door.client.get(f"{URL}/{name}{tail}")
    assert reply.status_code in {404, 409}
    assert json.loads(reply.content)["status"] == reply.status_code
