"""A text cut into sentences and their links in, who says each of them out. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.domain import Attribution, AttributionClass, ChainLink, Limit, Quotation
from workers.reading.cues import CUES, Cues
from workers.reading.quotations import Span
from workers.reading.quoters import find_quoter
from workers.reading.referents import Referents, Speaker
from workers.reading.speakers import OUTLET
from workers.reading.speech import Cue
from workers.reading.statements import Sentence
from workers.reading.turns import Conversation, Quoted, Turn, read_turns

Links = Sequence[tuple[int, int, str]]

NO_ATTRIBUTION = Attribution(AttributionClass.NONE)
LANGUAGES = tuple(CUES)
# From this share of its letters on, what is attributed is the speaker's own words.
_DIRECT = 0.5
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
class _Voice:
    """Who speaks a turn, and where the text names that speaker."""

    speaker: Speaker
    spoken_at: Span


def read_attributions(
    text: str,
    sentences: Sequence[Sentence],
    links: Sequence[Links],
    language: str | None,
) -> tuple[Attribution, ...]:
    """Say for each sentence, in the order of the article, to whom it is attributed.

    ``links`` has an entry for each sentence: (start, end, url) of its links, offsets into
    that sentence. Cues are read in the languages of ``LANGUAGES``; in any other language a
    sentence is at most ``linked``. The chain goes from the speaker over the outlet that
    relays it to the link. All offsets given back are into ``text``.
    """
    words = [text[sentence.start : sentence.end] for sentence in sentences]
    cues = CUES.get((language or "").split("-")[0])
    found = _Reader(text, sentences, words, cues).read() if cues else [NO_ATTRIBUTION] * len(words)
    return tuple(
        _with_links(attribution, sentence, there)
        for attribution, sentence, there in zip(found, words, links, strict=True)
    )


def limits_of(language: str | None) -> tuple[Limit, ...]:
    """Say plainly where the attributions of an article were not read for its language."""
    if (language or "").split("-")[0] in CUES:
        return ()
    which = f"language “{language}”" if language else "language, which was not recognised,"
    note = (
        f"Who says what was not read: the article's {which} is none of those whose words "
        f"for it are known ({', '.join(LANGUAGES)})."
    )
    return (Limit("attribution_languages", len(LANGUAGES), note),)


@dataclass(slots=True)
class _Reader:
    """One reading of a text in a language whose cues are known."""

    text: str
    sentences: Sequence[Sentence]
    words: Sequence[str]
    cues: Cues
    referents: Referents = field(default_factory=Referents)
    voices: dict[int, _Voice] = field(default_factory=dict)  # by the id of a turn
    made: dict[int, Attribution | None] = field(default_factory=dict)  # likewise

    def read(self) -> list[Attribution]:
        """Give one attribution a sentence, with its further ones and its quotations."""
        talk = read_turns(self.text, self.sentences, self.cues)
        quoters = self._resolve(talk)
        quotations = self._quotations(talk, quoters)
        return [
            replace(self._of_sentence(index, talk), quotations=tuple(quotations.get(index, ())))
            for index in range(len(self.sentences))
        ]

    def _resolve(self, talk: Conversation) -> dict[int, str]:
        """Find the speaker of every turn and of every quotation of no turn, in text order."""
        quoters: dict[int, str] = {}
        alone = [
            (i, quotation) for i, quotation in enumerate(talk.quotations) if not quotation.turn
        ]
        place = 0
        for index, turns in enumerate(talk.turns):
            self._note_subject(index)
            for turn in turns:
                self._hear(turn)
            while place < len(alone) and alone[place][1].first <= index:
                number, quotation = alone[place]
                quoter = self._quoter(index, quotation)
                if quoter:
                    quoters[number] = quoter
                place += 1
        return quoters

    def _note_subject(self, index: int) -> None:
        """Let a pronoun point to who opens a sentence, or while nobody spoke, was named last."""
        words = self.words[index]
        opening = _NAME.match(words)
        if opening and self.referents.knows(opening[0]):
            self.referents.name(Speaker(opening[0], AttributionClass.NAMED_PERSON))
        elif not self.voices and (names := _NAME.findall(words[:_NAME_WINDOW])):
            self.referents.name(Speaker(names[-1], AttributionClass.NAMED_PERSON))

    def _hear(self, turn: Turn) -> None:
        voice = self._voice(turn)
        if voice is not None:
            self.voices[id(turn)] = voice
            self.referents.name(voice.speaker)

    def _voice(self, turn: Turn) -> _Voice | None:
        if turn.cue is None:
            return self.voices.get(id(turn.after))
        at = self.sentences[turn.sentence].start
        spoken_at = (at + turn.cue.spoken_at[0], at + turn.cue.spoken_at[1])
        if not turn.cue.is_pronoun:
            return _Voice(Speaker(turn.cue.speaker, turn.cue.cls), spoken_at)
        meant = self.referents.find(turn.cue.speaker)
        return _Voice(meant, spoken_at) if meant else None

    def _quoter(self, index: int, quotation: Quoted) -> str | None:
        """Give whom the words before a quotation that no cue introduces name as its speaker."""
        start = self.sentences[index].start
        found = find_quoter(self.words[index], quotation.start - start, self.cues)
        if found is None or not found.is_pronoun:
            return found.words if found else None
        meant = self.referents.find(found.words)
        return meant.name if meant else None

    def _quotations(
        self, talk: Conversation, quoters: dict[int, str]
    ) -> dict[int, list[Quotation]]:
        """Give each sentence the parts of the quotations that it holds."""
        found: dict[int, list[Quotation]] = {}
        for number, quotation in enumerate(talk.quotations):
            voice = self.voices.get(id(quotation.turn))
            name = voice.speaker.name if voice else quoters.get(number)
            for index in range(quotation.first, quotation.last + 1):
                sentence = self.sentences[index]
                start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
                if start < end:
                    found.setdefault(index, []).append(Quotation(start, end, name))
        return found

    def _of_sentence(self, index: int, talk: Conversation) -> Attribution:
        read = [(turn, self._attribution(turn)) for turn in talk.turns[index]]
        made = [(turn, attribution) for turn, attribution in read if attribution]
        if not made:
            running = talk.running.get(index)
            attribution = self._attribution(running) if running else None
            return replace(attribution, cue=None) if attribution else NO_ATTRIBUTION
        best = min(range(len(made)), key=lambda i: (_rank(*made[i]), i))
        others = tuple(attribution for i, (_, attribution) in enumerate(made) if i != best)
        return replace(made[best][1], further=others)

    def _attribution(self, turn: Turn) -> Attribution | None:
        """Make a turn's attribution once, over however many sentences it runs."""
        if id(turn) not in self.made:
            self.made[id(turn)] = self._made(turn)
        return self.made[id(turn)]

    def _made(self, turn: Turn) -> Attribution | None:
        voice = self.voices.get(id(turn))
        if voice is None:
            return None
        sentence, speaker = self.words[turn.sentence], voice.speaker
        cls = speaker.cls
        if turn.cue and cls in _WITHOUT_NAME and _HIDES_NAME.search(sentence):
            cls = AttributionClass.ANONYMOUS
        is_anonymous = turn.cue is not None and cls is AttributionClass.ANONYMOUS
        outlet = _relaying_outlet(sentence, self.cues, turn.cue) if turn.cue else None
        return Attribution(
            cls,
            speaker=speaker.name,
            cue=turn.cue.text if turn.cue else None,
            chain=_chain(speaker.name, cls, outlet),
            anonymity_reason=_reason(sentence, self.cues) if is_anonymous else None,
            content=tuple(turn.content),
            is_direct=self._is_direct(turn),
            spoken_at=voice.spoken_at,
        )

    def _is_direct(self, turn: Turn) -> bool | None:
        """Whether most of what is attributed stands in quotation marks; ``None`` for nothing."""
        whole = sum(self._letters(span) for span in turn.content)
        quoted = sum(self._letters(span) for span in turn.quoted)
        return quoted >= _DIRECT * whole if whole else None

    def _letters(self, span: Span) -> int:
        return sum(map(str.isalnum, self.text[span[0] : span[1]]))


def _rank(turn: Turn, attribution: Attribution) -> int:
    """Put the cue first whose speaker speaks to an outlet, then one that names its speaker."""
    if len(attribution.chain) > 1:
        return 0
    return 1 if turn.cue is None or not turn.cue.is_pronoun else 2


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


def _with_links(found: Attribution, sentence: str, links: Links) -> Attribution:
    """Let the chain end in the link that a reader can follow."""
    if not links:
        return found
    start, end, url = links[0]
    anchor = sentence[start:end].strip() or url
    if found.cls is AttributionClass.NONE:
        chain = (ChainLink(anchor, AttributionClass.LINKED, url),)
        return replace(found, cls=AttributionClass.LINKED, chain=chain)
    last = found.chain[-1]
    if last.cls is AttributionClass.NAMED_OUTLET and last.name in anchor:
        return replace(found, chain=(*found.chain[:-1], replace(last, url=url)))
    return replace(found, chain=(*found.chain, ChainLink(anchor, AttributionClass.LINKED, url)))
