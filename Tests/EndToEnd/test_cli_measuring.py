"""inspect, compare, score, gate and dedupe: contracts, bad files, streams."""

import json
import os
import signal
import subprocess

import numpy as np
import pytest
from PIL import Image

from binary import BINARY, SAMPLES, environment, run, sample

INSPECTION = [
    "path", "width", "height", "format", "orientation", "hasAlpha", "ahash", "dhash", "phash", "laplacianVariance",
    "cannyEdgePixels", "components", "aesthetic", "seed",
]
METRICS = {"similarity", "diversity", "aesthetic", "object_integrity", "overall_quality"}
PICTURES = sorted(n for n in os.listdir(SAMPLES) if n.endswith((".jpg", ".png", ".webp")))


def strict(text):
    """Parses JSON and refuses numbers that are not finite."""
    def refuse(name):
        raise AssertionError(f"{name} in JSON")
    return json.loads(text, parse_constant=refuse)


def lines(done):
    return [strict(line) for line in done.stdout.splitlines()]


@pytest.fixture
def bad(tmp_path):
    """Files that are no pictures, with a word of the reason."""
    whole = open(sample("cat.png"), "rb").read()
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.png").write_bytes(b"hello, this is text\n")
    (tmp_path / "short.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "header.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "directory.png").mkdir()
    os.mkfifo(tmp_path / "fifo.png")
    os.symlink("loop.png", tmp_path / "loop.png")
    found = {
        "empty.png": "empty", "text.png": "not a PNG", "short.png": "runcated", "header.jpg": "JPEG",
        "directory.png": "directory", "fifo.png": "FIFO", "loop.png": "circle", "missing.png": "no such file",
    }
    if os.geteuid() != 0:
        (tmp_path / "locked.png").write_bytes(whole)
        os.chmod(tmp_path / "locked.png", 0)
        found["locked.png"] = "permission"
    return found


def test_inspect_goes_on_past_bad_files(bad, tmp_path):
    good = sample("cat.png")
    done = run("inspect", "--json", good, *bad, good, cwd=tmp_path, timeout=60)
    assert done.returncode == 2
    assert [found["path"] for found in lines(done)] == [good, good]
    complaints = done.stderr.splitlines()
    assert len(complaints) == len(bad)
    for (name, word), complaint in zip(bad.items(), complaints):
        assert complaint.startswith(f"variate: {name}: ") and word in complaint


@pytest.mark.parametrize("command", ["compare", "score", "generate", "dedupe"])
def test_no_command_hangs_or_crashes_on_bad_files(command, bad, tmp_path):
    good = sample("cat.png")
    for name, word in bad.items():
        if command == "dedupe" and name == "directory.png":
            continue
        arguments = {
            "compare": ["compare", good, name], "score": ["score", name, "--source", good],
            "generate": ["generate", name], "dedupe": ["dedupe", name],
        }[command]
        done = run(*arguments, cwd=tmp_path, timeout=60)
        assert done.returncode == 2, (name, done.stderr)
        assert word in done.stderr


def test_names_cannot_write_to_the_terminal(tmp_path):
    done = run("inspect", "a\x1b[2Jb\n.png", cwd=tmp_path)
    assert done.returncode == 2 and "\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_inspect_writes_the_documented_fields_in_order(tmp_path):
    done = run("inspect", "--json", *[sample(name) for name in PICTURES], cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    assert [os.path.basename(found["path"]) for found in lines(done)] == PICTURES
    for found in lines(done):
        assert list(found) == INSPECTION
        with Image.open(found["path"]) as picture:
            turned = picture.getexif().get(0x0112, 1) >= 5
            assert (found["width"], found["height"]) == (picture.size[::-1] if turned else picture.size)
            assert found["format"] == picture.format.lower()
        for name in ("ahash", "dhash", "phash"):
            assert len(found[name]) == 16 and found[name] == f"{int(found[name], 16):016x}"
        assert list(found["components"]) == ["count", "largest"]
        areas = [part["area"] for part in found["components"]["largest"]]
        assert areas == sorted(areas, reverse=True) and len(areas) <= 5
        assert list(found["aesthetic"]) == ["colorVariance", "contrast", "brightnessBalance", "sharpness", "score"]
        assert list(found["seed"]) == ["objectIntegrity"]


def test_inspect_equals_the_references(tmp_path):
    cv2, imagehash = pytest.importorskip("cv2"), pytest.importorskip("imagehash")
    names = [name for name in PICTURES if name.endswith(".png")]
    for found in lines(run("inspect", "--json", *[sample(name) for name in names], cwd=tmp_path)):
        with Image.open(found["path"]) as file:
            if "icc_profile" in file.info:
                continue
            picture = file.convert("RGBA").convert("RGB")
        luma = np.asarray(picture.convert("L"))
        assert found["ahash"] == str(imagehash.average_hash(picture))
        assert found["dhash"] == str(imagehash.dhash(picture))
        assert found["phash"] == str(imagehash.phash(picture))
        assert found["laplacianVariance"] == pytest.approx(cv2.Laplacian(luma, cv2.CV_64F).var(), rel=1e-9)
        edges = cv2.Canny(luma, 50, 150)
        assert found["cannyEdgePixels"] == int((edges > 0).sum())
        count, _, statistics, _ = cv2.connectedComponentsWithStats(edges)
        assert found["components"]["count"] == count - 1
        largest = sorted(statistics[1:, cv2.CC_STAT_AREA], reverse=True)[:5]
        assert [part["area"] for part in found["components"]["largest"]] == largest


def test_a_table_for_people(tmp_path):
    done = run("inspect", sample("cat.png"), cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    head, row = done.stdout.splitlines()
    assert head.startswith("file") and "451x300" in row


def test_compare(tmp_path):
    metrics = pytest.importorskip("skimage.metrics")
    source = sample("cat.png")
    with Image.open(source) as file:
        picture = file.convert("RGB")
    picture.point(lambda level: min(255, level + 2)).save(tmp_path / "brighter.png")
    picture.transpose(Image.Transpose.ROTATE_180).save(tmp_path / "turned.png")
    expected = {"brighter.png": "near-duplicate", "turned.png": None}
    for name, relation in expected.items():
        [found] = lines(run("compare", source, name, "--json", cwd=tmp_path))
        with Image.open(tmp_path / name) as other:
            reference = metrics.structural_similarity(
                np.asarray(picture.convert("L")), np.asarray(other.convert("L")))
        assert found["ssim"] == pytest.approx(reference, abs=1e-9)
        assert found["duplicate"] == (relation == "near-duplicate")
        assert relation is None or found["relation"] == relation
        assert list(found["hashDistance"]) == ["ahash", "dhash", "phash"]
    [same] = lines(run("compare", source, source, "--json", cwd=tmp_path))
    assert same["ssim"] == 1 and same["relation"] == "identical" and same["duplicate"]
    [different] = lines(run("compare", source, sample("bee.jpg"), "--json", cwd=tmp_path))
    assert different["resized"] and not different["duplicate"]
    assert "relation" in run("compare", source, source, cwd=tmp_path).stdout


def test_compare_takes_pictures_of_one_pixel(tmp_path):
    Image.new("RGB", (1, 1), (9, 9, 9)).save(tmp_path / "dot.png")
    [found] = lines(run("compare", "dot.png", sample("cat.png"), "--json", cwd=tmp_path))
    assert -1 <= found["ssim"] <= 1
    [found] = lines(run("inspect", "dot.png", "--json", cwd=tmp_path))
    assert found["components"] == {"count": 0, "largest": []}


def test_score_explains_what_it_rejects(tmp_path):
    source = sample("cat.png")
    with Image.open(source) as file:
        file.convert("RGB").resize((64, 43)).resize(file.size).save(tmp_path / "blurred.png")
    done = run("score", "blurred.png", source, "missing.png", "--source", source, "--json", cwd=tmp_path)
    assert done.returncode == 2 and "missing.png" in done.stderr
    blurred, copy = lines(done)
    for found in (blurred, copy):
        assert not found["accept"] and METRICS <= set(found["metrics"])
        for reason in found["reasons"]:
            assert {"check", "metric", "value", "bound", "advice"} == set(reason)
    assert blurred["path"] == "blurred.png" and copy["duplicate"]
    done = run("score", source, "--source", source, cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith("repeat")


def test_gate_answers_every_line_in_order(tmp_path):
    source, other = sample("cat.png"), sample("bee.jpg")
    cases = [
        json.dumps({"id": "same", "source": source, "candidate": source}),
        "not json",
        json.dumps({"id": 7, "source": source}),
        "",
        json.dumps({"id": None, "source": source, "candidate": other, "previous": [other]}),
        json.dumps({"id": "gone", "source": "gone.png", "candidate": other}),
        json.dumps({"id": "typed", "source": 3, "candidate": other}),
        json.dumps([1, 2]),
        json.dumps({"source": source, "candidate": other}),
    ]
    (tmp_path / "cases.jsonl").write_text("\n".join(cases))
    done = run("gate", "--input", "cases.jsonl", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr == ""
    found = lines(done)
    assert len(found) == 8
    assert found[0]["id"] == "same" and found[0]["duplicate"] and not found[0]["accept"]
    assert found[1] == {"line": 2, "error": "not JSON"}
    assert found[2] == {"id": 7, "error": "candidate is missing"}
    assert found[3]["duplicate"] and METRICS <= set(found[3]["metrics"])
    assert found[4]["id"] == "gone" and "no such file" in found[4]["error"]
    assert found[5]["id"] == "typed" and "wrong type" in found[5]["error"]
    assert found[6]["line"] == 8 and "error" in found[6]
    assert "id" not in found[7] and set(found[7]) == {"accept", "duplicate", "reasons", "checks", "metrics"}
    assert done.stdout == run("gate", "--input", "cases.jsonl", cwd=tmp_path).stdout


def test_gate_answers_before_its_input_ends(tmp_path):
    case = json.dumps({"id": 1, "source": sample("cat.png"), "candidate": sample("cat.png")}) + "\n"
    process = subprocess.Popen(
        [BINARY, "gate", "--input", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=tmp_path, env=environment(tmp_path))
    try:
        for _ in range(2):
            process.stdin.write(case)
            process.stdin.flush()
            assert strict(process.stdout.readline())["id"] == 1
        process.stdin.close()
        assert process.stdout.read() == "" and process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def test_gate_needs_a_readable_input(tmp_path):
    for name, word in [("missing.jsonl", "no such file"), (".", "directory"), ("/proc/self/mem", "output error")]:
        done = run("gate", "--input", name, cwd=tmp_path)
        assert done.returncode == 2 and word in done.stderr and done.stdout == ""
        assert len(done.stderr.splitlines()) == 1


def test_gate_says_so_when_its_input_is_closed(tmp_path):
    for number in range(3):
        done = subprocess.run(
            ["/bin/sh", "-c", 'exec "$@" <&-', "sh", BINARY, "gate", "--input", "-"], cwd=tmp_path,
            env=environment(tmp_path), capture_output=True, text=True, timeout=60)
        assert done.returncode == 2 and done.stdout == ""
        assert done.stderr == "variate: standard input: cannot be read: it is closed\n"


def test_a_closed_output_does_not_reach_a_picture(tmp_path):
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&- 2>&-', "sh", BINARY, sample("cat.png"), "-n", "1", "--format", "png"],
        cwd=tmp_path, env=environment(tmp_path), stdin=subprocess.DEVNULL, timeout=300)
    assert done.returncode == 1
    pictures = sorted((tmp_path / "cat-variations").glob("*.png"))
    assert pictures
    for path in pictures:
        with Image.open(path) as picture:
            picture.load()
        assert b"variations/" not in path.read_bytes()


def test_dedupe_keeps_the_largest_and_deletes_nothing(tmp_path):
    with Image.open(sample("cat.png")) as file:
        picture = file.convert("RGB")
    folder = tmp_path / "folder"
    folder.mkdir()
    picture.save(folder / "b-large.png")
    picture.resize((300, 200), Image.Resampling.LANCZOS).save(folder / "a-small.png")
    picture.save(folder / "c-other.jpg", quality=90)
    (folder / "notes.txt").write_text("no picture")
    with Image.open(sample("product.jpg")) as file:
        file.save(folder / "d.webp")
    before = sorted(os.listdir(folder))
    done = run("dedupe", "folder", sample("bee.jpg"), "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = strict(done.stdout)
    assert found["images"] == 5 and len(found["groups"]) == 1
    [group] = found["groups"]
    assert os.path.basename(group["keep"]["path"]) in ("b-large.png", "c-other.jpg")
    assert len(group["duplicates"]) == 2
    assert sorted(os.listdir(folder)) == before
    done = run("dedupe", "folder", cwd=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith("keep") and done.stdout.count("repeats") == 2


def test_a_reader_that_leaves_is_no_error(tmp_path):
    command = [BINARY, "inspect", "--json", *[sample("cat.png")] * 40]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=environment(tmp_path))
    assert process.stdout.readline().startswith("{")
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0 and complaints == ""


def test_an_interrupt_ends_measuring_at_once(tmp_path):
    process = subprocess.Popen(
        [BINARY, "gate", "--input", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=tmp_path, env=environment(tmp_path))
    try:
        case = json.dumps({"source": sample("cat.png"), "candidate": sample("cat.png")}) + "\n"
        process.stdin.write(case.encode())
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


def test_salvage_measures_what_is_there(tmp_path):
    whole = open(sample("portrait.jpg"), "rb").read()
    (tmp_path / "short.jpg").write_bytes(whole[: len(whole) * 3 // 4])
    assert run("inspect", "short.jpg", cwd=tmp_path).returncode == 2
    done = run("inspect", "short.jpg", "--salvage", "--json", cwd=tmp_path)
    assert done.returncode == 0 and lines(done)[0]["width"] == 512
    assert "going on with what is there" in done.stderr
