"""A Word document gives what its author means to be read, and nothing else is let in."""

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from service.domain import BlockKind, CitationBasis
from service.errors import UnreadableArticle

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def document(*paragraphs: str, notes: dict[str, dict[int, tuple[str, str]]] | None = None) -> bytes:
    """Give a DOCX of raw paragraphs; ``notes`` of each kind are id -> (words, URL)."""
    made = docx.Document()
    for inner in paragraphs:
        made.element.body.insert(
            len(made.element.body) - 1, parse_xml(f"<w:p {SPACES}>{inner}</w:p>")
        )
    for kind, texts in (notes or {}).items():
        add_notes(made, kind, texts)
    return saved(made)


def add_notes(made, kind: str, texts: dict[int, tuple[str, str]]) -> None:
    part = Part(PackURI(f"/word/{kind}.xml"), NOTES.format(kind), b"", made.part.package)
    entries = []
    for number, (words, url) in texts.items():
        relation = part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = f'<w:hyperlink r:id="{relation}">{run("here")}</w:hyperlink>'
        entries.append(
            f'<w:{kind[:-1]} w:id="{number}"><w:p>{run(words + " ")}{link}</w:p></w:{kind[:-1]}>'
        )
    part._blob = f"<w:{kind} {SPACES}>{''.join(entries)}</w:{kind}>".encode()
    made.part.relate_to(part, f"{R}/{kind}")


def saved(made) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def told(reading) -> list[tuple[str, list[str]]]:
    urls = {s.id: s.url for s in reading.sources}
    return [(s.text, [urls[i] for i in s.citations]) for s in reading.article.statements]


def test_footnotes_and_endnotes_stand_for_the_statements_that_bear_their_numbers(read):
    content = document(
        run("The dam broke.") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" It was old."),
        run("Nobody knew.") + '<w:r><w:endnoteReference w:id="2"/></w:r>',
        notes={
            "footnotes": {2: ("See the report", "https://foot.example/")},
            "endnotes": {2: ("See the letter", "https://end.example/")},
        },
    )
    assert told(read(content)) == [
        ("The dam broke.", ["https://foot.example/"]),
        ("It was old.", []),
        ("Nobody knew.", ["https://end.example/"]),
    ]


def test_what_a_note_claims_is_no_statement(read):
    content = document(
        run("The dam broke.") + '<w:r><w:footnoteReference w:id="2"/></w:r>',
        notes={"footnotes": {2: ("It was built in 1931, says", "https://foot.example/")}},
    )
    assert [s.text for s in read(content).article.statements] == ["The dam broke."]


def test_a_note_that_is_not_there_leaves_its_statement_as_it_is(read):
    content = document(run("The dam broke.") + '<w:r><w:footnoteReference w:id="9"/></w:r>')
    (statement,) = read(content).article.statements
    assert statement.text.startswith("The dam broke.")
    assert statement.citations == ()


def test_tracked_deletions_and_comments_are_no_text_and_insertions_are(read):
    made = docx.Document()
    paragraph = made.add_paragraph("The dam ")
    made.add_comment(paragraph.runs, text="Is this true?", author="Ed", initials="E")
    for xml in (
        f"<w:del {SPACES}><w:r><w:delText>never broke</w:delText></w:r></w:del>",
        f"<w:ins {SPACES}>{run('broke')}</w:ins>",
        f"<w:moveFrom {SPACES}>{run(' in May')}</w:moveFrom>",
        f"<w:r {SPACES}><w:t xml:space='preserve'> in June.</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    assert read(saved(made)).article.text == "The dam broke in June."


def test_a_link_kept_as_a_field_and_one_in_a_content_control_are_links(read):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://field.example/a?b=1&amp;c=2" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("broke")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = (
        f"<w:fldSimple w:instr='HYPERLINK \"https://simple.example/\"'>{run('old')}</w:fldSimple>"
    )
    content = document(
        f"{run('The dam ')}{field}{run('. It was ')}<w:sdt><w:sdtContent>{simple}"
        f"</w:sdtContent></w:sdt>{run('.')}"
    )
    reading = read(content)
    assert reading.article.text == "The dam broke. It was old."
    anchors = [
        (reading.article.text[c.start : c.end], c.url)
        for c in reading.article.citations
        if c.basis is CitationBasis.DIRECT
    ]
    assert anchors == [
        ("broke", "https://field.example/a?b=1&c=2"),
        ("old", "https://simple.example/"),
    ]


def test_a_table_in_a_table_is_read_once(read):
    made = docx.Document()
    cell = made.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Dams"
    cell.add_table(rows=1, cols=1).cell(0, 0).text = "Five of them broke."
    assert read(saved(made)).article.text.count("Five of them broke.") == 1


def test_headings_keep_their_levels_and_the_first_is_the_title(read):
    made = docx.Document()
    made.add_heading("A dam breaks", level=1)
    made.add_paragraph("The dam broke on Monday.")
    made.add_heading("Fear downstream", level=2)
    made.add_paragraph("People left their homes.")
    article = read(saved(made)).article
    assert article.title == "A dam breaks"
    kinds = [b.kind for b in article.blocks]
    assert kinds.count(BlockKind.HEADLINE) == 2
    assert [s.kind for s in article.statements] == ["fact", "fact", "boilerplate", "fact"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;">',
    ],
    ids=["external", "bomb"],
)
def test_a_document_that_declares_entities_is_refused_by_name(read, declared, encoding):
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{declared}]>'
        f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)
    with pytest.raises(UnreadableArticle, match="entities"):
        read(replaced(document(run("A")), "word/document.xml", xml))


def replaced(content: bytes, name: str, part: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return buffer.getvalue()
