"""The paid backend against a server on this machine: what is sent, what is delivered, what is paid, what is kept secret."""

import base64
import io
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image, ImageEnhance, ImageOps

from binary import run, sample
from schema import check

KEY = "AQ.test-key-that-must-not-leak-0123456789"
REFUSED = {
    "error": {
        "code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT",
        "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}]}}
BUSY = {"error": {"code": 503, "message": "The model is overloaded. Please try again later.", "status": "UNAVAILABLE"}}
BLOCKED = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "modelVersion": "gemini-nano-banana-2.1"}


def crop(picture, left, top, share):
    width, height = picture.size
    box = (left * width, top * height, (left + share) * width, (top + share) * height)
    return picture.resize(picture.size, Image.Resampling.LANCZOS, box=box)


def turned(picture, degrees):
    hue, saturation, value = picture.convert("HSV").split()
    return Image.merge("HSV", (hue.point(lambda v: (v + degrees * 256 // 360) % 256), saturation, value)).convert("RGB")


#: Plain edits that a person would call variations of the source, each different from the others.
EDITS = [
    lambda p: ImageOps.mirror(turned(p, 25)),
    lambda p: crop(p, 0.1, 0.15, 0.7),
    lambda p: ImageOps.grayscale(crop(p, 0.2, 0.05, 0.75)).convert("RGB"),
    lambda p: ImageOps.mirror(crop(turned(p, 150), 0.05, 0.2, 0.78)),
    lambda p: ImageEnhance.Color(turned(crop(p, 0.25, 0.25, 0.7), 240)).enhance(0.6),
    lambda p: ImageOps.colorize(ImageOps.grayscale(ImageOps.mirror(p)), "#101840", "#ffe8c0"),
]


def picture_answer(picture):
    """An answer as the service gives it: JPEG labelled PNG, with a long signature and thinking in the usage."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=92)
    part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(file.getvalue()).decode()},
            "thoughtSignature": "E" * 300_000}
    return {
        "candidates": [{"content": {"parts": [{"text": "Here it is."}, part], "role": "model"},
                        "finishReason": "STOP", "index": 0}],
        "usageMetadata": {
            "promptTokenCount": 1000, "candidatesTokenCount": 1200, "thoughtsTokenCount": 100, "totalTokenCount": 2300,
            "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1120}]},
        "modelVersion": "gemini-nano-banana-2.1", "responseId": "r1"}


#: 1000 at $1.50, 180 of text and thinking at $7.50, 1120 of picture at $30 a million.
PRICE = (1000 * 1.5 + 180 * 7.5 + 1120 * 30) / 1e6


class Service:
    """Answers request after request with the next edit of the picture sent, after whatever `first` says."""

    def __init__(self, first=()):
        self.requests = []
        self.answers = list(first)
        self.edits = 0
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.requests.append((self.path, dict(self.headers), body))
                status, document = service.answer(body)
                payload = json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, body):
        if self.answers:
            return self.answers.pop(0)
        inline = next(part["inlineData"] for part in body["contents"][0]["parts"] if "inlineData" in part)
        source = Image.open(io.BytesIO(base64.b64decode(inline["data"]))).convert("RGB")
        edit = EDITS[self.edits % len(EDITS)]
        self.edits += 1
        return 200, picture_answer(edit(source))

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def service(request):
    running = Service(getattr(request, "param", ()))
    yield running
    running.close()


def variate(service, tmp_path, *more):
    return run(
        sample("portrait.jpg"), "--base-url", service.url, "--concurrency", "1", "--cache-dir", "cache", *more,
        cwd=tmp_path, GEMINI_API_KEY=KEY)


def test_delivers_accounts_and_pays_once(service, tmp_path):
    first = variate(service, tmp_path, "-n", "3", "--prompt", "as an old postcard", "-o", "one", "--json")
    assert first.returncode == 0, first.stderr
    report = json.loads(first.stdout)
    calls = len(service.requests)
    assert report["generator"] == "gemini" and report["delivered"] == 3
    assert report["apiCalls"] == report["attempts"] == calls
    assert report["cost"]["usd"] == pytest.approx(PRICE * calls)
    for path, headers, body in service.requests:
        assert path == "/v1beta/models/gemini-nano-banana-2.1:generateContent"
        assert headers["x-goog-api-key"] == KEY
        assert body["store"] is False and body["generationConfig"]["responseModalities"] == ["IMAGE"]
        assert "as an old postcard" in body["contents"][0]["parts"][0]["text"]
    assert len({body["contents"][0]["parts"][0]["text"] for _, _, body in service.requests}) == calls
    # The bytes decide the extension, whatever the answer calls them, and they are kept as they came.
    for variation in report["variations"]:
        assert variation["path"].endswith(".jpg")
        assert (tmp_path / variation["path"]).read_bytes()[:3] == b"\xff\xd8\xff"

    again = variate(service, tmp_path, "-n", "3", "--prompt", "as an old postcard", "-o", "two", "--json")
    assert again.returncode == 0, again.stderr
    repeated = json.loads(again.stdout)
    assert len(service.requests) == calls
    assert repeated["apiCalls"] == 0 and repeated["cacheHits"] == calls and repeated["cost"]["usd"] == 0
    for name in sorted(os.listdir(tmp_path / "one")):
        if name.endswith(".jpg"):
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_larger_run_reuses_what_was_paid_for(service, tmp_path):
    assert variate(service, tmp_path, "-n", "2", "-o", "one", "-q").returncode == 0
    calls = len(service.requests)
    done = variate(service, tmp_path, "-n", "4", "-o", "two", "--json")
    report = json.loads(done.stdout)
    assert report["cacheHits"] >= 2
    assert len(service.requests) == calls + report["apiCalls"]


def test_the_key_is_nowhere_but_in_the_header(service, tmp_path):
    done = variate(service, tmp_path, "-n", "2", "-v", "--events", "--keep-rejected")
    assert done.returncode == 0, done.stderr
    assert KEY not in done.stdout + done.stderr
    for folder, _, names in os.walk(tmp_path):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert KEY.encode() not in file.read(), name


@pytest.mark.parametrize("service", [[(400, REFUSED)]], indirect=True)
def test_a_refused_key_is_exit_4_after_one_request(service, tmp_path):
    done = variate(service, tmp_path, "-n", "4")
    assert done.returncode == 4
    assert len(service.requests) == 1
    assert "API key not valid" in done.stderr and KEY not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("service", [[(503, BUSY), (503, BUSY)]], indirect=True)
def test_an_overloaded_model_is_asked_again(service, tmp_path):
    done = variate(service, tmp_path, "-n", "1", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["apiCalls"] == 3 and report["attempts"] == 1
    assert report["cost"]["usd"] == pytest.approx(PRICE)
    assert "overloaded" in done.stderr


@pytest.mark.parametrize("service", [[(200, BLOCKED)] * 2], indirect=True)
def test_everything_blocked_is_exit_7(service, tmp_path):
    done = variate(service, tmp_path, "-n", "1", "--json")
    assert done.returncode == 7, done.stderr
    report = json.loads(done.stdout)
    assert [failure["kind"] for failure in report["failures"]] == ["blocked", "blocked"]
    assert report["failures"][0]["reason"] == "PROHIBITED_CONTENT"


def test_the_cost_limit_holds(service, tmp_path):
    done = variate(service, tmp_path, "-n", "4", "--max-cost", "0.05", "--json")
    assert done.returncode == 6, done.stderr
    report = json.loads(done.stdout)
    assert report["cost"]["usd"] <= 0.05 and report["stopReason"] == "budget"
    assert len(service.requests) == report["apiCalls"] == 1
    assert "--max-cost" in done.stderr


def test_a_dead_server_is_exit_8_and_costs_nothing(service, tmp_path):
    service.close()
    done = variate(service, tmp_path, "-n", "1", "--retries", "0", "--json")
    assert done.returncode == 8, done.stderr
    report = json.loads(done.stdout)
    assert report["cost"] == {"usd": 0, "possibleUsd": 0, "estimatedUsd": report["cost"]["estimatedUsd"]}


def test_an_unknown_price_is_null_and_no_limit_is_promised(service, tmp_path):
    done = variate(service, tmp_path, "-n", "1", "--model", "some-model", "--json")
    assert done.returncode == 0, done.stderr
    # The answer names a model whose price is known; the estimate for the one that was asked is not.
    cost = json.loads(done.stdout)["cost"]
    assert cost == {"usd": pytest.approx(PRICE), "possibleUsd": 0, "estimatedUsd": None}
    check(json.loads(done.stdout), "run")
    refused = variate(service, tmp_path, "-n", "1", "--model", "some-model", "--max-cost", "1", "-o", "other")
    assert refused.returncode == 2 and "price" in refused.stderr
    assert not (tmp_path / "other").exists()
    assert len(service.requests) == 1


def test_a_dry_run_sends_nothing_and_names_a_price(service, tmp_path):
    done = variate(service, tmp_path, "-n", "4", "--dry-run", "--json")
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)
    assert plan["generator"] == "gemini" and 0.13 < plan["cost"]["estimatedUsd"] < 0.2
    assert plan["cost"]["maximumUsd"] == pytest.approx(2 * plan["cost"]["estimatedUsd"])
    assert service.requests == [] and os.listdir(tmp_path) == []
