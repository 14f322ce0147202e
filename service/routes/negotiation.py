"""An Accept header in, the media type to answer with out (RFC 9110, section 12.5.1). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Range:
    kind: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely the range names the type: 0 not at all, 3 exactly."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return {"*": 2, subtype: 3}.get(self.subtype, 0)


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """Pick the offered media type that the caller likes best; the first offered wins ties.

    ``None`` when the caller takes none of them. A missing or empty header takes all.
    """
    ranges = [r for part in (accept or "").split(",") if (r := _parsed(part)) is not None]
    if not ranges:
        return offered[0] if not (accept or "").strip() else None
    liked = [(quality_of(media_type, ranges), media_type) for media_type in offered]
    best = max(quality for quality, _ in liked)
    return next(m for quality, m in liked if quality == best) if best > 0 else None


def quality_of(media_type: str, ranges: Sequence[_Range]) -> float:
    """Give the quality of the range that names the media type most closely."""
    matches = [(r.specificity(media_type), r.quality) for r in ranges]
    closest = max((specificity for specificity, _ in matches), default=0)
    return max((q for s, q in matches if s == closest), default=0.0) if closest else 0.0


def _parsed(part: str) -> _Range | None:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, slash, subtype = name.partition("/")
    if not (kind and slash and subtype) or (kind == "*" and subtype != "*"):
        return None
    return _Range(kind, subtype, _quality(parameters))


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return 0.0
            return quality if 0 <= quality <= 1 else 0.0
    return 1.0
