from __future__ import annotations

from pathlib import Path

import pytest

from dfjlint.config import COMMAND_LINE, ConfigFile, Layer, Settings, find_config, load_layers, resolve, values_of
from dfjlint.errors import UsageError


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _resolved(tmp_path: Path, text: str, **flags: str) -> Settings:
    path = _write(tmp_path / "dfjlint.toml", text)
    line = Layer(COMMAND_LINE, tmp_path / "here", values_of(ConfigFile.model_validate(flags, by_name=True)))
    return resolve((line, *load_layers(path, "dfjlint.toml")), tmp_path)


def test_the_closest_file_is_found_and_hidden_names_come_first(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = _write(tmp_path / "dfjlint.toml", "")
    assert find_config(deep) == top
    plain = _write(tmp_path / "a" / "dfjlint.toml", "")
    assert find_config(deep) == plain
    hidden = _write(tmp_path / "a" / ".dfjlint.toml", "")
    assert find_config(deep) == hidden


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    _write(tmp_path / "dfjlint.toml", "")
    project = _write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'x'\n")
    assert find_config(tmp_path / "a") == tmp_path / "dfjlint.toml"
    _write(project, "[tool.dfjlint]\n")
    assert find_config(tmp_path / "a") == project
    _write(project, "[tool.dfjlint\n")
    assert find_config(tmp_path / "a") == tmp_path / "dfjlint.toml"


def test_command_line_before_file_before_default(tmp_path: Path) -> None:
    settings = _resolved(tmp_path, 'fail-on = "missing"\nlang = "en"\n', lang="zh-Hant")
    assert (settings.lang, settings.fail_on, settings.packs) == ("zh-Hant", "missing", ("fujian-2018",))
    origins = [settings.origins[key] for key in ("lang", "fail-on", "pack")]
    assert origins == [COMMAND_LINE, "dfjlint.toml", "default"]
    assert (settings.named("lang"), settings.named("pack")) == (True, False)


def test_several_packs_are_a_list(tmp_path: Path) -> None:
    settings = _resolved(tmp_path, 'pack = ["fujian-2018", "rules/own", "fujian-2018"]\n')
    assert settings.packs == ("fujian-2018", (tmp_path / "rules" / "own").as_posix())


@pytest.mark.parametrize("value", ["1", "[]", '["fujian-2018", 3]', '""'])
def test_what_is_no_pack_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(UsageError, match="neither a pack nor a list of packs") as error:
        _resolved(tmp_path, f"pack = {value}\n")
    assert error.value.where == "dfjlint.toml:pack"


def test_what_a_file_extends_holds_where_it_is_silent(tmp_path: Path) -> None:
    _write(tmp_path / "base.toml", 'select = ["DFJ-1"]\nignore = ["DFJ-1.2"]\nbaseline = "base.json"\n')
    path = _write(tmp_path / "sub" / "dfjlint.toml", 'extend = "../base.toml"\nselect = ["DFJ-2"]\n')
    settings = resolve(load_layers(path, "sub/dfjlint.toml"), path.parent)
    assert (settings.select, settings.ignore) == (("DFJ-2",), ("DFJ-1.2",))
    assert settings.baseline == tmp_path / "base.json"
    assert settings.origins["ignore"] == "base.toml"


def test_files_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    _write(tmp_path / "b.toml", 'extend = "a.toml"\n')
    path = _write(tmp_path / "a.toml", 'extend = "b.toml"\n')
    with pytest.raises(UsageError, match="extend themselves"):
        load_layers(path, "a.toml")


def test_paths_start_from_the_place_that_names_them(tmp_path: Path) -> None:
    text = 'pack = "rules/own"\noutput = ["json:out/r.json", "console"]\ncache-dir = "cache"\n'
    settings = _resolved(tmp_path, text, waivers="w.toml")
    assert settings.packs == ((tmp_path / "rules" / "own").as_posix(),)
    assert settings.output == (f"json:{(tmp_path / 'out' / 'r.json').as_posix()}", "console")
    assert (settings.cache_dir, settings.waivers) == (tmp_path / "cache", tmp_path / "here" / "w.toml")
