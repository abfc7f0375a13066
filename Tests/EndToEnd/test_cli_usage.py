"""Command lines that are wrong, help, completions, configuration: exit codes and which stream says what."""

import json
import os
import shutil
import subprocess

import pytest

from binary import BINARY, environment, run, sample

#: Arguments, and what the one line on standard error must hold.
MISTAKES = [
    ([], "IMAGE is missing"),
    (["inpsect", "x.png"], "did you mean inspect?"),
    (["nonsense"], "neither a command nor a file"),
    (["batch"], "not available in this version yet"),
    (["x.png", "--cuont", "4"], "did you mean --count?"),
    (["x.png", "--count", "0"], "--count: must be 1 to 64, not 0"),
    (["x.png", "--count", "nine"], "must be a whole number"),
    (["x.png", "--quality", "hgih"], "did you mean high?"),
    (["x.png", "--count"], "needs a value"),
    (["x.png", "y.png"], "one argument too many"),
    (["x.png", "--json", "--events"], "cannot be used with --events"),
    (["x.png", "--api-key", "sesame"], "keys are never taken from options"),
    (["score", "x.png"], "--source is missing"),
    (["gate"], "--input is missing"),
    (["completions", "tcsh"], "must be bash, zsh or fish"),
    (["help", "dedup"], "did you mean dedupe?"),
    (["missing.png"], "there is no such file"),
]


@pytest.mark.parametrize("arguments, words", MISTAKES, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_mistakes_exit_with_two_and_one_line(arguments, words, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    lines = [line for line in done.stderr.splitlines() if "built-in generator" not in line]
    assert len(lines) == 1 and lines[0].startswith("variate: ") and words in lines[0]
    assert "sesame" not in done.stderr
    assert os.listdir(tmp_path) == []


def test_help_and_version_are_data(tmp_path):
    for arguments in (["--help"], ["-h"], ["help"], ["help", "gate"], ["gate", "--help"], ["x.png", "--help"]):
        done = run(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("variate") and "\x1b" not in done.stdout
    assert run("--version", cwd=tmp_path).stdout.startswith("variate ")
    assert run("inspect", "--version", cwd=tmp_path).returncode == 0


def commands(tmp_path):
    overview = run("--help", cwd=tmp_path).stdout
    body = overview.split("commands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in body.splitlines() if line.startswith("  ") and line[2] != " "]


def test_every_command_has_help_of_its_own(tmp_path):
    names = commands(tmp_path)
    assert {"generate", "score", "compare", "inspect", "gate", "dedupe", "doctor", "completions"} <= set(names)
    for name in names:
        done = run(name, "--help", cwd=tmp_path)
        assert done.returncode == 0 and done.stdout.startswith(f"variate {name}: ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_well_formed(shell, tmp_path):
    done = run("completions", shell, cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=done.stdout, text=True, check=True, timeout=30)


#: Words on the command line (the last is being typed), and what completes it.
COMPLETIONS = [
    (["insp"], {"inspect"}),
    (["generate", "--qua"], {"--quality"}),
    (["x.png", "--no-c"], {"--no-cache"}),
    (["x.png", "--quality", ""], {"high", "medium", "low"}),
    (["x.png", "--quality", "=", "me"], {"medium"}),
    (["x.png", "--aspect-ratio", "16", ":", ""], {"9"}),
    (["x.png", "--count", ""], set()),
    (["completions", ""], {"bash", "zsh", "fish"}),
    (["compare", "--sou"], set()),
    (["score", "--sou"], {"--source"}),
    (["inspect", "pic"], {"picture one.png"}),
    (["score", "x.png", "--source", "pic"], {"picture one.png"}),
    (["x.png", "--output", "fol"], {"folder"}),
]


@pytest.mark.parametrize("words, expected", COMPLETIONS, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_bash_completes(words, expected, tmp_path):
    (tmp_path / "picture one.png").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    script = run("completions", "bash", cwd=tmp_path).stdout + (
        'COMP_WORDS=(variate "$@"); COMP_CWORD=$#; _variate; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(
        ["bash", "-c", script, "bash", *words], cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0 and done.stderr == ""
    assert set(filter(None, done.stdout.splitlines())) == expected


def doctor(tmp_path, *arguments, **more):
    done = run("doctor", "--json", *arguments, cwd=tmp_path, **more)
    return done, json.loads(done.stdout) if done.stdout else None


def test_each_layer_of_configuration_yields_to_the_one_above(tmp_path):
    (tmp_path / ".variate.json").write_text('{"count": 3, "seed": 3, "strength": 0.3}')
    (tmp_path / ".config" / "variate").mkdir(parents=True)
    (tmp_path / ".config" / "variate" / "config.json").write_text('{"count": 2, "seed": 2, "quality": "low"}')
    done, found = doctor(tmp_path, VARIATE_COUNT="5")
    assert done.returncode == 0, done.stderr
    settings = found["settings"]
    assert settings["count"] == {"value": 5, "origin": "environment VARIATE_COUNT"}
    assert settings["seed"] == {"value": 3, "origin": f"project {tmp_path}/.variate.json"}
    assert settings["quality"] == {"value": "low", "origin": f"user {tmp_path}/.config/variate/config.json"}
    assert settings["timeout"] == {"value": 180, "origin": "default"}


def test_doctor_never_shows_a_key(tmp_path):
    for arguments in (["doctor"], ["doctor", "--json"], ["doctor", "--verbose"]):
        done = run(*arguments, cwd=tmp_path, GEMINI_API_KEY="sesame")
        assert done.returncode == 0
        assert "GEMINI_API_KEY" in done.stdout and "sesame" not in done.stdout + done.stderr
    _, found = doctor(tmp_path, GEMINI_API_KEY="sesame")
    assert found["backend"] == "gemini" and found["keys"] == ["GEMINI_API_KEY"]


def test_doctor_without_a_key(tmp_path):
    _, found = doctor(tmp_path)
    assert found["usable"] and found["backend"] == "local"
    done, found = doctor(tmp_path, VARIATE_BACKEND="gemini")
    assert done.returncode == 4 and not found["usable"]


def test_bad_configuration_is_named(tmp_path):
    project = tmp_path / ".variate.json"
    for text, words in [
        ('{"count": 0}', "count: must be 1 to 64, not 0"),
        ("{", "not a JSON object"),
        ('{"api-key": "sesame"}', "keys are never taken from options or files"),
    ]:
        project.write_text(text)
        done = run("doctor", cwd=tmp_path)
        assert done.returncode == 2 and str(project) in done.stderr and words in done.stderr
        assert "sesame" not in done.stderr
        assert run("completions", "bash", cwd=tmp_path).returncode == 0
    project.write_text('{"cuont": 3, "base-url": "https://example.org"}')
    done = run("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert "did you mean count?" in done.stderr and "base-url: ignored" in done.stderr
    assert "example.org" not in done.stdout


def test_gemini_without_a_key_is_an_exit_code_of_its_own(tmp_path):
    done = run(sample("cat.png"), "--backend", "gemini", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert "GEMINI_API_KEY" in done.stderr


def test_a_full_disk_is_an_error(tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [BINARY, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
            env=environment(tmp_path), timeout=60)
    assert done.returncode == 1 and "standard output" in done.stderr
