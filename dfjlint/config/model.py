"""The shape of a settings file, key by key, with the words and examples that its documentation is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints


def _kebab(name: str) -> str:
    return name.replace("_", "-")


_Text = Annotated[str, StringConstraints(min_length=1)]
_Level = Literal["error", "warning", "note"]
_Limit = Literal[
    "max-bytes",
    "max-characters",
    "max-pages",
    "max-nodes",
    "max-entries",
    "max-part-bytes",
    "max-total-bytes",
    "max-ratio",
    "max-seconds",
    "max-memory",
]


def _toml(example: str) -> dict[str, JsonValue]:
    return {"toml": example}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=_kebab, populate_by_name=True)


class PlanSetFile(_Strict):
    """A plan and its annexes, judged together."""

    name: _Text = Field(description="Name of the set in reports, baseline and waivers.")
    body: _Text = Field(description="The plan itself; its issuer is the issuer of the set.")
    annexes: list[_Text] = Field(description="Its annexes: files or patterns.", min_length=1)


class ConfigFile(_Strict):
    """Settings of dfjlint: `dfjlint.toml`, `.dfjlint.toml` or `[tool.dfjlint]` in `pyproject.toml`.

    Paths and patterns start from the folder of the file they stand in.
    """

    extend: _Text | None = Field(
        default=None,
        description="Another settings file; what it says holds where this one is silent.",
        json_schema_extra=_toml('extend = "../dfjlint.toml"'),
    )
    pack: _Text | Annotated[list[_Text], Field(min_length=1)] | None = Field(
        default=None,
        description="Rule pack: its id, or the folder of a pack.yaml; a list checks against several decisions.",
        json_schema_extra=_toml('pack = "fujian-2018"'),
    )
    include: list[_Text] | None = Field(
        default=None,
        description="Patterns of the plans in a folder, as in .gitignore; by default every file of a readable format.",
        json_schema_extra=_toml('include = ["plans/**/*.docx", "*.md"]'),
    )
    exclude: list[_Text] | None = Field(
        default=None,
        description="Patterns of files that are no plans, as in .gitignore; .dfjlintignore does the same by folder.",
        json_schema_extra=_toml('exclude = ["drafts/", "README.md"]'),
    )
    select: list[_Text] | None = Field(
        default=None,
        description="Obligations to check: ids, or the beginning of ids (DFJ-2.2 is all of 2.2).",
        json_schema_extra=_toml('select = ["DFJ-2", "DFJ-3.1"]'),
    )
    ignore: list[_Text] | None = Field(
        default=None,
        description="Obligations to leave out, as for select.",
        json_schema_extra=_toml('ignore = ["DFJ-4.3"]'),
    )
    severity: dict[_Text, _Level] | None = Field(
        default=None,
        description="How much a gap weighs, by obligation as for select; only `error` fails. The longest id wins. "
        "Ids of findings (DFJ003) may stand here too.",
        json_schema_extra=_toml('severity = { "DFJ-1" = "note", "DFJ-2.2.6" = "error" }'),
    )
    fail_on: Literal["missing", "partial", "none"] | None = Field(
        default=None,
        description="The mildest gap that makes the command fail.",
        json_schema_extra=_toml('fail-on = "missing"'),
    )
    issuer: _Text | None = Field(
        default=None,
        description="Who issues the plans, if it is not read from them.",
        json_schema_extra=_toml('issuer = "福州市人民政府"'),
    )
    lang: Literal["zh-Hans", "zh-Hant", "en"] | None = Field(
        default=None,
        description="Language of the messages; quotations stay in their own script.",
        json_schema_extra=_toml('lang = "zh-Hans"'),
    )
    revisions: Literal["accepted", "original"] | None = Field(
        default=None,
        description="Which side of the tracked changes of a Word document is read.",
        json_schema_extra=_toml('revisions = "accepted"'),
    )
    limits: dict[_Limit, Annotated[int, Field(gt=0)]] | None = Field(
        default=None,
        description="How much of a file is read, and how long, before it is refused; formats.md lists the limits.",
        json_schema_extra=_toml("limits = { max-pages = 3000, max-seconds = 300 }"),
    )
    output: list[_Text] | None = Field(
        default=None,
        description="Reports to write: FORMAT or FORMAT:PATH.",
        json_schema_extra=_toml('output = ["console", "json:out/gaps.json"]'),
    )
    baseline: _Text | None = Field(
        default=None,
        description="Gaps that were there when the check was adopted, written by `dfjlint baseline`.",
        json_schema_extra=_toml('baseline = ".dfjlint-baseline.json"'),
    )
    waivers: _Text | None = Field(
        default=None,
        description="Gaps that were agreed to, with reason, approval, basis and last day.",
        json_schema_extra=_toml('waivers = "dfjlint-waivers.toml"'),
    )
    cache_dir: _Text | None = Field(
        default=None,
        description="Where results are kept between runs; by default the user's cache folder.",
        json_schema_extra=_toml('cache-dir = ".dfjlint-cache"'),
    )
    cache_size: Annotated[int, Field(gt=0)] | None = Field(
        default=None,
        description="How many megabytes of results are kept; those not used for longest go first.",
        json_schema_extra=_toml("cache-size = 500"),
    )
    per_file_ignores: dict[_Text, list[_Text]] | None = Field(
        default=None,
        description="Obligations to leave out for the plans that a pattern names.",
        json_schema_extra=_toml('per-file-ignores = { "county/**" = ["DFJ-2.2.6"] }'),
    )
    plan_sets: list[PlanSetFile] | None = Field(
        default=None,
        description="Plans that are judged together with their annexes: what any of the files answers is answered.",
        json_schema_extra=_toml(
            'plan-sets = [{ name = "2026", body = "2026/plan.docx", annexes = ["2026/annex-*.docx"] }]'
        ),
    )
