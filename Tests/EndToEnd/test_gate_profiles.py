"""--gate NAME|FILE and --set, wherever the gate is used, and explain --profile."""

import json
import os

import pytest

from binary import run, sample
from schema import check

NAMES = ["calibrated", "strict", "lenient", "seed-literal"]


def write(path, **members):
    path.write_text(json.dumps({"schema": "variate.gate/1", "name": "mine", **members}))
    return path


def judge(home, *arguments, environment=None):
    done = run(
        "score", sample("portrait.jpg"), "--source", sample("cat.png"), "--json", *arguments, cwd=home,
        **(environment or {}))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def bound(judgement, metric):
    return next(c["bound"] for c in judgement["checks"] if c["metric"] == metric)


@pytest.mark.parametrize("name", NAMES)
def test_prints_bundled_profiles(tmp_path, name):
    done = run("explain", "--profile", name, cwd=tmp_path)
    profile = json.loads(done.stdout)
    check(profile, "gate")
    assert profile["name"] == name and "extends" not in profile
    # What is printed can be used as it is.
    (tmp_path / "copy.json").write_text(done.stdout)
    assert run("explain", "--profile", "copy.json", cwd=tmp_path).stdout == done.stdout
    assert judge(tmp_path, "--gate", "copy.json") == judge(tmp_path, "--gate", name)


def test_prints_what_set_changes(tmp_path):
    done = run(
        "explain", "--profile", "strict", "--set", "similarity=0.25,noisy=2", "--set", "blurred.variance_fall=0.7",
        cwd=tmp_path)
    profile = json.loads(done.stdout)
    check(profile, "gate")
    assert profile["bounds"]["similarity"] == 0.25 and profile["bounds"]["noisy"] == 2
    assert profile["detectors"]["blurred"]["variance_fall"] == 0.7


@pytest.mark.parametrize("extended", NAMES)
def test_a_file_holds_only_what_differs(tmp_path, extended):
    check(json.loads(write(tmp_path / "mine.json", extends=extended, bounds={"diversity": 0.11}).read_text()), "gate")
    judgement = judge(tmp_path, "--gate", "./mine.json")
    assert bound(judgement, "diversity") == 0.11
    assert bound(judgement, "similarity") == bound(judge(tmp_path, "--gate", extended), "similarity")


def test_the_gate_command_takes_both(tmp_path):
    write(tmp_path / "mine.json", extends="calibrated", bounds={"diversity": 0.11})
    case = {"source": sample("cat.png"), "candidate": sample("portrait.jpg")}
    (tmp_path / "cases.jsonl").write_text(json.dumps(case) + "\n")
    done = run("gate", "--input", "cases.jsonl", "--gate", "mine.json", "--set", "similarity=0", cwd=tmp_path)
    judgement = json.loads(done.stdout)
    assert bound(judgement, "diversity") == 0.11 and bound(judgement, "similarity") == 0


def test_later_assignments_win(tmp_path):
    judgement = judge(tmp_path, "--set", "similarity=0.1", "--set", "similarity=0.2", "--set", "similarity=0.1")
    assert bound(judgement, "similarity") == 0.1


@pytest.mark.parametrize("arguments, words", [
    (["--set", "similarty=0.2"], "--set: similarty: the profile calibrated has no such metric; did you mean similarity?"),
    (["--set", "similarity"], "--set: must be METRIC=BOUND, for example similarity=0.25, not 'similarity'"),
    (["--set", "similarity=x"], "--set: must be METRIC=BOUND"),
    (["--set", "similarity=nan"], "--set: must be METRIC=BOUND"),
    (["--set", "similarity=1e999"], "--set: must be METRIC=BOUND"),
    (["--set", "similarity=7"], "--set: similarity: must be 0.0 to 1.0, not 7.0"),
    (["--gate", "seed-literal", "--set", "blurred=1"], "the profile seed-literal has no such metric"),
    (["--gate", "strct"], "--gate: must be calibrated, strict, lenient, seed-literal or the path of a file, not 'strct'"),
    (["--gate", "strct"], "did you mean strict?"),
    (["--gate", "none.json"], "none.json: cannot be read: there is no such file"),
    (["--gate", "."], ".: cannot be read: it is a directory"),
    (["--gate", "bad.json"], "bad.json: bounds.blured: no such key; did you mean blurred?"),
    (["--gate", "text.json"], "text.json: not JSON"),
])
def test_mistakes_are_usage_errors(tmp_path, arguments, words):
    write(tmp_path / "bad.json", extends="strict", bounds={"blured": 1})
    (tmp_path / "text.json").write_text("bounds: 1")
    for command in (["score", "x.png", "--source", "y.png"], ["gate", "--input", "z"], ["generate", "x.png"]):
        done = run(*command, *arguments, cwd=tmp_path)
        assert done.returncode == 2 and done.stdout == "" and words in done.stderr, done.stderr


def test_a_run_is_named_by_what_decides_it(tmp_path):
    write(tmp_path / "mine.json", extends="calibrated", bounds={"diversity": 0.21})

    def plan(*arguments):
        done = run("generate", sample("cat.png"), "--dry-run", "--json", *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["run"]

    first = plan()
    assert plan("--gate", "calibrated") == first
    described = plan("--gate", "mine.json")
    write(tmp_path / "mine.json", extends="calibrated", bounds={"diversity": 0.21}, description="The same bounds.")
    assert plan("--gate", "mine.json") == described
    write(tmp_path / "mine.json", extends="calibrated", bounds={"diversity": 0.22})
    ids = [first, described, plan("--gate", "mine.json"), plan("--gate", "strict"), plan("--set", "diversity=0.25"),
           plan("--set", "diversity=0.26")]
    assert len(set(ids)) == len(ids)


def test_the_report_names_what_judged(tmp_path):
    done = run(
        sample("cat.png"), "-n", "1", "--gate", "lenient", "--set", "similarity=0.2", "--events", cwd=tmp_path)
    report = json.loads(done.stdout.splitlines()[-1])["report"]
    check(report, "run")
    assert report["gate"] == "lenient" and report["gateChanges"] == [{"metric": "similarity", "bound": 0.2}]
    assert report["variations"][0]["verdict"]["checks"][0]["bound"] == 0.2
    page = (tmp_path / "cat-variations" / "report.html").read_text()
    assert "lenient, similarity=0.2" in page


def test_the_shape_asked_for_is_checked(tmp_path):
    done = run(sample("meadow.jpg"), "-n", "1", "--aspect-ratio", "1:1", "--json", cwd=tmp_path)
    checks = json.loads(done.stdout)["variations"][0]["verdict"]["checks"]
    shape = next(c for c in checks if c["metric"] == "aspect_ratio")
    assert shape["bound"] == 1.12 and shape["value"] < 1.02 and "asked for" in shape["advice"]


# A project's file, the environment and the user's own.

def test_other_places_can_set_both(tmp_path):
    assert bound(judge(tmp_path, environment={"VARIATE_SET": "similarity=0.21,noisy=2"}), "noisy") == 2
    assert bound(judge(tmp_path, environment={"VARIATE_GATE": "strict"}), "similarity") == 0.4
    (tmp_path / ".variate.json").write_text('{"gate": "strict", "set": ["similarity=0.22"]}')
    assert bound(judge(tmp_path), "similarity") == 0.22
    assert bound(judge(tmp_path), "diversity") == 0.25
    assert bound(judge(tmp_path, "--set", "diversity=0.1"), "similarity") == 0.4


def test_a_projects_profile_is_found_beside_its_file(tmp_path):
    inner = tmp_path / "project" / "deep"
    inner.mkdir(parents=True)
    os.mkdir(tmp_path / "project" / ".git")
    write(tmp_path / "project" / "mine.json", extends="calibrated", bounds={"similarity": 0.23})
    (tmp_path / "project" / ".variate.json").write_text('{"gate": "mine.json"}')
    assert bound(judge(inner), "similarity") == 0.23


@pytest.mark.parametrize("path", ["../mine.json", "{home}/mine.json", "link.json", "deep/../../mine.json"])
def test_a_project_cannot_read_files_outside(tmp_path, path):
    project = tmp_path / "project"
    (project / "deep").mkdir(parents=True)
    outside = write(tmp_path / "mine.json", extends="calibrated", bounds={"similarity": 0.23})
    os.symlink(outside, project / "link.json")
    (project / ".variate.json").write_text(json.dumps({"gate": path.format(home=tmp_path)}))
    done = run(
        "score", sample("portrait.jpg"), "--source", sample("cat.png"), "--json", cwd=project)
    assert done.returncode == 0
    assert "gate: ignored; it leads out of the project's directory" in done.stderr
    assert bound(json.loads(done.stdout), "similarity") == 0.3
    # The user may name any file.
    assert bound(judge(project, "--gate", str(outside)), "similarity") == 0.23


def test_the_doctor_reads_the_profile(tmp_path):
    def gate(**environment):
        done = run("doctor", "--json", cwd=tmp_path, **environment)
        found = next(c for c in json.loads(done.stdout)["checks"] if c["name"] == "gate")
        assert (done.returncode == 0) == found["ok"]
        return found["ok"], found["found"]

    assert gate() == (True, "calibrated")
    assert gate(VARIATE_GATE="strict", VARIATE_SET="noisy=2") == (True, "strict, noisy=2")
    assert gate(VARIATE_SET="noicy=2") == (False, "VARIATE_SET: noicy: the profile calibrated has no such metric")
    assert gate(VARIATE_GATE="none.json") == (False, "none.json: cannot be read: there is no such file")


def test_a_mistake_in_a_file_is_named_by_its_place(tmp_path):
    (tmp_path / ".variate.json").write_text('{"set": ["similarty=0.2"]}')
    done = run("explain", "--profile", "strict", cwd=tmp_path)
    assert done.returncode == 2 and ".variate.json: set: similarty: " in done.stderr
