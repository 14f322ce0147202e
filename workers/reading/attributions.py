"""Sentences and their links in, who says each of them out. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.domain import Attribution, AttributionClass, ChainLink
from workers.reading.cues import CUES, Cues
from workers.reading.quotations import quoted_share
from workers.reading.speakers import OUTLET
from workers.reading.speech import Cue, find_cues

Links = Sequence[tuple[int, int, str]]

NO_ATTRIBUTION = Attribution(AttributionClass.NONE)
# From this share on, a sentence without a cue goes on with the quotation before it.
_GOES_ON_QUOTING = 0.8
# A personal name, for a pronoun whose speaker had not spoken before.
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+)+")
_NAME_WINDOW = 1_000
_HIDES_NAME = re.compile(
    r"\b(?:anonym\w+|not (?:to )?be (?:named|identified)|not authori[sz]ed to (?:speak|comment|"
    r"discuss)|namentlich nicht|couvert de l['’]anonymat|no ser identificad\w+)\b",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(r",\s*(?:\w+\s+)?(?:said|says|told|added|sagte|a (?:dit|déclaré)|dijo)\b")
_WITHOUT_NAME = frozenset(
    {AttributionClass.ROLE_ONLY, AttributionClass.VAGUE_PLURAL, AttributionClass.ANONYMOUS}
)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who spoke last, for "he added"."""

    name: str
    cls: AttributionClass


def read_attributions(
    sentences: Sequence[str], links: Sequence[Links], language: str | None
) -> tuple[Attribution, ...]:
    """Say for each sentence, in the order of the article, to whom it is attributed.

    ``links`` has an entry for each sentence: (start, end, url) of its links, offsets into
    that sentence. Cues are read in English, German, French and Spanish; in any other
    language a sentence is at most ``linked``. The chain goes from the speaker over the
    outlet that relays it to the link.
    """
    cues = CUES.get((language or "").split("-")[0])
    if cues is None:
        return tuple(
            _with_links(NO_ATTRIBUTION, sentence, there)
            for sentence, there in zip(sentences, links, strict=True)
        )
    attributions: list[Attribution] = []
    speaker: _Speaker | None = None
    for sentence, there in zip(sentences, links, strict=True):
        found = _read(sentence, cues, speaker, attributions[-1] if attributions else None)
        speaker = _next_speaker(found, sentence, speaker)
        attributions.append(_with_links(found, sentence, there))
    return tuple(attributions)


def _read(
    sentence: str, cues: Cues, speaker: _Speaker | None, before: Attribution | None
) -> Attribution:
    cue = _best_cue(sentence, cues)
    if cue is None:
        return _continued_quotation(sentence, speaker, before)
    if cue.is_pronoun and speaker is None:
        return NO_ATTRIBUTION
    name, cls = (
        (speaker.name, speaker.cls) if cue.is_pronoun and speaker else (cue.speaker, cue.cls)
    )
    if cls in _WITHOUT_NAME and _HIDES_NAME.search(sentence):
        cls = AttributionClass.ANONYMOUS
    return Attribution(
        cls,
        speaker=name,
        cue=cue.text,
        chain=_chain(name, cls, _relaying_outlet(sentence, cues, cue)),
        anonymity_reason=_reason(sentence, cues) if cls is AttributionClass.ANONYMOUS else None,
    )


def _best_cue(sentence: str, cues: Cues) -> Cue | None:
    """Pick the cue whose speaker speaks to an outlet, else the first with its own speaker."""
    found = find_cues(sentence, cues)
    relayed = [cue for cue in found if _relaying_outlet(sentence, cues, cue)]
    own = [cue for cue in found if not cue.is_pronoun]
    return next(iter((*relayed, *own[:1], *found)), None)


def _relaying_outlet(sentence: str, cues: Cues, cue: Cue) -> str | None:
    """Name the outlet that ``cue``'s speaker spoke to, when it is another than the speaker."""
    for lead in cues.relay.finditer(sentence, cue.start):
        outlet = OUTLET.match(sentence, lead.end())
        if outlet and outlet[1] not in cue.speaker:
            return outlet[1]
    return None


def _chain(name: str, cls: AttributionClass, outlet: str | None) -> tuple[ChainLink, ...]:
    chain = (ChainLink(name, cls),)
    return (*chain, ChainLink(outlet, AttributionClass.NAMED_OUTLET)) if outlet else chain


def _reason(sentence: str, cues: Cues) -> str | None:
    found = cues.anonymity.search(sentence)
    return _SAID_AFTER.split(found[1])[0].strip(" ,") if found else None


def _continued_quotation(
    sentence: str, speaker: _Speaker | None, before: Attribution | None
) -> Attribution:
    """Give a sentence all in quotation marks to the speaker of the one before."""
    if speaker is None or before is None or before.speaker != speaker.name:
        return NO_ATTRIBUTION
    if quoted_share(sentence) < _GOES_ON_QUOTING:
        return NO_ATTRIBUTION
    return Attribution(speaker.cls, speaker=speaker.name, chain=_chain(*_parts(speaker), None))


def _parts(speaker: _Speaker) -> tuple[str, AttributionClass]:
    return speaker.name, speaker.cls


def _next_speaker(found: Attribution, sentence: str, speaker: _Speaker | None) -> _Speaker | None:
    """Who a pronoun in the next sentence points to: the last to speak, else to be named."""
    if found.speaker:
        return _Speaker(found.speaker, found.cls)
    if speaker is None and (names := _NAME.findall(sentence[:_NAME_WINDOW])):
        return _Speaker(names[-1], AttributionClass.NAMED_PERSON)
    return speaker


def _with_links(found: Attribution, sentence: str, links: Links) -> Attribution:
    """Let the chain end in the link that a reader can follow."""
    if not links:
        return found
    start, end, url = links[0]
    anchor = sentence[start:end].strip() or url
    if found.cls is AttributionClass.NONE:
        chain = (ChainLink(anchor, AttributionClass.LINKED, url),)
        return Attribution(AttributionClass.LINKED, chain=chain)
    last = found.chain[-1]
    if last.cls is AttributionClass.NAMED_OUTLET and last.name in anchor:
        return replace(found, chain=(*found.chain[:-1], replace(last, url=url)))
    return replace(found, chain=(*found.chain, ChainLink(anchor, AttributionClass.LINKED, url)))
