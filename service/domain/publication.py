"""What a publication says of its own work, and what its draft's markup shows. Pure."""

from dataclasses import dataclass

from service.domain.vocabulary import PublicationBasis, PublicationKind


@dataclass(frozen=True, slots=True)
class PublicationNote:
    """One thing that an article says of its own making, or that its markup shows.

    ``text == article.text[start:end]``, the whole sentence, where the article says it;
    for what only markup shows, ``text`` is what the markup has and there may be no place.
    ``detail`` names what is meant, as the file of an image or the name of a tool.
    """

    kind: PublicationKind
    basis: PublicationBasis
    text: str
    start: int | None = None
    end: int | None = None
    statement_id: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class ImageOrigin:
    """What an image's own metadata says of its making.

    ``source_type`` is the last part of an IPTC digital source type, as
    "trainedAlgorithmicMedia"; ``has_c2pa`` says that a C2PA manifest is there, which
    cameras write too: alone it says nothing of AI.
    """

    source_type: str | None = None
    has_c2pa: bool = False


@dataclass(frozen=True, slots=True)
class DraftImage:
    """An image that AI made or edited, by its own metadata; its caption and 1-based line."""

    name: str
    origin: ImageOrigin
    caption: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class DraftMarks:
    """What a draft's markup shows of its making, beside its text.

    ``generators`` and ``authors`` are as its metadata names them, the authors only where
    readers do not see the name; ``hidden_urls`` are
    links that stand only where a subscriber sees them.
    """

    generators: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    images: tuple[DraftImage, ...] = ()
    hidden_urls: tuple[str, ...] = ()
