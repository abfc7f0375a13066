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


@pytest.fixture(scope="module", params=["calibrated", "seed-literal"])
def report(request, tmp_path_factory):
    """One page of deliveries, and one of rejects alone, with their reasons."""
    directory = tmp_path_factory.mktemp("report")
    done = run(
        sample("cat.png"), "-n", "4", "--seed", "1", "-o", "out", "--keep-rejected", "--gate", request.param, "--json",
        cwd=directory)
    document = json.loads(done.stdout)
    assert done.returncode == (0 if request.param == "calibrated" else 3), done.stderr
    assert document["delivered" if request.param == "calibrated" else "rejected"] >= 4
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
    assert loaded[1] == "1" * (1 + document["delivered"] + document["rejected"])


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
