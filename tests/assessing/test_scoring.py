import json

import pytest

from service.errors import InvalidInput
from workers.assessing.scoring import score_rows

ROW = {"id": "1", "statement": "The bridge was closed on Monday.", "lang": "en"}


def _lines(*rows):
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def test_rows_come_back_in_order_with_passages_that_give_back_their_text():
    texts = ["Nothing of that sort.", "They met. The bridge was closed on Monday. They left."]
    lines = _lines({**ROW, "source": texts}, {**ROW, "id": 7, "source": texts[0]})
    first, second = list(score_rows(lines))
    assert (first["id"], second["id"]) == ("1", 7)
    assert first["verdict"] == "supported"
    for passage in first["evidence"]:
        assert texts[passage["source"]][passage["start"] : passage["end"]] == passage["text"]


def test_the_order_of_texts_in_a_row_does_not_change_its_answer():
    texts = ["The bridge was open.", "The bridge was closed on Monday by the council."]
    one, other = score_rows(_lines({**ROW, "source": texts}, {**ROW, "source": texts[::-1]}))
    assert (one["verdict"], one["support"]) == (other["verdict"], other["support"])


def test_a_row_without_text_could_not_be_checked_and_its_support_is_null():
    (answer,) = score_rows(_lines({**ROW, "source": []}))
    assert answer["verdict"] == "could_not_check"
    assert answer["support"] is None


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"statement": 1}', '{"statement": "a", "source": 3}',
     '{"statement": "a", "source": "b", "lang": 5}'],
)  # fmt: skip
def test_a_bad_row_is_refused_by_its_line(line):
    with pytest.raises(InvalidInput, match="line 2"):
        list(score_rows(["", line]))
