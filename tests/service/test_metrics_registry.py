"""Every metric is documented, and no dashboard or alert asks for one that there is not."""

import json
import re
from pathlib import Path

import pytest
import yaml

from service.metrics import FETCHES, KEPT, STAGES, Metrics

DEPLOY = Path(__file__).parents[2] / "deploy"
_ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| ([^|]*)\|", re.MULTILINE)
_NAME = re.compile(r"\bsourceproof_\w+")


def registered() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name as it is written out, kind and labels of each metric of the registry."""
    made = Metrics()
    own = [each for each in vars(made).values() if hasattr(each, "_labelnames")]
    found = {each._name: (each._type, each._labelnames) for each in own}
    found |= {kept.name: (kept.metric([]).type, kept.labels) for kept in KEPT}
    return {
        f"{name}_total" if kind == "counter" else name: (kind, labels)
        for name, (kind, labels) in found.items()
    }


def series() -> set[str]:
    """Every name that a query may use."""
    names = registered()
    histograms = {name for name, (kind, _) in names.items() if kind == "histogram"}
    parts = {f"{name}_{part}" for name in histograms for part in ("bucket", "sum", "count")}
    return (set(names) - histograms) | parts


def test_the_page_of_metrics_and_the_registry_hold_the_same():
    text = (DEPLOY / "metrics.md").read_text(encoding="utf-8")
    told = {
        name: (kind, tuple(re.findall(r"`(\w+)`", labels)))
        for name, kind, labels in _ROW.findall(text)
    }
    assert told == registered()


def test_the_registry_gives_what_it_says(door):
    """Each name of the page is in what Prometheus reads, help and type at least."""
    text = door.client.get("/metrics").text
    declared = set(re.findall(r"^# TYPE (\S+)", text, re.MULTILINE))
    assert set(registered()) <= declared


def test_a_dashboard_asks_for_nothing_that_there_is_not():
    board = json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))
    asked = {t["expr"] for panel in board["panels"] for t in panel["targets"]}
    assert len(asked) >= len(registered()) - 1
    found = {name for expression in asked for name in _NAME.findall(expression)}
    assert found <= series()
    shown = {re.sub(r"_(bucket|sum|count)$", "", name) for name in found}
    assert shown == set(registered()), "every metric has a panel"


def test_alerts_ask_for_nothing_that_there_is_not():
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text(encoding="utf-8"))
    (group,) = rules["groups"]
    for rule in group["rules"]:
        assert {"alert", "expr", "labels", "annotations"} <= rule.keys()
        found = set(_NAME.findall(rule["expr"]))
        assert found
        assert found <= series()


@pytest.mark.parametrize(("seconds", "below"), [(0.05, 13), (0.1, 13), (7, 7), (601, 1)])
def test_an_observation_is_in_every_bucket_from_its_own_on(seconds, below):
    counts = STAGES.observe("collect", seconds=seconds)
    samples = STAGES.metric(list(counts)).samples
    full = [s for s in samples if s.name.endswith("_bucket") and s.value == 1]
    assert len(full) == below
    assert {s.value for s in samples if s.name.endswith("_sum")} == {seconds}
    assert [s.value for s in samples if s.labels.get("le") == "+Inf"] == [1]


def test_a_counter_that_was_never_added_to_shows_nothing_and_one_that_was_its_labels():
    assert FETCHES.metric([]).samples == []
    (sample,) = FETCHES.metric([FETCHES.count("ok", by=3)]).samples
    assert (sample.labels, sample.value) == ({"access": "ok"}, 3)
