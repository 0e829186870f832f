from __future__ import annotations

from importlib import import_module

import typer

from dfjlint.cli.app import COMMANDS, application


def registered(module: str) -> set[str]:
    """The commands that a module brings."""
    app = typer.Typer()
    app.callback()(lambda: None)
    import_module(f"dfjlint.cli.{module}").register(app)
    return set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_every_command_stands_beside_the_module_that_holds_it() -> None:
    modules = set(COMMANDS.values())
    found = {module: registered(module) for module in modules}
    assert {module: {name for name, home in COMMANDS.items() if home == module} for module in modules} == found


def test_a_command_alone_is_loaded_without_the_others() -> None:
    assert set(typer.main.get_command(application(["check"])).commands) == {"check"}  # type: ignore[attr-defined]
    assert set(typer.main.get_command(application(["--help"])).commands) == set(COMMANDS)  # type: ignore[attr-defined]
