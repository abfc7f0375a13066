"""dedupe: groups, what is kept, moving, the page; and the relations that compare names."""

import json
import os

import pytest
from PIL import Image, ImageOps

from binary import run, sample
from schema import check

QUARTERS = {
    "mirrored": Image.Transpose.FLIP_LEFT_RIGHT, "flipped": Image.Transpose.FLIP_TOP_BOTTOM,
    "rotated-90": Image.Transpose.ROTATE_270, "rotated-180": Image.Transpose.ROTATE_180,
    "rotated-270": Image.Transpose.ROTATE_90, "transposed": Image.Transpose.TRANSPOSE,
    "transverse": Image.Transpose.TRANSVERSE,
}


@pytest.fixture
def picture():
    with Image.open(sample("cat.png")) as file:
        return file.convert("RGB")


def compared(a, b, cwd):
    done = run("compare", a, b, "--json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    check(found, "comparison")
    assert found["duplicate"] == (found["difference"] < 0.2)
    return found


def searched(*arguments, cwd):
    done = run("dedupe", *arguments, "--json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    check(found, "duplicates")
    return found


@pytest.mark.parametrize("transform", QUARTERS)
def test_compare_names_turned_copies(transform, picture, tmp_path):
    picture.save(tmp_path / "a.png")
    picture.transpose(QUARTERS[transform]).save(tmp_path / "b.jpg", quality=85)
    found = compared("a.png", "b.jpg", tmp_path)
    assert found["transform"] == transform
    assert found["relation"] == ("variation" if transform == "mirrored" else "near-duplicate")


def test_compare_names_framed_copies(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    ImageOps.expand(picture, (0, 40), "black").save(tmp_path / "bars.jpg", quality=85)
    ImageOps.expand(picture, 6, "white").save(tmp_path / "border.png")
    for name in ("bars.jpg", "border.png"):
        found = compared("a.png", name, tmp_path)
        assert (found["relation"], found["transform"]) == ("near-duplicate", "letterboxed")


def test_compare_names_crops(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    width, height = picture.size
    picture.crop((width // 8, 0, width, height * 7 // 8)).save(tmp_path / "part.jpg", quality=90)
    for pair in (("a.png", "part.jpg"), ("part.jpg", "a.png")):
        found = compared(*pair, tmp_path)
        assert (found["relation"], found["transform"]) == ("variation", "cropped")
    assert "transform" not in compared("a.png", sample("bee.jpg"), tmp_path)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_exif_orientation_is_applied_before_comparing(orientation, picture, tmp_path):
    picture.save(tmp_path / "upright.png")
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.transpose(undo[orientation]).save(tmp_path / "turned.jpg", quality=95, exif=exif)
    found = compared("upright.png", "turned.jpg", tmp_path)
    assert found["relation"] == "near-duplicate" and "transform" not in found
    assert found["difference"] < 0.05 and found["hashDistance"]["phash"] <= 4


def test_transparency_is_seen_on_white(picture, tmp_path):
    clear = picture.convert("RGBA")
    clear.paste((255, 0, 0, 0), (0, 0, 200, 150))
    clear.save(tmp_path / "clear.png")
    flat = Image.new("RGBA", clear.size, "white")
    flat.alpha_composite(clear)
    flat.convert("RGB").save(tmp_path / "flat.png")
    found = compared("clear.png", "flat.png", tmp_path)
    assert found["duplicate"] and found["difference"] < 0.01


def test_mirror_images_are_duplicates_unless_allowed(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    ImageOps.mirror(picture).save(tmp_path / "b.png")
    [group] = searched("a.png", "b.png", cwd=tmp_path)["groups"]
    assert group["duplicates"][0]["transform"] == "mirrored" and group["keep_reason"]
    assert searched("a.png", "b.png", "--allow-mirror", cwd=tmp_path)["groups"] == []


def test_the_gate_takes_mirror_images_unless_told_not_to(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    ImageOps.mirror(picture).save(tmp_path / "b.png")
    arguments = ["score", "b.png", "--source", "a.png", "--json"]
    found = json.loads(run(*arguments, cwd=tmp_path).stdout)
    assert found["accept"] and not found["duplicate"]
    found = json.loads(run(*arguments, "--no-allow-mirror", cwd=tmp_path).stdout)
    assert found["duplicate"] and not found["accept"]
    assert "the mirror image of the original" in found["reasons"][0]["advice"]


def test_subdirectories_are_read_only_when_asked(picture, tmp_path):
    (tmp_path / "top" / "sub").mkdir(parents=True)
    picture.save(tmp_path / "top" / "a.png")
    picture.save(tmp_path / "top" / "sub" / "b.png")
    os.symlink("..", tmp_path / "top" / "sub" / "loop")
    assert searched("top", cwd=tmp_path)["images"] == 1
    found = searched("top", "--recursive", cwd=tmp_path)
    assert found["images"] == 2 and len(found["groups"]) == 1


def tree(directory):
    return sorted(
        os.path.relpath(os.path.join(folder, name), directory) for folder, _, names in os.walk(directory) for name in names)


def test_duplicates_are_moved_and_recorded(picture, tmp_path):
    (tmp_path / "in" / "sub").mkdir(parents=True)
    picture.save(tmp_path / "in" / "best.png")
    picture.resize((320, 213), Image.Resampling.LANCZOS).save(tmp_path / "in" / "small.jpg", quality=90)
    picture.resize((300, 200), Image.Resampling.LANCZOS).save(tmp_path / "in" / "sub" / "small.jpg", quality=80)
    with Image.open(sample("product.jpg")) as file:
        file.save(tmp_path / "in" / "other.png")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "small.jpg").write_bytes(b"mine")
    arguments = ["dedupe", "-r", "in", "--move-to", "out"]
    before = tree(tmp_path)
    done = run(*arguments, "--dry-run", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr.count("would move") == 2 and tree(tmp_path) == before
    smaller = [(tmp_path / "in" / name).read_bytes() for name in ("small.jpg", "sub/small.jpg")]
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "in") == ["best.png", "other.png"]
    assert tree(tmp_path / "out") == ["dedupe.json", "small-2.jpg", "small-3.jpg", "small.jpg"]
    assert (tmp_path / "out" / "small.jpg").read_bytes() == b"mine"
    moves = json.loads((tmp_path / "out" / "dedupe.json").read_text())["moves"]
    assert [move["to"] for move in moves] == ["small-2.jpg", "small-3.jpg"]
    assert [(tmp_path / "out" / move["to"]).read_bytes() for move in moves] == smaller
    assert {move["kept"] for move in moves} == {str(tmp_path / "in" / "best.png")}
    for move in moves:
        os.rename(tmp_path / "out" / move["to"], move["from"])
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 0
    assert len(json.loads((tmp_path / "out" / "dedupe.json").read_text())["moves"]) == 4


def test_nothing_moves_into_a_directory_with_a_foreign_record(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    picture.save(tmp_path / "b.png")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "dedupe.json").write_text("my own notes")
    done = run("dedupe", "a.png", "b.png", "--move-to", "out", cwd=tmp_path)
    assert done.returncode == 1 and "no record of earlier moves" in done.stderr
    assert (tmp_path / "b.png").exists()
    assert (tmp_path / "out" / "dedupe.json").read_text() == "my own notes"


@pytest.mark.skipif(not os.path.isdir("/dev/shm"), reason="needs a second file system")
def test_duplicates_move_to_another_file_system(picture, tmp_path):
    picture.save(tmp_path / "a.png")
    picture.save(tmp_path / "b.png")
    target = f"/dev/shm/variate-test-{os.getpid()}"
    try:
        done = run("dedupe", "a.png", "b.png", "--move-to", target, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert sorted(os.listdir(target)) == ["b.png", "dedupe.json"] and not (tmp_path / "b.png").exists()
        with open(f"{target}/b.png", "rb") as file:
            assert file.read() == (tmp_path / "a.png").read_bytes()
    finally:
        for name in os.listdir(target):
            os.unlink(f"{target}/{name}")
        os.rmdir(target)


def test_a_trial_needs_something_to_try(tmp_path):
    done = run("dedupe", sample("cat.png"), "--dry-run", cwd=tmp_path)
    assert done.returncode == 2 and "--move-to" in done.stderr


def test_the_page_shows_the_groups(picture, tmp_path):
    name = "<b>&'\".png"
    picture.save(tmp_path / name)
    picture.save(tmp_path / "copy.png")
    done = run("dedupe", name, "copy.png", "--html", "page.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "page.html").read_text()
    assert "<b>" not in page and "&lt;b&gt;&amp;&#39;&quot;.png" in page
    assert page.count("<img ") == 2 and "http" not in page and "<script" not in page


def test_generate_does_not_repeat_earlier_deliveries(tmp_path):
    arguments = [sample("cat.png"), "-n", "2", "--quality", "low"]
    assert run(*arguments, "-o", "first", cwd=tmp_path).returncode == 0
    first = sorted(str(path) for path in (tmp_path / "first").glob("*-0*.*"))
    previous = [word for path in first for word in ("--previous", path)]
    done = run(*arguments, *previous, "-o", "second", "--json", cwd=tmp_path)
    report = json.loads(done.stdout)
    reasons = [reason for reject in report["rejections"] for reason in reject["verdict"]["reasons"]]
    assert any("an earlier delivery" in reason["advice"] for reason in reasons)
    assert report["run"] != json.loads((tmp_path / "first" / "report.json").read_text())["run"]
