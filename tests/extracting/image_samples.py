"""Images without a picture, made byte by byte, that carry metadata as real files do."""

import struct
import zlib

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_C2PA_TYPE = bytes.fromhex("6332706100110010800000aa00389b71")
_MANIFEST_TYPE = bytes.fromhex("63326d6100110010800000aa00389b71")


def xmp(source_type: str) -> bytes:
    """Give a packet with the type as an attribute."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description '
        f'Iptc4xmpExt:DigitalSourceType="{IPTC}{source_type}"/></rdf:RDF></x:xmpmeta>'
    ).encode()


def xmp_element(source_type: str) -> bytes:
    """Give a packet with the type as an element."""
    inner = f"<Iptc4xmpExt:DigitalSourceType>{IPTC}{source_type}</Iptc4xmpExt:DigitalSourceType>"
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{inner}</x:xmpmeta>'.encode()


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + name + body


def store(*source_types: str | None) -> bytes:
    """Give a C2PA manifest store; of its manifests the last is the active one."""
    manifests = b""
    for source_type in source_types:
        told = b"" if source_type is None else f"{IPTC}{source_type}".encode()
        claim = box(b"cbor", b"\xa1\x71digitalSourceType\x78\x40" + told)
        manifests += box(b"jumb", box(b"jumd", _MANIFEST_TYPE + b"\x03urn:uuid:x\x00") + claim)
    return box(b"jumb", box(b"jumd", _C2PA_TYPE + b"\x03c2pa\x00") + manifests)


def jpeg(*, packet: bytes | None = None, manifest: bytes | None = None, part: int = 60) -> bytes:
    segments = [
        b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    ]
    if packet is not None:
        body = b"http://ns.adobe.com/xap/1.0/\x00" + packet
        segments.append(b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body)
    for number, start in enumerate(range(0, len(manifest or b""), part), start=1):
        head = b"" if number == 1 else (manifest or b"")[:8]
        body = (
            b"JP" + struct.pack(">HI", 1, number) + head + (manifest or b"")[start : start + part]
        )
        segments.append(b"\xff\xeb" + struct.pack(">H", len(body) + 2) + body)
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xda\x00\x02\x00\xff\xd9"


def _chunk(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def png(
    *, packet: bytes | None = None, manifest: bytes | None = None, packed: bool = False
) -> bytes:
    chunks = [_chunk(b"IHDR", b"\x00" * 13)]
    if packet is not None:
        text = zlib.compress(packet) if packed else packet
        flag = b"\x01\x00" if packed else b"\x00\x00"
        chunks.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\x00" + flag + b"\x00\x00" + text))
    if manifest is not None:
        chunks.append(_chunk(b"caBX", manifest))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + _chunk(b"IEND", b"")


def webp(*, packet: bytes | None = None, manifest: bytes | None = None) -> bytes:
    body = b"WEBP"
    for name, part in ((b"VP8X", b"\x00" * 10), (b"XMP ", packet), (b"C2PA", manifest)):
        if part is not None:
            body += name + struct.pack("<I", len(part)) + part + b"\x00" * (len(part) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def avif(*, packet: bytes | None = None, manifest: bytes | None = None) -> bytes:
    boxes = box(b"ftyp", b"avif\x00\x00\x00\x00")
    if packet is not None:
        boxes += box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + packet)
    if manifest is not None:
        head = bytes.fromhex("d8fec3d61b0e483c92975828877ec481") + b"\x00\x00\x00\x00manifest\x00"
        boxes += box(b"uuid", head + b"\x00" * 8 + manifest)
    return boxes + box(b"mdat", b"\x00" * 20)
