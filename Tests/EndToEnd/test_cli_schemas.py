"""Every machine-readable document against the schema that ships with the tool."""

import json
import os

import pytest

from binary import ROOT, run, sample
from schema import check, faults, load


def test_the_checker_finds_faults():
    schema = {
        "type": "object", "properties": {"a": {"type": "integer", "minimum": 1}, "b": {"enum": ["x"]}},
        "required": ["a"], "additionalProperties": False,
    }
    assert list(faults({"a": 1, "b": "x"}, schema, schema, "$")) == []
    for document in ([], {}, {"a": 0}, {"a": True}, {"a": 1.5}, {"a": 1, "b": "y"}, {"a": 1, "c": 0}):
        assert len(list(faults(document, schema, schema, "$"))) == 1, document


def test_inspection(tmp_path):
    done = run("inspect", "--json", *[sample(n) for n in ("cat.png", "rotated.jpg", "balloons.png", "citrus.webp")], cwd=tmp_path)
    assert len(done.stdout.splitlines()) == 4
    for line in done.stdout.splitlines():
        check(json.loads(line), "inspection")
        assert list(json.loads(line)) == list(load("inspection")["properties"])


def test_comparison(tmp_path):
    for other in ("cat.png", "portrait.jpg"):
        done = run("compare", "--json", sample("cat.png"), sample(other), cwd=tmp_path)
        check(json.loads(done.stdout), "comparison")


GATES = ["calibrated", "strict", "lenient", "seed-literal"]


@pytest.mark.parametrize("gate", GATES)
def test_gate_profiles(gate):
    with open(os.path.join(ROOT, "Sources", "Variate", "Quality", "Profiles", f"{gate}.json"), encoding="utf-8") as file:
        profile = json.load(file)
    assert profile["name"] == gate
    check(profile, "gate")
    schema = load("gate")
    assert list(faults({**profile, "bounds": {"similarty": 1}}, schema, schema, "$"))


@pytest.mark.parametrize("gate", GATES)
def test_judgement(gate, tmp_path):
    source, other = sample("cat.png"), sample("portrait.jpg")
    case = {"id": [1, {"a": None}], "source": source, "candidate": other, "previous": [source]}
    (tmp_path / "cases.jsonl").write_text(json.dumps(case) + "\n{}\nnothing\n")
    done = run("gate", "--input", "cases.jsonl", "--gate", gate, cwd=tmp_path)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 3 and found[0]["id"] == case["id"]
    done = run("score", source, other, "--source", source, "--json", "--gate", gate, cwd=tmp_path)
    found += [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 5
    for judgement in found:
        check(judgement, "judgement")
    for judgement in (j for j in found if "checks" in j):
        failed = [{k: c[k] for k in ("check", "metric", "value", "bound", "advice")}
                  for c in judgement["checks"] if not c["passed"]]
        assert all(reason in failed for reason in judgement["reasons"])
        assert bool(failed) != judgement["accept"]
        assert all(c["passed"] == (c["margin"] >= 0) for c in judgement["checks"])


def test_duplicates(tmp_path):
    (tmp_path / "copy.png").write_bytes(open(sample("cat.png"), "rb").read())
    done = run("dedupe", sample("cat.png"), "copy.png", sample("portrait.jpg"), "--json", cwd=tmp_path)
    found = json.loads(done.stdout)
    check(found, "duplicates")
    assert len(found["groups"]) == 1


def test_run(tmp_path):
    done = run(sample("cat.png"), "-n", "2", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    check(json.loads(done.stdout), "run")
    assert json.loads((tmp_path / "cat-variations" / "report.json").read_text()) == json.loads(done.stdout)
    done = run(sample("cat.png"), "-n", "2", "--events", "--force", cwd=tmp_path)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events].count("result") == 1 and events[-1]["event"] == "result"
    check(events[-1]["report"], "run")
