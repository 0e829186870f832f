"""Writes docs/config.md and docs/config.schema.json from the model of the settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dfjlint.config import KEYS, description, schema, toml_example

DOCS = Path(__file__).resolve().parent.parent / "docs"
HEAD = """# Settings

<!-- Written by scripts/config_docs.py from dfjlint/config/model.py. -->

Settings stand in `dfjlint.toml`, in `.dfjlint.toml`, or in `[tool.dfjlint]` of `pyproject.toml`. `dfjlint init`
writes a file to begin with; `dfjlint config [PLAN]` shows what holds and which place set it; `dfjlint files` shows
which plans a check would look at. The JSON schema is [config.schema.json](config.schema.json)
(`dfjlint config --schema`).

- **The closest file wins.** For each plan it is the settings file in its folder, or in the nearest folder above;
  what holds for the run as a whole (`fail-on`, `lang`, `output`, `baseline`, `waivers`, `cache-dir`, `plan-sets`)
  comes from the file closest to the folder that holds all plans of the run. A plan without any takes the file of the
  working directory. Files are not merged unless one says `extend`; then each key comes from the closest file that
  sets it, whole.
- **The command line wins over every file.** `--config FILE` names one file for all, `--isolated` reads none.
- **Paths and patterns** start from the folder of the file they stand in. Patterns are those of `.gitignore`.
- **`.dfjlintignore`** in any folder leaves out files below it, in the same way. Files named on the command line are
  checked all the same, unless `--force-exclude` is given.
- An unknown key, a wrong value or a pack that does not exist ends the command with exit code 2 and names file, key
  and an example.

| key | default | what it sets |
|---|---|---|
"""
DEFAULTS: Mapping[str, str] = {
    "pack": '`"fujian-2018"`',
    "fail-on": '`"partial"`',
    "lang": '`"zh-Hans"`',
    "revisions": '`"accepted"`',
    "output": '`["console"]`',
    "baseline": '`".dfjlint-baseline.json"`',
    "waivers": '`"dfjlint-waivers.toml"`',
    "cache-size": "`1000`",
}


def markdown() -> str:
    """The page."""
    rows = [f"| [`{key}`](#{key}) | {DEFAULTS.get(key, '–')} | {description(key)} |" for key in KEYS]
    sections = [f"\n## {key}\n\n{description(key)}\n\n```toml\n{toml_example(key)}\n```\n" for key in KEYS]
    return HEAD + "\n".join(rows) + "\n" + "".join(sections)


def schema_text() -> str:
    """The schema."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (DOCS / "config.md").write_text(markdown(), encoding="utf-8")
    (DOCS / "config.schema.json").write_text(schema_text(), encoding="utf-8")
