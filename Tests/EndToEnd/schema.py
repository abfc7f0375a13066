"""Checks documents against the JSON Schemas that ship with the tool; knows just what those use."""

import json
import os
import re

from binary import ROOT

FOLDER = os.path.join(ROOT, "Sources", "Variate", "Schemas")
#: Words of a schema that say nothing of the document.
REMARKS = {"$schema", "$defs", "title", "description"}
TYPES = {
    "object": lambda v: isinstance(v, dict),
    "array": lambda v: isinstance(v, list),
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "null": lambda v: v is None,
    "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool),
}


def load(name):
    with open(os.path.join(FOLDER, f"{name}.schema.json"), encoding="utf-8") as file:
        return json.load(file)


def check(document, name):
    """Asserts that the document is as the schema of that name says."""
    schema = load(name)
    problems = list(faults(document, schema, schema, "$"))
    assert not problems, "\n".join(problems)


def faults(value, schema, root, where):
    """One sentence for each thing that is not as it should be."""
    for word, argument in schema.items():
        if word in REMARKS or word in ("properties", "additionalProperties"):
            continue
        if word == "$ref":
            target = root
            for step in argument.removeprefix("#/").split("/"):
                target = target[step]
            yield from faults(value, target, root, where)
        elif word == "type":
            names = argument if isinstance(argument, list) else [argument]
            if not any(TYPES[name](value) for name in names):
                yield f"{where} is no {' or '.join(names)}: {value!r}"
                return
        elif word == "anyOf":
            attempts = [list(faults(value, choice, root, where)) for choice in argument]
            if all(attempts):
                yield from min(attempts, key=len)
        elif word == "required":
            yield from (f"{where} lacks {key}" for key in argument if key not in value)
        elif word == "items":
            for index, item in enumerate(value):
                yield from faults(item, argument, root, f"{where}[{index}]")
        elif not HOLDS[word](value, argument):
            yield f"{where}: {value!r} against {word} {argument!r}"
    if isinstance(value, dict) and "properties" in schema:
        for key, item in value.items():
            inner = schema["properties"].get(key, schema.get("additionalProperties", {}))
            if inner is False:
                yield f"{where} has an undocumented {key}"
            else:
                yield from faults(item, inner, root, f"{where}.{key}")


HOLDS = {
    "enum": lambda v, words: v in words,
    "const": lambda v, word: v == word,
    "pattern": lambda v, pattern: re.search(pattern, v) is not None,
    # Bounds say something of numbers alone.
    "minimum": lambda v, least: v is None or v >= least,
    "maximum": lambda v, most: v is None or v <= most,
    "minItems": lambda v, least: len(v) >= least,
    "maxItems": lambda v, most: len(v) <= most,
}
