"""The Gemini client against google-genai: the same call to the same server on this machine, compared field by field."""

import base64
import datetime
import http.server
import ipaddress
import json
import re
import ssl
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from google import genai
from google.genai import types

from probe import Probe

JPEG = bytes.fromhex("ffd8ffe000104a464946") + bytes(range(256)) * 3
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1))
PICTURE = b"\xff\xd8\xff\xeb" + bytes(i * 7 % 256 for i in range(300_001))
KEY = "AQ.test-key"


def answer(picture=PICTURE, signature=3_000_000):
    part = {"inlineData": {"mimeType": "image/jpeg", "data": base64.b64encode(picture).decode()}}
    part["thoughtSignature"] = "E" * signature
    return {
        "candidates": [{"content": {"parts": [part], "role": "model"}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {"promptTokenCount": 5, "candidatesTokenCount": 1120, "totalTokenCount": 1125},
        "modelVersion": "gemini-nano-banana-2.1",
        "responseId": "r",
    }


class Server:
    """Records what it is sent and answers with one canned reply."""

    def __init__(self, context=None):
        self.requests = []
        self.status, self.body = 200, json.dumps(answer()).encode()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append((self.command, self.path, dict(self.headers), body))
                self.send_response(outer.status)
                self.send_header("Content-Type", "application/json; charset=UTF-8")
                self.send_header("Content-Length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body)

            do_GET = do_POST

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def server():
    running = Server()
    yield running
    running.close()


def camel(name):
    return re.sub(r"_([a-z])", lambda match: match.group(1).upper(), name)


def normalised(value, key=""):
    """Names in camel case, and base64 as the bytes that it stands for: Google's JSON reads both spellings alike."""
    if isinstance(value, dict):
        return {camel(name): normalised(member, camel(name)) for name, member in value.items()}
    if isinstance(value, list):
        return [normalised(member) for member in value]
    if key == "data":
        return base64.b64decode(value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4), validate=True)
    return value


def sdk_call(server, model, prompt, source, ratio, size):
    client = genai.Client(
        api_key=KEY,
        vertexai=False,
        http_options=types.HttpOptions(
            base_url=f"http://127.0.0.1:{server.port}",
            api_version="v1beta",
            timeout=300_000 if size == "4K" else 180_000,
        ),
    )
    contents = [prompt]
    if source:
        mime = "image/png" if source.startswith(b"\x89PNG") else "image/jpeg"
        contents.append(types.Part.from_bytes(data=source, mime_type=mime))
    image = types.ImageConfig(aspect_ratio=ratio, image_size=size) if ratio or size else None
    config = types.GenerateContentConfig(response_modalities=["IMAGE"], image_config=image, store=False)
    return client.models.generate_content(model=model, contents=contents, config=config)


CALLS = [
    ("gemini-nano-banana-2.1", PNG, None, None),
    ("gemini-nano-banana-2.1", JPEG, "16:9", "2K"),
    ("gemini-3-pro-image", JPEG, "21:9", None),
    ("gemini-3-pro-image", PNG, None, "4K"),
    ("gemini-3.1-flash-lite-image", b"", "1:8", None),
    ("some-new-model", PNG, None, None),
]


@pytest.mark.parametrize("model,source,ratio,size", CALLS)
def test_request_equals_the_sdks(probe, server, monkeypatch, model, source, ratio, size):
    for name in ("GOOGLE_API_KEY", "GEMINI_API_KEY", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    arguments = {"model": model, "key": KEY, "base": f"http://127.0.0.1:{server.port}"}
    arguments |= {"ratio": ratio} if ratio else {}
    arguments |= {"size": size} if size else {}

    assert probe.call("gemini-generate", source, **arguments) == PICTURE
    ours = server.requests[-1]
    body = json.loads(ours[3])
    assert json.loads(probe.call("gemini-request", source, **arguments)) == body

    prompt = body["contents"][0]["parts"][0]["text"]
    reply = sdk_call(server, model, prompt, source, ratio, size)
    assert reply.candidates[0].content.parts[0].inline_data.data == PICTURE
    theirs = server.requests[-1]

    assert len(server.requests) == 2
    assert normalised(body) == normalised(json.loads(theirs[3]))
    assert ours[:2] == theirs[:2] == ("POST", f"/v1beta/models/{model}:generateContent")
    headers = [{name.lower(): value for name, value in request[2].items()} for request in (ours, theirs)]
    # The SDK sends its own name besides.
    for name in ("x-goog-api-key", "content-type", "x-server-timeout"):
        assert headers[0][name] == headers[1][name], name
    assert headers[0]["x-goog-api-key"] == KEY
    assert "authorization" not in headers[0] and "key=" not in ours[1]


@pytest.mark.parametrize(
    "status,body,words",
    [
        (400, {"error": {"code": 400, "message": f"API key not valid: {KEY}", "status": "INVALID_ARGUMENT"}}, "unauthorized"),
        (503, {"error": {"code": 503, "message": "overloaded", "status": "UNAVAILABLE"}}, "unavailable"),
        (200, {"candidates": [{"content": {}, "finishReason": "NO_IMAGE"}]}, "noImage"),
    ],
)
def test_failures_are_named_and_hold_no_key(probe, server, status, body, words):
    server.status, server.body = status, json.dumps(body).encode()
    with pytest.raises(RuntimeError) as caught:
        probe.call("gemini-generate", PNG, key=KEY, base=f"http://127.0.0.1:{server.port}")
    assert words in str(caught.value)
    assert KEY not in str(caught.value)


def test_proxies_see_other_hosts_but_never_this_machine(server, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    direct, probe = Server(), Probe()
    try:
        url = f"http://127.0.0.1:{direct.port}"
        assert probe.call("gemini-generate", PNG, key=KEY, base=url) == PICTURE
        assert len(direct.requests) == 1 and not server.requests
        probe.call("http-get", url="http://elsewhere.invalid/page")
        assert [request[1] for request in server.requests] == ["http://elsewhere.invalid/page"]
    finally:
        probe.close()
        direct.close()


def certificate(tmp_path, host):
    """A certificate for the host, signed by itself, and its key, as PEM files."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([host]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    chain, private = tmp_path / "certificate.pem", tmp_path / "key.pem"
    chain.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return str(chain), str(private)


def tls_server(folder, host):
    folder.mkdir()
    chain, private = certificate(folder, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, private)
    return Server(context), chain


@pytest.mark.parametrize("variable", ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_certificates_are_verified(tmp_path, monkeypatch, variable):
    for name in ("CURL_CA_BUNDLE", "SSL_CERT_FILE", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    right, trusted = tls_server(tmp_path / "right", x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    wrong, misnamed = tls_server(tmp_path / "wrong", x509.DNSName("elsewhere.example"))
    right.body = wrong.body = b"verified"

    def get(server, authorities):
        with monkeypatch.context() as environment:
            if authorities:
                environment.setenv(variable, authorities)
            probe = Probe()
        try:
            return probe.call("http-get", url=f"https://127.0.0.1:{server.port}/")
        finally:
            probe.close()

    try:
        assert get(right, trusted) == b"verified"
        # Signed by nobody that the system knows; signed by a known authority, but for another host.
        for server, authorities in [(right, None), (wrong, misnamed)]:
            with pytest.raises(RuntimeError) as caught:
                get(server, authorities)
            assert "tls" in str(caught.value) and "requestSent: false" in str(caught.value)
        assert len(right.requests) == 1 and not wrong.requests
    finally:
        right.close()
        wrong.close()
