"""Runs the built tool as a user would: arguments in, exit code and both streams out."""

import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, "benchmarks", "samples")
BINARY = os.environ.get("VARIATE_BINARY") or os.path.join(ROOT, ".build", "debug", "variate")

#: Variables of the caller that would change what the tool does.
FOREIGN = ("GOOGLE_API_KEY", "GEMINI_API_KEY", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "NO_COLOR", "TERM")


def environment(home, **more):
    """A clean environment whose home, cache and configuration are the test's own."""
    kept = {k: v for k, v in os.environ.items() if k not in FOREIGN and not k.startswith("VARIATE_")}
    return {**kept, "HOME": str(home), "TERM": "dumb", **more}


def sample(name):
    return os.path.join(SAMPLES, name)


def run(*arguments, cwd, timeout=300, **more):
    """Runs the tool in `cwd`, which is its home too; returns the completed process with text streams."""
    return subprocess.run(
        [BINARY, *map(str, arguments)], cwd=cwd, env=environment(cwd, **more), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=timeout)


def start(*arguments, cwd, **more):
    """Starts the tool and returns at once."""
    return subprocess.Popen(
        [BINARY, *map(str, arguments)], cwd=cwd, env=environment(cwd, **more), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
