"""``sourceproof lsp``: drafts checked in an editor, over the Language Server Protocol 3.17. I/O.

A draft's sources are asked for when it is opened and when it is saved; while it is typed in,
its words are held against what was read, and no request is made.
"""

import asyncio
import logging
import sys
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from service.domain import Assessment, Page, Unread
from service.errors import SourceproofError, UsageError
from service.rendering.words import counted
from workers.cli.configuration import configure
from workers.cli.desk.desk import Desk, Round
from workers.cli.desk.findings import Shown
from workers.cli.submissions import draft_at
from workers.versions import current_versions

PAUSE = 0.4  # seconds without a key pressed, before what was typed is checked


@dataclass(slots=True)
class _Document:
    """A draft that is open, and what is to be done for it."""

    bell: asyncio.Event = field(default_factory=asyncio.Event)
    is_asking: bool = True
    attended: asyncio.Task[None] | None = None
    shown: Shown | None = None


class Server(LanguageServer):
    """Keeps a desk, and a task for each draft that is open."""

    def __init__(self) -> None:
        super().__init__("sourceproof", current_versions().sourceproof)
        self._desk = Desk()
        self._documents: dict[str, _Document] = {}

    def open(self, uri: str) -> None:
        """Attend to a draft, from now on until it is closed."""
        document = self._documents.setdefault(uri, _Document())
        document.bell.set()
        document.attended = document.attended or asyncio.create_task(self._attend(uri, document))

    def close(self, uri: str) -> None:
        """Forget a draft, and take back what was said of it."""
        document = self._documents.pop(uri, None)
        if document is not None and document.attended is not None:
            document.attended.cancel()
        self._publish(uri, [], None)

    def ring(self, uri: str, *, is_asking: bool) -> None:
        """Say that a draft was changed, or saved: then its sources are asked for too."""
        document = self._documents.get(uri)
        if document is not None:
            document.is_asking |= is_asking
            document.bell.set()

    def shown(self, uri: str) -> Shown | None:
        """Give the round that an editor shows of a draft."""
        document = self._documents.get(uri)
        return None if document is None else document.shown

    async def _attend(self, uri: str, document: _Document) -> None:
        while True:
            await document.bell.wait()
            while document.bell.is_set() and not document.is_asking:
                document.bell.clear()
                await asyncio.sleep(PAUSE)  # rung again meanwhile: wait for the end of the word
            is_asking, document.is_asking = document.is_asking, False
            document.bell.clear()
            try:
                await self._check(uri, document, is_asking=is_asking)
            except Exception:
                # One draft that brings us to fall must not silence the others.
                logging.getLogger(__name__).exception("a draft could not be checked")

    async def _check(self, uri: str, document: _Document, *, is_asking: bool) -> None:
        draft = self.workspace.get_text_document(uri)
        text, version, path = draft.source, draft.version, Path(draft.path)
        progress = _Progress(self) if is_asking else _Silence()
        try:
            checked = await asyncio.to_thread(
                self._round, text, path, progress, is_asking=is_asking
            )
        except UsageError as err:
            self._say(f"Sourceproof: {err.detail}")
            return
        except SourceproofError:  # no sentence yet: there is nothing to say of it
            self._publish(uri, [], version)
            return
        finally:
            progress.end()
        if draft.version == version:
            document.shown = Shown(checked, text, draft.position_codec)
            self._publish(uri, document.shown.diagnostics(), version)

    def _round(self, text: str, path: Path, progress: "_Silence", *, is_asking: bool) -> Round:
        configuration = configure({}, near=str(path), named=None)
        draft = draft_at(path, text.encode(errors="replace"))
        return self._desk.check(draft, path, configuration, progress, is_asking=is_asking)

    def _publish(self, uri: str, told: list[lsp.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, version))

    def _say(self, words: str) -> None:
        self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, words))


class _Silence:
    """Tells nobody: what is done while someone types takes no time to speak of."""

    def reading(self, name: str) -> None:
        """Hear that a draft is being read."""

    def checked(self, name: str) -> None:
        """Hear that it is done."""

    def fetching(self, total: int) -> None:
        """Hear that ``total`` sources are to be fetched."""

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """Hear that one of them is done."""

    def assessing(self, total: int) -> None:
        """Hear that ``total`` statements are to be held against their sources."""

    def assessed(self, assessment: Assessment) -> None:
        """Hear that one of them is decided."""

    def end(self) -> None:
        """Hear that all is done."""


class _Progress(_Silence):
    """Tells the editor, where it shows such a thing, what a check does now."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._loop = asyncio.get_running_loop()
        self._token = f"sourceproof-{uuid4()}"
        self._total = self._done = 0
        window = server.client_capabilities.window
        self._is_shown = bool(window and window.work_done_progress)
        if self._is_shown:
            server.work_done_progress.create(self._token)
            begin = lsp.WorkDoneProgressBegin(title="Sourceproof", message="reading the draft")
            server.work_done_progress.begin(self._token, begin)

    def fetching(self, total: int) -> None:
        self._total = total
        self._report(f"fetching {counted(total, 'source')}")

    def fetched(self, url: str, _: Page | Unread) -> None:
        self._done += 1
        self._report(f"{self._done} of {counted(self._total, 'source')}: {url}")

    def assessing(self, total: int) -> None:
        self._report(f"checking {counted(total, 'statement')}")

    def end(self) -> None:
        if self._is_shown:
            self._server.work_done_progress.end(self._token, lsp.WorkDoneProgressEnd())

    def _report(self, words: str) -> None:
        if self._is_shown:
            report = lsp.WorkDoneProgressReport(message=words)
            self._loop.call_soon_threadsafe(
                self._server.work_done_progress.report, self._token, report
            )


def make_server() -> Server:
    """Make a server that answers an editor, without a stream to it yet."""
    server = Server()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        server.ring(params.text_document.uri, is_asking=False)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        server.ring(params.text_document.uri, is_asking=True)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        shown = server.shown(params.text_document.uri)
        return None if shown is None else shown.hover(params.position)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
    async def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        shown = server.shown(uri)
        return [] if shown is None else shown.actions(uri, params.range)

    return server


def run_language_server() -> None:
    """Serve one editor on stdin and stdout, until it says goodbye."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    make_server().start_io()
