"""Drives the Swift kernels: one long-running process, one call a kernel."""

import os
import subprocess

import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Probe:
    """A running ReferenceProbe; see Tests/ReferenceProbe/Main.swift for the protocol."""

    def __init__(self, binary=None):
        binary = binary or os.environ.get("VARIATE_PROBE") or os.path.join(ROOT, ".build", "debug", "ReferenceProbe")
        self.process = subprocess.Popen([binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def call(self, operation, payload=b"", **arguments):
        """Sends one request and returns the reply's bytes; raises RuntimeError with the probe's own words."""
        words = [operation] + [f"{key}={value}" for key, value in arguments.items()]
        if payload:
            words.append(f"bytes={len(payload)}")
        self.process.stdin.write((" ".join(words) + "\n").encode() + payload)
        self.process.stdin.flush()
        line = self.process.stdout.readline().decode()
        status, _, rest = line.rstrip("\n").partition(" ")
        if status != "ok":
            raise RuntimeError(rest or "the probe died")
        return self.process.stdout.read(int(rest))

    def planes(self, operation, *planes, dtype=np.uint8, **arguments):
        """Sends equally sized 8-bit planes; returns the reply as a flat array of `dtype`."""
        height, width = planes[0].shape
        payload = b"".join(np.ascontiguousarray(plane, dtype=np.uint8).tobytes() for plane in planes)
        return np.frombuffer(self.call(operation, payload, width=width, height=height, **arguments), dtype=dtype)

    def rgba(self, operation, pixels, dtype=np.uint8, **arguments):
        """Sends one RGBA picture (height, width, 4); returns the reply as a flat array of `dtype`."""
        height, width, channels = pixels.shape
        assert channels == 4
        payload = np.ascontiguousarray(pixels, dtype=np.uint8).tobytes()
        return np.frombuffer(self.call(operation, payload, width=width, height=height, **arguments), dtype=dtype)

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)
