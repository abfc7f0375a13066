"""The main job, as a user sees it: files, paths, reports, exit codes, interrupts."""

import json
import os
import signal
import subprocess

import pytest
from PIL import Image

from binary import SAMPLES, run, sample, start

PICTURES = sorted(n for n in os.listdir(SAMPLES) if n.endswith((".jpg", ".png", ".webp")))


def files(directory):
    return sorted(os.listdir(directory))


def contents(directory):
    return {name: (directory / name).read_bytes() for name in files(directory) if not name.startswith("report")}


@pytest.mark.parametrize("name", PICTURES)
def test_every_sample_yields_four_of_four(name, tmp_path):
    done = run(sample(name), "--count", "4", "--seed", "1", "--output", "out", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["requested"] == report["delivered"] == 4
    assert report["attempts"] <= 8
    assert report["apiCalls"] == 0 and report["cost"]["usd"] == 0
    assert report["setDiversity"] >= 0.2
    stem = os.path.splitext(name)[0]
    for number, variation in enumerate(report["variations"], 1):
        assert os.path.basename(variation["path"]).startswith(f"{stem}-0{number}.")
        assert variation["verdict"]["accept"] and variation["verdict"]["reasons"] == []
        with Image.open(tmp_path / variation["path"]) as picture:
            picture.load()
            assert picture.size == (variation["width"], variation["height"])
    assert {"report.json", "report.html"} <= set(files(tmp_path / "out"))


def test_prints_paths_and_nothing_else(tmp_path):
    done = run(sample("portrait.jpg"), "-n", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"portrait-variations/portrait-0{n}.jpg" for n in (1, 2)]
    assert "built-in generator" in done.stderr
    assert "\x1b" not in done.stderr
    for line in done.stdout.splitlines():
        assert (tmp_path / line).is_file()


def test_the_same_command_gives_the_same_bytes_and_another_seed_others(tmp_path):
    source = sample("cat.png")
    first = run(source, "-n", "3", "--seed", "1", "-o", "one", cwd=tmp_path)
    again = run(source, "-n", "3", "--seed", "1", "-o", "one", cwd=tmp_path)
    elsewhere = run(source, "-n", "3", "--seed", "1", "-o", "two", "--concurrency", "1", cwd=tmp_path)
    other = run(source, "-n", "3", "--seed", "2", "-o", "three", cwd=tmp_path)
    assert [p.returncode for p in (first, again, elsewhere, other)] == [0, 0, 0, 0], again.stderr
    assert first.stdout == again.stdout
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert not set(contents(tmp_path / "one").values()) & set(contents(tmp_path / "three").values())


def test_does_not_overwrite_another_runs_files(tmp_path):
    source = sample("cat.png")
    assert run(source, "-n", "2", "-o", "out", cwd=tmp_path).returncode == 0
    before = contents(tmp_path / "out")
    refused = run(source, "-n", "1", "--seed", "9", "-o", "out", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr and refused.stdout == ""
    assert contents(tmp_path / "out") == before
    forced = run(source, "-n", "1", "--seed", "9", "-o", "out", "--force", cwd=tmp_path)
    assert forced.returncode == 0, forced.stderr
    assert len(contents(tmp_path / "out")) == 1


def test_events_end_in_exactly_one_result(tmp_path):
    done = run(sample("portrait.jpg"), "-n", "2", "--events", cwd=tmp_path)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    names = [event["event"] for event in events]
    assert names[0] == "started" and names[-1] == "result" and names.count("result") == 1
    assert names.count("delivered") == 2
    assert events[-1]["report"]["delivered"] == 2


def test_a_dry_run_makes_nothing(tmp_path):
    done = run(sample("portrait.jpg"), "-n", "4", "--dry-run", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)
    assert plan["requested"] == 4 and plan["maximumAttempts"] == 8
    assert plan["cost"]["estimatedUsd"] == 0
    assert files(tmp_path) == []


def test_the_literal_gate_delivers_nothing_and_says_why(tmp_path):
    done = run(
        sample("portrait.jpg"), "-n", "1", "--gate", "seed-literal", "--keep-rejected", "--json", cwd=tmp_path)
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert report["delivered"] == 0 and report["rejected"] == 2
    for rejection in report["rejections"]:
        assert rejection["verdict"]["reasons"]
        for reason in rejection["verdict"]["reasons"]:
            assert set(reason) == {"check", "metric", "value", "bound", "advice"}
        assert (tmp_path / rejection["path"]).is_file()


def test_asking_for_gemini_without_a_key_is_exit_4(tmp_path):
    done = run(sample("portrait.jpg"), "--backend", "gemini", cwd=tmp_path)
    assert done.returncode == 4
    assert "GEMINI_API_KEY" in done.stderr
    assert files(tmp_path) == []


def test_an_interrupt_saves_what_there_is(tmp_path):
    process = start(
        sample("meadow.jpg"), "-n", "24", "--seed", "5", "--concurrency", "1", "-o", "out", "--events", cwd=tmp_path)
    delivered = 0
    for line in process.stdout:
        if json.loads(line)["event"] == "delivered":
            delivered += 1
            if delivered == 2:
                process.send_signal(signal.SIGINT)
                break
    rest, errors = process.communicate(timeout=120)
    assert process.returncode == 130, errors
    result = json.loads(rest.splitlines()[-1])
    assert result["event"] == "result"
    report = result["report"]
    assert report["stopReason"] == "interrupted"
    assert 2 <= report["delivered"] < 24
    names = files(tmp_path / "out")
    assert not [name for name in names if name.startswith(".")]
    pictures = [name for name in names if name.startswith("meadow-")]
    assert len(pictures) == report["delivered"]
    for name in pictures:
        with Image.open(tmp_path / "out" / name) as picture:
            picture.load()
    assert json.loads((tmp_path / "out" / "report.json").read_text())["delivered"] == report["delivered"]


def test_a_killed_run_goes_on_where_it_was(tmp_path):
    arguments = (sample("portrait.jpg"), "-n", "12", "--seed", "5", "--concurrency", "1", "-o", "out")
    process = start(*arguments, "--events", cwd=tmp_path)
    for line in process.stdout:
        if json.loads(line)["event"] == "delivered":
            process.kill()
            break
    process.communicate(timeout=30)
    left = contents(tmp_path / "out")
    assert left
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    after = contents(tmp_path / "out")
    assert not [name for name in files(tmp_path / "out") if name.startswith(".")]
    for name, content in left.items():
        if name.startswith("portrait-"):
            assert after[name] == content


def test_nothing_of_the_users_is_deleted(tmp_path):
    (tmp_path / "out").mkdir()
    for name in ("cat-2019.jpg", "cat-1.png", "notes.txt"):
        (tmp_path / "out" / name).write_text("mine")
    for more in ((), (), ("--force", "--seed", "3")):
        done = run(sample("cat.png"), "-n", "1", "-o", "out", *more, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    for name in ("cat-2019.jpg", "cat-1.png", "notes.txt"):
        assert (tmp_path / "out" / name).read_text() == "mine"


def test_an_unknown_style_is_refused_before_anything_is_made(tmp_path):
    done = run(sample("cat.png"), "--style", "watercolr", "--dry-run", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean watercolor?" in done.stderr and files(tmp_path) == []


def test_a_second_interrupt_quits_at_once(tmp_path):
    process = start(sample("meadow.jpg"), "-n", "64", "--concurrency", "1", "-o", "out", "--events", cwd=tmp_path)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 130
    if (tmp_path / "out").exists():
        assert not [name for name in files(tmp_path / "out") if name.endswith(".tmp")]


def test_orientation_is_applied_before_anything_else(tmp_path):
    done = run(sample("rotated.jpg"), "-n", "1", "--json", cwd=tmp_path)
    source = json.loads(done.stdout)["source"]
    with Image.open(sample("rotated.jpg")) as stored:
        assert stored.getexif()[0x0112] == 6
        assert (source["width"], source["height"]) == stored.size[::-1]


def test_input_that_is_no_picture_is_exit_2_and_names_the_file(tmp_path):
    (tmp_path / "text.jpg").write_text("not a picture")
    (tmp_path / "empty.png").write_bytes(b"")
    whole = open(sample("portrait.jpg"), "rb").read()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    for name in ("text.jpg", "empty.png", "half.jpg", "absent.png"):
        done = run("generate", name, cwd=tmp_path)
        assert done.returncode == 2, (name, done.stderr)
        assert name in done.stderr and done.stdout == ""
    salvaged = run("half.jpg", "-n", "1", "--salvage", "--gate", "calibrated", cwd=tmp_path)
    assert salvaged.returncode in (0, 3), salvaged.stderr
