"""report.html in a real browser: it renders, loads every image, and says nothing on the console."""

import html
import json
import os
import re
import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image

from binary import run, sample

BROWSER = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)

#: Counts the images that have pixels; it goes into a copy of the page, which itself has no script.
COUNTER = """<script>addEventListener('load', () => {
document.body.dataset.images = [...document.images].map(i => i.complete && i.naturalWidth > 0 ? 1 : 0).join('')
})</script></body>"""


def browse(home, *arguments):
    return subprocess.run(
        [BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--enable-logging=stderr", "--virtual-time-budget=5000", f"--user-data-dir={home}/browser", *arguments],
        capture_output=True, text=True, timeout=120)


RUNS = {
    "deliveries": ["cat.png", "-n", "4", "--seed", "1"],
    "rejections": ["cat.png", "-n", "4", "--seed", "1", "--gate", "seed-literal"],
    # Two bounds moved so far that gentle changes count as duplicates.
    "duplicates": ["portrait.jpg", "-n", "4", "--strength", "0.05", "--set", "diversity=0.95,source_difference=0.97"],
}


@pytest.fixture(scope="module", params=RUNS)
def report(request, tmp_path_factory):
    """A page of deliveries, one of rejects alone with their reasons, and one with duplicates."""
    directory = tmp_path_factory.mktemp("report")
    name, *arguments = RUNS[request.param]
    done = run(sample(name), *arguments, "-o", "out", "--keep-rejected", "--json", cwd=directory)
    document = json.loads(done.stdout)
    assert done.returncode == (3 if request.param == "rejections" else 0), done.stderr
    assert document["rejected" if request.param == "rejections" else "delivered"] >= 4
    assert any(r["verdict"]["duplicate"] for r in document["rejections"]) == (request.param == "duplicates")
    return directory, document


def test_is_self_contained(report):
    directory, _ = report
    page = (directory / "out" / "report.html").read_text()
    assert not re.search(r'(src|href)="(?!data:|\./)', page)
    assert "<script" not in page and "http:" not in page and "https:" not in page


def test_says_why(report):
    directory, document = report
    page = html.unescape((directory / "out" / "report.html").read_text())
    for rejection in document["rejections"]:
        for reason in rejection["verdict"]["reasons"]:
            assert reason["advice"] in page


def test_shows_every_check(report):
    directory, document = report
    page = html.unescape((directory / "out" / "report.html").read_text())
    folded = re.findall(r"<details><summary>(.*?)</summary>(.*?)</details>", page, re.S)
    candidates = document["variations"] + document["rejections"]
    assert len(folded) == len(candidates)
    for (summary, body), candidate in zip(folded, candidates):
        checks = candidate["verdict"]["checks"]
        failed = [c for c in checks if not c["passed"]]
        assert summary.startswith(f"{len(failed)} of " if failed else "all ") and f"{len(checks)} checks" in summary
        rows = re.findall(r'<b class="(ok|no)">(.*?)</b>.*?<em>(.*?)</em>', body)
        assert rows == [
            ("ok" if c["passed"] else "no", c["metric"].replace("_", " "), c["advice"]) for c in checks]


def test_shows_what_a_duplicate_repeats(report):
    directory, document = report
    page = html.unescape((directory / "out" / "report.html").read_text())
    duplicates = [r for r in document["rejections"] if r["verdict"]["duplicate"]]
    repeated = re.findall(r"<figcaption>Repeats (the source|variation \d+)</figcaption>", page)
    assert len(repeated) == len(duplicates) == page.count("<figcaption>Difference once aligned: ")
    for name, duplicate in zip(repeated, duplicates):
        metrics = duplicate["metrics"]
        assert (name == "the source") == (metrics["source_difference"] < metrics["diversity"])


def test_renders_in_a_browser(report):
    assert BROWSER, "no chromium: scripts/bootstrap --tests installs it"
    directory, document = report
    page = (directory / "out" / "report.html").read_text()
    counted = directory / "counted.html"
    counted.write_text(page.replace("</body>", COUNTER))
    done = browse(directory, "--dump-dom", f"file://{counted}")
    assert done.returncode == 0, done.stderr
    assert "CONSOLE" not in done.stderr, done.stderr
    loaded = re.search(r'data-images="([01]*)"', done.stdout)
    assert loaded, done.stdout[:500]
    duplicates = sum(r["verdict"]["duplicate"] for r in document["rejections"])
    assert loaded[1] == "1" * (1 + document["delivered"] + document["rejected"] + 2 * duplicates)


def test_looks_like_a_contact_sheet(report):
    assert BROWSER, "no chromium: scripts/bootstrap --tests installs it"
    directory, _ = report
    shot = os.path.join(os.environ.get("VARIATE_ARTIFACTS", str(directory)), "report.png")
    done = browse(directory, "--window-size=1280,1100", f"--screenshot={shot}", f"file://{directory}/out/report.html")
    assert done.returncode == 0, done.stderr
    pixels = np.asarray(Image.open(shot).convert("RGB")).astype(int)
    assert pixels.shape == (1100, 1280, 3)
    # The page's ground at the corner, and a good part of the sheet covered with pictures: many colours.
    assert len(np.unique(pixels.reshape(-1, 3) // 16, axis=0)) > 300
    assert np.abs(pixels - pixels[5, 5]).max(axis=2).astype(bool).mean() > 0.25
