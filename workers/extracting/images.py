"""An image's bytes in, what its own metadata says of its making out. Never raises. Pure.

Read are XMP packets (ISO 16684-1) and C2PA manifests (C2PA 2.1, in JUMBF boxes, ISO 19566-5)
in JPEG (APP1, APP11), PNG (iTXt, caBX), WebP (RIFF chunks) and the ISO base media family
(uuid boxes: AVIF, HEIC). A picture is never decoded, so no picture can be a bomb.

Source of the terms: IPTC NewsCodes, digital source type, cv.iptc.org/newscodes/digitalsourcetype.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from service.domain import ImageOrigin

MAX_BYTES: Final = 32 * 1024 * 1024  # of an image; of a larger one nothing is read
MAX_PARTS: Final = 10_000  # segments, chunks or boxes of an image
MAX_XMP: Final = 1024 * 1024  # bytes of one packet
# Made by a trained model, or partly so. "algorithmicMedia" is a fractal or a chart.
MADE_BY_AI: Final = frozenset({"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"})

_XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\x00"
_XMP_PNG = b"XML:com.adobe.xmp\x00"
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_C2PA_BOX = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_C2PA_BRAND = bytes.fromhex("6332706100110010800000aa00389b71")  # JUMBF content type "c2pa"
_TYPE = re.compile(
    rb"DigitalSourceType(?:\s{0,20}=\s{0,20}[\"']|\s{0,20}>\s{0,40}|"
    rb"\s[^<>]{0,200}?resource\s{0,20}=\s{0,20}[\"'])([^\"'<>\s]{1,200})(?=[\"'<\s])",
    re.IGNORECASE,
)
# In a manifest the type stands as a URL in CBOR text; only the vocabulary's own URL counts.
_TYPE_URL = re.compile(
    rb"cv\.iptc\.org/newscodes/digitalsourcetype/([A-Za-z]{1,80})", re.IGNORECASE
)
_NAMES = {name.lower(): name for name in MADE_BY_AI}


def read_origin(image: bytes) -> ImageOrigin:
    """Read what an image says of its making; nothing where it says nothing."""
    if len(image) > MAX_BYTES:
        return ImageOrigin()
    packets, manifest = [], bytearray()
    for kind, payload in _parts(image):
        if kind == "xmp":
            packets.append(payload[:MAX_XMP])
        else:
            manifest += payload
    has_c2pa = _is_c2pa(bytes(manifest[:200]))
    found = [match[1] for packet in packets for match in _TYPE.finditer(packet)]
    if has_c2pa:
        found += _TYPE_URL.findall(_active_manifest(bytes(manifest)))
    return ImageOrigin(_worst(found), has_c2pa)


def _worst(found: list[bytes]) -> str | None:
    """Give the type that tells of AI, else the first; the last part of its URL."""
    names = [each.decode("ascii", "ignore").rstrip("/").rpartition("/")[2] for each in found]
    made = (_NAMES[name.lower()] for name in names if name.lower() in _NAMES)
    return next(made, names[0] if names else None)


def _parts(image: bytes) -> Iterator[tuple[str, bytes]]:
    if image.startswith(b"\xff\xd8"):
        yield from _jpeg(image)
    elif image.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(image)
    elif image[:4] == b"RIFF" and image[8:12] == b"WEBP":
        yield from _webp(image)
    elif image[4:8] == b"ftyp":
        yield from _boxes(image)


def _jpeg(image: bytes) -> Iterator[tuple[str, bytes]]:
    """Walk the segments up to the start of scan; APP11 continues one box over many."""
    place = 2
    for _ in range(MAX_PARTS):
        marker = image[place : place + 2]
        size = int.from_bytes(image[place + 2 : place + 4], "big")
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] in {0xDA, 0xD9} or size < 2:  # noqa: PLR2004  ITU-T T.81, annex B
            return
        body = image[place + 4 : place + 2 + size]
        if len(body) < size - 2:
            return
        if marker[1] == 0xE1 and body.startswith(_XMP_JPEG):  # noqa: PLR2004  segment APP1
            yield "xmp", body[len(_XMP_JPEG) :]
        elif marker[1] == 0xEB and body[:2] == b"JP":  # noqa: PLR2004  segment APP11, ISO 19566-5 annex D
            # JP, box instance, sequence number, then the box's own length and type again.
            is_first = int.from_bytes(body[4:8], "big") == 1
            yield "c2pa", body[8:] if is_first else body[16:]
        place += 2 + size


def _png(image: bytes) -> Iterator[tuple[str, bytes]]:
    place = 8
    for _ in range(MAX_PARTS):
        size, name = int.from_bytes(image[place : place + 4], "big"), image[place + 4 : place + 8]
        body = image[place + 8 : place + 8 + size]
        if len(name) < 4 or len(body) < size:  # noqa: PLR2004  the image ends here
            return
        if name == b"iTXt" and body.startswith(_XMP_PNG):
            yield "xmp", _international_text(body[len(_XMP_PNG) :])
        elif name == b"caBX":
            yield "c2pa", body
        place += 12 + size


def _international_text(body: bytes) -> bytes:
    """Give the text of an iTXt chunk after its keyword (PNG, 11.3.3.4), inflated within limits."""
    is_packed = body[:1] == b"\x01"
    text = body[2:].split(b"\x00", 2)[-1]
    if not is_packed:
        return text
    try:
        return zlib.decompressobj().decompress(text, MAX_XMP)
    except zlib.error:
        return b""


def _webp(image: bytes) -> Iterator[tuple[str, bytes]]:
    place = 12
    for _ in range(MAX_PARTS):
        name, size = image[place : place + 4], image[place + 4 : place + 8]
        length = int.from_bytes(size, "little")
        body = image[place + 8 : place + 8 + length]
        if len(size) < 4 or len(body) < length:  # noqa: PLR2004  the image ends here
            return
        if name == b"XMP ":
            yield "xmp", body
        elif name == b"C2PA":
            yield "c2pa", body
        place += 8 + length + length % 2


def _boxes(image: bytes) -> Iterator[tuple[str, bytes]]:
    for name, body in _walk(image, 0, len(image)):
        if name == b"uuid" and body[:16] == _XMP_BOX:
            yield "xmp", body[16:]
        elif name == b"uuid" and body[:16] == _C2PA_BOX and b"jumb" in body[:200]:
            # Full box header, purpose ("manifest", NUL), offset of a hash; then the store.
            yield "c2pa", body[body.index(b"jumb") - 4 :]


def _walk(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Give name and body of the boxes side by side (ISO 14496-12, 4.2)."""
    place = start
    for _ in range(MAX_PARTS):
        size, name = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        head = 8
        if size == 1:  # the length stands in 64 bits behind the name
            size, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        size = size or end - place  # 0: to the end
        if len(name) < 4 or size < head or place + size > end:  # noqa: PLR2004  no whole box
            return
        yield name, data[place + head : place + size]
        place += size


def _is_c2pa(head: bytes) -> bool:
    return head[4:8] == b"jumb" and _C2PA_BRAND in head


def _active_manifest(store: bytes) -> bytes:
    """Give the last manifest of a store: the one that speaks for the image itself.

    The others came with the images that went into it (C2PA 2.1, 11.1.4.2).
    """
    (_, body), *_ = [*_walk(store, 0, len(store)), (b"", b"")]
    manifests = [inner for name, inner in _walk(body, 0, len(body)) if name == b"jumb"]
    return manifests[-1] if manifests else b""
