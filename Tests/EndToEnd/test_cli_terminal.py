"""Progress on a real terminal, and its absence everywhere else."""

import os
import pty
import select
import subprocess
import time

import pytest

from binary import BINARY, environment, sample


def on_a_terminal(arguments, cwd, columns=70, **more):
    """Runs the tool with standard error on a terminal; returns the exit code, standard output and the terminal's text."""
    parent, child = pty.openpty()
    subprocess.run(["stty", "cols", str(columns), "rows", "24"], stdin=child, check=True)
    process = subprocess.Popen(
        [BINARY, *arguments], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=child,
        env=environment(cwd, **{"TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}))
    os.close(child)
    shown, stdout = b"", b""
    descriptors = {parent, process.stdout.fileno()}
    deadline = time.monotonic() + 240
    while descriptors and time.monotonic() < deadline:
        for ready in select.select(list(descriptors), [], [], 1)[0]:
            try:
                chunk = os.read(ready, 65536)
            except OSError:  # The terminal's other end is closed.
                chunk = b""
            if not chunk:
                descriptors.discard(ready)
            elif ready == parent:
                shown += chunk
            else:
                stdout += chunk
    os.close(parent)
    process.stdout.close()
    return process.wait(timeout=60), stdout.decode(), shown.decode()


#: Enough work that progress appears.
WORK = ["inspect", "--json", *[sample("bee.jpg")] * 25]


def test_progress_redraws_one_line_and_leaves_nothing(tmp_path):
    code, output, shown = on_a_terminal(WORK, tmp_path)
    assert code == 0 and len(output.splitlines()) == 25 and "\x1b" not in output
    assert "images" in shown and "\x1b[K" in shown
    # Every line that was drawn was taken away again, and none was as wide as the terminal.
    assert shown.endswith("\r\x1b[K")
    for line in shown.replace("\r\x1b[K", "\n").split("\n"):
        visible = line
        for code in ("\x1b[32m", "\x1b[2m", "\x1b[39m", "\x1b[0m"):
            visible = visible.replace(code, "")
        assert "\x1b" not in visible and len(visible) < 70


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_animation_where_it_is_not_wanted(more, tmp_path):
    code, _, shown = on_a_terminal(WORK, tmp_path, **more)
    assert code == 0 and "\x1b" not in shown


def test_quiet_shows_nothing(tmp_path):
    code, _, shown = on_a_terminal([*WORK, "--quiet"], tmp_path)
    assert (code, shown) == (0, "")


def test_messages_do_not_mix_with_progress(tmp_path):
    code, _, shown = on_a_terminal([*WORK, "missing.png", *[sample("bee.jpg")] * 5], tmp_path)
    assert code == 2
    assert "\r\x1b[Kvariate: missing.png: " in shown or "\nvariate: missing.png: " in shown
