"""explain: what a report holds of every candidate, and errors about what is no report."""

import json

import pytest

from binary import run, sample
from schema import check


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A run with deliveries and with rejections of a duplicate, made by moving two bounds."""
    directory = tmp_path_factory.mktemp("explain")
    done = run(
        sample("portrait.jpg"), "-n", "3", "--strength", "0.05", "--vary", "lighting", "--set", "diversity=0.95",
        "--set", "source_difference=0.97", "--keep-rejected", "-o", "out", "--json", cwd=directory)
    document = json.loads(done.stdout)
    assert document["delivered"] >= 1 and document["rejected"] >= 1, done.stderr
    return directory


def document(home):
    return json.loads((home / "out" / "report.json").read_text())


def test_lists_every_candidate(home):
    report = document(home)
    done = run("explain", "out", cwd=home)
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout == run("explain", "out/report.json", cwd=home).stdout
    facts, empty, header, *rows = done.stdout.splitlines()
    assert "gate calibrated, diversity=0.95, source_difference=0.97" in facts and "quality medium" in facts
    assert f"{report['delivered']} delivered, {report['rejected']} rejected" in facts
    assert empty == "" and header.split() == ["verdict", "decided", "by", "value", "bound", "margin", "candidate"]
    names = [f"{i + 1}" for i in range(report["delivered"])] + [f"r{i + 1}" for i in range(report["rejected"])]
    assert [row.split()[0] for row in rows] == names
    assert all(("repeat" in row) == row.startswith("r") and ("accept" in row) != row.startswith("r") for row in rows)
    assert all("-0." in row for row in rows if row.startswith("r"))
    # One table: each name begins in the same column.
    assert all(row[header.index("candidate"):].startswith("portrait-") for row in rows)


@pytest.mark.parametrize("name", ["1", "r1", "R1"])
def test_shows_every_check_of_one(home, name):
    report = document(home)
    candidate = (report["variations"] if name == "1" else report["rejections"])[0]
    done = run("explain", "out", name, cwd=home)
    assert done.returncode == 0 and done.stderr == ""
    title, outcome, _, header, *rows = done.stdout.splitlines()
    assert title.startswith("1: accept" if name == "1" else "r1: repeat")
    checks = candidate["verdict"]["checks"]
    assert len(rows) == len(checks)
    assert outcome == ("all 18 checks passed" if name == "1" else f"{sum(not c['passed'] for c in checks)} of 18 checks failed")
    # One table: each sentence begins in the same column.
    assert {row.index(c["advice"]) for row, c in zip(rows, checks)} == {header.index("meaning")}
    for row, found in zip(rows, checks):
        assert row.startswith("ok" if found["passed"] else "no") and found["metric"] in row
        if found["value"] < 100:
            assert f" {found['value']:.3f} " in row and f"{found['margin']:+.3f}" in row


def test_json_is_as_documented(home):
    report = document(home)
    whole = json.loads(run("explain", "out", "--json", cwd=home).stdout)
    check(whole, "explanation")
    assert [c["checks"] for c in whole["candidates"]] == [
        c["verdict"]["checks"] for c in report["variations"] + report["rejections"]]
    assert whole.get("setDiversity") == report.get("setDiversity")
    for candidate in whole["candidates"]:
        decided = candidate["decided"]
        assert decided in candidate["checks"] and decided["passed"] == candidate["accept"]
    one = json.loads(run("explain", "out", "r1", "--json", cwd=home).stdout)
    check(one, "explanation")
    assert one["candidates"] == [c for c in whole["candidates"] if c["candidate"] == "r1"]


@pytest.mark.parametrize("name", ["0", "99", "r99", "rr", "-1", "one"])
def test_there_must_be_such_a_candidate(home, name):
    done = run("explain", "out", name, cwd=home)
    assert done.returncode == 2 and done.stdout == ""
    assert f"variate: {name}: there is no such candidate in the report; it has 1" in done.stderr


def older(report):
    for candidate in report["variations"] + report["rejections"]:
        del candidate["verdict"]["checks"]
    return report


def cut(report):
    del report["variations"][0]["axis"]
    return report


@pytest.mark.parametrize("change, words", [
    (lambda r: "nothing", "not JSON"),
    (lambda r: "[1]", "not a report of variate generate"),
    (lambda r: '{"a": 1}', "not a report of variate generate"),
    (lambda r: json.dumps({**r, "schema": "variate.run/9"}), "of the version 'variate.run/9', and this variate reads variate.run/1"),
    (lambda r: json.dumps({**r, "schema": 4}), "not a report of variate generate"),
    (lambda r: json.dumps(older(r)), "written by an older variate, without the list of all checks"),
    (lambda r: json.dumps({k: v for k, v in r.items() if k != "gateChanges"}), "written by an older variate"),
    (lambda r: json.dumps(cut(r)), "not a report: variations[0].axis is missing"),
    (lambda r: json.dumps({**r, "delivered": "x"}), "not a report: delivered is of the wrong type"),
    (lambda r: "", "empty"),
])
def test_what_is_no_report_is_named(home, tmp_path, change, words):
    (tmp_path / "report.json").write_text(change(document(home)))
    for where in ("report.json", "."):
        done = run("explain", where, cwd=tmp_path)
        assert done.returncode == 2 and done.stdout == ""
        assert "report.json: " in done.stderr and words in done.stderr, done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments, words", [
    ([], "explain: REPORT is missing"),
    (["nowhere"], "nowhere: cannot be read: there is no such file"),
    (["out", "1", "2"], "2: one argument too many for explain"),
    (["out", "--profile", "strict"], "--profile: cannot be used with out"),
    (["--profile", "strct"], "did you mean strict?"),
])
def test_usage_errors(home, arguments, words):
    done = run("explain", *arguments, cwd=home)
    assert done.returncode == 2 and done.stdout == "" and words in done.stderr, done.stderr


def test_a_report_of_the_first_design(tmp_path):
    done = run(sample("cat.png"), "-n", "2", "--gate", "seed-literal", "-o", "out", cwd=tmp_path)
    assert done.returncode == 3
    done = run("explain", "out", "r1", cwd=tmp_path)
    assert done.returncode == 0 and "object_integrity" in done.stdout and "of 6 checks failed" in done.stdout


def test_hostile_words_cannot_move_the_cursor(home, tmp_path):
    report = document(home)
    report["variations"][0]["summary"] = "\x1b[2J\nforged"
    (tmp_path / "report.json").write_text(json.dumps(report))
    for arguments in (["report.json"], ["report.json", "1"]):
        done = run("explain", *arguments, cwd=tmp_path)
        assert "\x1b" not in done.stdout and "\\u{1b}[2J\\nforged" in done.stdout
