"""`sourceproof score`: rows of statement and source in, a verdict a row out."""

import json
from pathlib import Path

from cli.command import sourceproof

SOURCE = "The council of Marlow bought nine trams. “We waited long enough,” the mayor said."
ROWS = [
    {"id": "a", "statement": "Marlow's council bought nine trams.", "source": SOURCE},
    {"id": "b", "statement": "Castlegate shut its zoo in spring.", "source": [SOURCE, "It rains."]},
    {"id": 3, "statement": "“We waited far too long,” the mayor said.", "source": SOURCE},
]


def _score(tmp_path: Path, text: str) -> tuple[int, list[dict[str, object]], str]:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(text)
    done = sourceproof("score", pairs)
    return done.code, [json.loads(line) for line in done.out.splitlines()], done.err


def test_each_row_gets_an_answer_in_order_with_passages_that_give_their_text_back(
    tmp_path: Path,
) -> None:
    code, answers, _ = _score(tmp_path, "\n".join(map(json.dumps, ROWS)))
    assert code == 0
    assert [answer["id"] for answer in answers] == ["a", "b", 3]
    assert [answer["verdict"] for answer in answers][:2] == ["supported", "not_found"]
    (passage, *_) = answers[0]["evidence"]
    assert SOURCE[passage["start"] : passage["end"]] == passage["text"]


def test_quotations_of_a_row_are_compared_with_its_sources(tmp_path: Path) -> None:
    _, answers, _ = _score(tmp_path, json.dumps(ROWS[2]))
    (quote,) = answers[0]["quotes"]
    assert quote["result"] in {"altered", "not_found"}
    assert answers[0]["verdict"] != "contradicted"


def test_a_row_that_is_none_is_named_by_its_line(tmp_path: Path) -> None:
    code, answers, said = _score(tmp_path, json.dumps(ROWS[0]) + "\n{not json\n")
    assert code == 2
    assert len(answers) == 1
    assert "line 2" in said
