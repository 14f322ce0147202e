"""What holds no text, whatever it is called; and what is not what it is called."""

import struct

import troubles
from web import Answer

from faultweb.fault import Fault, fault, page
from service.domain import Access, SignName

A, S = Access, SignName
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


def as_type(body: bytes, media_type: str) -> Answer:
    return Answer(body, headers={"Content-Type": media_type})


_KINDS = (
    ("video", b"\x00\x00\x00 ftypisom" + bytes(64), "video/mp4", S.CONTENT_TYPE, "video/mp4"),
    ("sound", b"ID3" + bytes(64), "audio/mpeg", S.CONTENT_TYPE, "audio/mpeg"),
    ("picture as a page", PICTURE, "text/html", S.FILE_KIND, "image"),
    ("packed file", b"PK\x03\x04" + bytes(64), "application/zip", S.FILE_KIND, "packed"),
    ("program", b"MZ\x90\x00" + bytes(64), "application/octet-stream", S.FILE_KIND, "program"),
    ("noise", bytes(range(256)) * 40, "application/octet-stream", S.FILE_KIND, "binary"),
    ("data", b'{"a": 1}', "application/json", S.FILE_KIND, "holds no article"),
    ("broken PDF", b"%PDF-1.7 and nothing", "application/pdf", S.FILE_KIND, "PDF is broken"),
    (
        "old document",
        struct.pack("<Q", 0xE11AB1A1E011CFD0),
        "application/msword",
        S.FILE_KIND,
        "old",
    ),
)

FILES: tuple[Fault, ...] = (
    fault("picture", troubles.picture(), A.UNSUPPORTED_TYPE, S.CONTENT_TYPE, "image/png"),
    *(
        fault(name, as_type(body, media_type), A.UNSUPPORTED_TYPE, sign, value)
        for name, body, media_type, sign, value in _KINDS
    ),
    fault(
        "PDF that is an error page",
        as_type(page("404 Not Found", "<p>No such report.</p>").encode(), "application/pdf"),
        *(A.SOFT_404, S.TITLE, "404"),
    ),
)
