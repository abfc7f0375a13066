"""Finds the programs that come with the Swift toolchain, whatever else of the same name is in PATH."""

import json
import subprocess
from pathlib import Path


def tool(name):
    """The path of the toolchain's own program of that name: `clang`, `llvm-cov` and so on."""
    described = subprocess.run(["swift", "-print-target-info"], check=True, capture_output=True, text=True).stdout
    resources = Path(json.loads(described)["paths"]["runtimeResourcePath"])
    return resources.parent.parent / "bin" / name
