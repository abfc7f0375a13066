"""The corpus maker and the benchmark of the gate, from pictures to figures that add up."""

import json
import os
import subprocess

import pytest

from binary import ROOT, SAMPLES, run
from schema import check

#: A few kinds of each label, so that a corpus takes seconds.
KINDS = "warm,crop,duotone,flip,jpeg_again,shifted,webp,blank,blur,latent_noise,unrelated,pixel_art"


#: Kinds that need something special of a picture: a sky, green leaves, strong edges, another picture on white.
PICKY = {"added_object", "autumn", "banding", "damaged_jpeg", "halos", "infrared", "missing_channel", "new_sky",
         "winter", "wrapped_around"}


def make(*arguments):
    command = [os.path.join(ROOT, "scripts", "gate-corpus"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def make_corpus(out, *more):
    pictures = [os.path.join(SAMPLES, name) for name in ("cat.png", "portrait.jpg")]
    return make(*pictures, "--out", out, "--max-side", 320, "--only", KINDS, *more)


def cases_of(folder):
    return [json.loads(line) for line in (folder / "cases.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    done = make_corpus(folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_corpus_is_a_function_of_its_seed(corpus, tmp_path):
    assert make_corpus(tmp_path, "--jobs", "1").returncode == 0
    first, second = cases_of(corpus), cases_of(tmp_path)
    assert [case["id"] for case in first] == [case["id"] for case in second]
    for one, other in zip(first, second):
        with open(one["candidate"], "rb") as a, open(other["candidate"], "rb") as b:
            assert a.read() == b.read(), one["id"]


def test_every_case_is_complete(corpus):
    cases = cases_of(corpus)
    assert {case["label"] for case in cases} == {"good", "dup", "weak"}
    assert {case["type"] for case in cases} == set(KINDS.split(","))
    assert len({case["id"] for case in cases}) == len(cases)
    ids = {case["id"] for case in cases}
    for case in cases:
        assert case["half"] in ("a", "b")
        assert all(os.path.exists(path) for path in [case["source"], case["candidate"], *case["previous"]])
        assert case.get("twin_of", case["id"]) in ids
        assert case["candidate"] not in case["previous"]
    assert any("twin_of" in case for case in cases)


def test_every_kind_makes_something(tmp_path):
    """Of an opaque and a transparent picture; an edit that wrote into its source would fail."""
    pictures = [os.path.join(SAMPLES, name) for name in ("cat.png", "balloons.png")]
    done = make(*pictures, "--out", tmp_path, "--max-side", 160, "--no-twins")
    assert done.returncode == 0, done.stderr
    cases = cases_of(tmp_path)
    named = {line.split()[0] for line in make("--list").stdout.splitlines() if line.startswith("  ")}
    assert len(named) > 160
    assert named - {case["type"] for case in cases} <= PICKY
    of_balloons = {case["type"]: case["candidate"] for case in cases if case["sid"] == "balloons"}
    assert of_balloons["flip"].endswith(".png") and of_balloons["flat_art"].endswith(".jpg")


def test_the_corpus_maker_refuses_what_it_cannot_use(tmp_path):
    assert "no kind is called melons" in make_corpus(tmp_path, "--only", "melons").stderr
    done = make(os.path.join(SAMPLES, "cat.png"), "--out", tmp_path)
    assert done.returncode == 1 and "at least two scenes" in done.stderr


def test_figures_add_up(corpus, tmp_path):
    done = run("bench", "gate", "--corpus", corpus, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    check(report, "gate-benchmark")
    cases = cases_of(corpus)
    plain = [case for case in cases if "twin_of" not in case]
    certain = [case for case in plain if not case["arguable"]]
    assert (report["cases"], report["twinCases"]) == (len(plain), len(cases) - len(plain))
    assert report["arguable"] == len(plain) - len(certain) > 0
    rows = {row["name"]: row["figures"] for row in report["totals"]}
    for label, figure in (("good", "goodAccepted"), ("dup", "duplicatesCalled"), ("weak", "weakRejected")):
        assert rows["all"][figure]["of"] == sum(case["label"] == label for case in certain)
        assert sum(rows[half][figure]["count"] for half in rows if half != "all") == rows["all"][figure]["count"]
    for name in {case["type"] for case in plain}:
        found = next(row for row in report["classes"] if row["type"] == name)
        assert found["right"]["of"] == sum(case["type"] == name for case in plain)
        assert sum(half["count"] for half in found["halves"].values()) == found["right"]["count"]
    assert rows["all"]["duplicatesCalled"]["rate"] == 1
    assert next(row for row in report["classes"] if row["type"] == "blank")["right"]["rate"] == 1
    assert report["comparison"][1]["name"] == "seed-literal"
    for row in report["levels"]:
        assert row["figures"]["goodAccepted"]["low"] <= row["figures"]["goodAccepted"]["rate"]


def test_text_and_markdown(corpus, tmp_path):
    done = run("bench", "gate", "--corpus", corpus, "--quick", cwd=tmp_path)
    assert done.returncode == 0 and "Weak, by class" in done.stdout
    done = run("bench", "gate", "--corpus", corpus, "--quick", "--markdown", cwd=tmp_path)
    assert "| class | n | rejected | a | b | reasons |" in done.stdout
    assert run("bench", "gate", "--corpus", corpus, "--json", "--markdown", cwd=tmp_path).returncode == 2


def test_what_is_no_corpus_is_said(tmp_path):
    for arguments, words in [
        (("bench", "gate"), "--corpus"), (("bench", "speed", "--corpus", "."), "variate bench gate"),
        (("bench", "gate", "--corpus", "nowhere"), "no such file"),
    ]:
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 2 and words in done.stderr, done.stderr
    (tmp_path / "cases.jsonl").write_text('{"label": "good", "type": "a", "source": "s.png", "candidate": "c.png"}\n')
    done = run("bench", "gate", "--corpus", ".", cwd=tmp_path)
    assert done.returncode == 2 and "s.png" in done.stderr and "1 cases not judged" in done.stderr
