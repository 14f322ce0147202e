"""Drafts that are written in: checked in an editor and in a terminal, by the doors these use."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cli.command import HEEDING_CTRL_C, SAMPLE, sourceproof
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from web import LocalWeb

from service.domain import Report, Submission
from workers.cli.configuration import configure
from workers.cli.desk.desk import Desk
from workers.cli.progress import showing

URL = "https://port.example/2025"
RECORDED = "The Harbour Office of Lindholm recorded 412 ships in March 2025."
RIGHT = f"Ships\n=====\n\n[{RECORDED}]({URL})\n"
WRONG = RIGHT.replace("412", "512")
MISREAD = RECORDED.replace("412", "512")
PATIENCE = 60  # seconds for what takes a fraction of one


class Editor:
    """An editor with one draft open, as far as the protocol goes."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self.client = client
        self.uri = path.as_uri()
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.progress: list[str] = []
        self.messages: asyncio.Queue[str] = asyncio.Queue()
        self._version = 0

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(told: lsp.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(told)

        @client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def _(said: lsp.ShowMessageParams) -> None:
            self.messages.put_nowait(said.message)

        @client.feature(lsp.WINDOW_WORK_DONE_PROGRESS_CREATE)
        def _(_: lsp.WorkDoneProgressCreateParams) -> None:
            """Agree."""

        @client.feature(lsp.PROGRESS)
        def _(said: lsp.ProgressParams) -> None:
            self.progress.append(str(said.value))

    async def open(self, text: str) -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(self.uri, "markdown", self._version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    async def type(self, text: str) -> list[lsp.Diagnostic]:
        self._version += 1
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(self._version, self.uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
        return await self.diagnostics()

    async def save(self) -> list[lsp.Diagnostic]:
        document = lsp.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(document))
        return await self.diagnostics()

    async def diagnostics(self) -> list[lsp.Diagnostic]:
        """What is told of the draft as it stands; what was said of an older one is passed over."""
        while True:
            told = await asyncio.wait_for(self.told.get(), PATIENCE)
            assert told.uri == self.uri
            if told.version == self._version:
                return list(told.diagnostics)

    async def hover(self, at: lsp.Position) -> str:
        document = lsp.TextDocumentIdentifier(self.uri)
        said = await self.client.text_document_hover_async(lsp.HoverParams(document, at))
        return "" if said is None else str(getattr(said.contents, "value", ""))

    async def actions(self, within: lsp.Range) -> list[lsp.CodeAction]:
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(self.uri), within, lsp.CodeActionContext([])
        )
        return [*(await self.client.text_document_code_action_async(params) or [])]


@asynccontextmanager
async def _editor(path: Path, web: LocalWeb) -> AsyncIterator[Editor]:
    client = LanguageClient("an editor", "1")
    editor = Editor(client, path)
    environ = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    await client.start_io(
        sys.executable, "-m", "workers.cli", "lsp", env={**environ, **web.environ()}
    )
    window = lsp.WindowClientCapabilities(work_done_progress=True)
    capabilities = lsp.ClientCapabilities(window=window)
    await client.initialize_async(lsp.InitializeParams(capabilities, root_uri=path.parent.as_uri()))
    client.initialized(lsp.InitializedParams())
    try:
        yield editor
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()


def _in_editor(
    path: Path, web: LocalWeb, work: Callable[[Editor], "asyncio.Future[None] | object"]
) -> None:
    async def run() -> None:
        async with _editor(path, web) as editor:
            await work(editor)  # type: ignore[misc]

    asyncio.run(run())


@pytest.fixture
def port(local_web: LocalWeb) -> LocalWeb:
    local_web.page(URL, f"<article><h1>Ships</h1><p>{RECORDED}</p></article>")
    return local_web


def test_an_editor_is_shown_what_differs_where_it_stands_and_what_could_stand_there(
    tmp_path: Path, port: LocalWeb
) -> None:
    async def write(editor: Editor) -> None:
        (found,) = await editor.open(WRONG)
        assert found.code == "SP204"
        assert found.severity is lsp.DiagnosticSeverity.Error
        assert found.source == "sourceproof"
        assert found.code_description is not None
        assert found.code_description.href.startswith(f"{URL}#:~:text=")
        line = WRONG.split("\n")[found.range.start.line]
        assert line[found.range.start.character : found.range.end.character] == "512"
        replacing, _ = await editor.actions(found.range)
        edit = _edit(editor, replacing)
        assert (edit.range, edit.new_text) == (found.range, "412")
        assert "contradicted" in await editor.hover(found.range.start)
        assert any("fetching 1 source" in said for said in editor.progress)

    _in_editor(tmp_path / "draft.md", port, write)


@pytest.mark.parametrize(
    ("name", "draft"),
    [("draft.md", WRONG), ("draft.html", f"<h1>Ships</h1><p><a href='{URL}'>{MISREAD}</a>")],
)
def test_a_finding_is_passed_over_from_the_editor_once_a_reason_is_given(
    tmp_path: Path, port: LocalWeb, name: str, draft: str
) -> None:
    async def write(editor: Editor) -> None:
        (found,) = await editor.open(draft)
        *_, passing_over = await editor.actions(found.range)
        edit = _edit(editor, passing_over)
        lines = draft.split("\n")
        at = edit.range.start
        line = lines[at.line]
        lines[at.line] = line[: at.character] + edit.new_text + line[at.character :]
        (still,) = await editor.type("\n".join(lines))
        assert still.code == found.code
        given = "\n".join(lines).replace('reason=""', 'reason="The clerk confirmed it."')
        assert await editor.type(given) == []

    _in_editor(tmp_path / name, port, write)


def _edit(editor: Editor, action: lsp.CodeAction) -> lsp.TextEdit:
    """The one change that an action makes."""
    assert action.edit is not None
    assert action.edit.changes is not None
    (edit,) = action.edit.changes[editor.uri]
    assert isinstance(edit, lsp.TextEdit)
    return edit


def test_what_is_typed_is_checked_without_a_request_until_it_is_saved(
    tmp_path: Path, port: LocalWeb
) -> None:
    other = port.page("https://port.example/2024", f"<p>{RECORDED.replace('2025', '2024')}</p>")

    async def write(editor: Editor) -> None:
        assert await editor.open(RIGHT) == []
        asked = len(port.asked)
        assert [found.code for found in await editor.type(WRONG)] == ["SP204"]
        assert await editor.type(RIGHT) == []
        (waiting,) = await editor.type(RIGHT.replace(URL, other))
        assert waiting.severity is lsp.DiagnosticSeverity.Hint
        assert "save the draft" in waiting.message
        assert "not read yet" in await editor.hover(waiting.range.start)
        assert len(port.asked) == asked
        found = await editor.save()
        assert [f.code for f in found] == ["SP205"]
        assert port.count(other) == 1
        assert port.count(URL) == 1

    _in_editor(tmp_path / "draft.md", port, write)


def test_characters_beyond_the_basic_plane_move_no_mark(tmp_path: Path, port: LocalWeb) -> None:
    async def write(editor: Editor) -> None:
        text = WRONG.replace("[The", "🚢🚢 [The")
        (found,) = await editor.open(text)
        units = text.split("\n")[found.range.start.line].encode("utf-16-le")
        marked = units[2 * found.range.start.character : 2 * found.range.end.character]
        assert marked.decode("utf-16-le") == "512"

    _in_editor(tmp_path / "draft.md", port, write)


def test_half_a_draft_and_a_wrong_setting_are_said_and_survived(
    tmp_path: Path, port: LocalWeb
) -> None:
    async def write(editor: Editor) -> None:
        assert await editor.open("") == []
        (waiting,) = await editor.type(WRONG)
        assert "save the draft" in waiting.message
        settings = tmp_path / "sourceproof.toml"
        settings.write_text("fail-onn = ['SP101']\n")
        document = lsp.TextDocumentIdentifier(editor.uri)
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(document))
        assert "fail-onn" in await asyncio.wait_for(editor.messages.get(), PATIENCE)
        settings.write_text("[severity]\nSP204 = 'note'\n")
        (found,) = await editor.save()
        assert found.severity is lsp.DiagnosticSeverity.Information

    _in_editor(tmp_path / "draft.md", port, write)


def test_a_watched_draft_is_checked_at_each_save_and_its_source_asked_for_once(
    tmp_path: Path, port: LocalWeb
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(RIGHT)
    environ = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    with subprocess.Popen(
        [*HEEDING_CTRL_C, "check", str(draft), "--watch"],
        env={**environ, **port.environ(), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as watching:
        alarm = threading.Timer(PATIENCE, watching.kill)  # a line that never comes ends too
        alarm.start()
        assert watching.stderr is not None
        _until(watching.stderr.readline, "Watching 1 draft")
        beside = tmp_path / "draft.md.new"  # as many editors save
        beside.write_text(WRONG)
        beside.replace(draft)
        _until(watching.stderr.readline, "Watching 1 draft")
        watching.send_signal(signal.SIGINT)
        out, _ = watching.communicate()
        alarm.cancel()
    assert watching.returncode == 0
    assert out.count("error SP204") == 1
    assert port.count(URL) == 1


def _until(line: Callable[[], str], words: str) -> None:
    while words not in (read := line()):
        assert read, f"it ended before it said {words!r}"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("https://port.example/2025",), "is none"),
        ((SAMPLE / "draft.md", "--format", "json"), "--watch shows terminal"),
    ],
)
def test_only_files_are_watched_and_only_for_eyes(
    arguments: tuple[object, ...], words: str
) -> None:
    done = sourceproof("check", *arguments, "--watch")
    assert done.code == 2
    assert words in done.err


def test_a_draft_that_is_checked_again_has_the_same_report(
    tmp_path: Path, port: LocalWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(WRONG)
    for name, value in port.environ().items():
        monkeypatch.setenv(name, value)
    desk, chosen = Desk(), configure({}, near=str(path), named=None)
    draft = Submission(content=WRONG.encode(), media_type="text/markdown")

    def checked(*, is_asking: bool) -> Report:
        with showing(1) as progress:
            done = desk.check(draft, path, chosen, progress, is_asking=is_asking)
        return replace(done.report, checked_at=datetime.min.replace(tzinfo=UTC))

    first = checked(is_asking=True)
    assert [finding.rule for finding in first.findings] == ["SP204"]
    assert checked(is_asking=False) == first
