"""dfjlint explain and dfjlint rules: what a pack asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.check import known_rule
from dfjlint.cli.options import ConfigOption, IsolatedOption, Lang, LangSetting, PackSetting

if TYPE_CHECKING:
    from dfjlint.config import Settings
    from dfjlint.model.rules import Concept, Element, Obligation, Pattern, RulePack


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain")(explain)
    app.command("rules")(rules)


def rules(pack: PackSetting = None, config: ConfigOption = "", isolated: IsolatedOption = False) -> None:
    """List the obligations of the packs that the settings name."""
    settings = _settings(pack, None, config, isolated)
    for obligation, _ in _obligations(settings).values():
        names = "、".join(element.name for element in obligation.elements)
        typer.echo(f"{obligation.id}\t{obligation.cite}\t{obligation.quote}\t[{names}]")


def explain(
    rule: Annotated[str, typer.Argument(help="Id of an obligation, for example DFJ-2.2.6.")],
    pack: PackSetting = None,
    lang: LangSetting = None,
    config: ConfigOption = "",
    isolated: IsolatedOption = False,
) -> None:
    """Explain one obligation: its provision, its elements and what answers them."""
    settings = _settings(pack, lang, config, isolated)
    known = _obligations(settings)
    known_rule(rule, list(known))
    obligation, loaded = known[rule]
    for line in _head(obligation, loaded, settings.lang):
        typer.echo(line)
    for element in obligation.elements:
        for line in _element(element, loaded, settings.lang):
            typer.echo(line)


def _settings(pack: list[str] | None, lang: Lang | None, config: str, isolated: bool) -> Settings:
    from dfjlint.cli.session import Flags, as_list, places_of
    from dfjlint.config import Values

    start = Path.cwd()
    values = Values(pack=as_list(pack), lang=lang.value if lang else None)
    return places_of(Flags((), values, config, isolated), start).at(start)


def _obligations(settings: Settings) -> dict[str, tuple[Obligation, RulePack]]:
    """Id → obligation and its pack, in the order of the packs."""
    from dfjlint.cli.session import pack_folders
    from dfjlint.engine.pack import load_pack

    packs = [load_pack(folder) for folder in pack_folders(settings)]
    return {obligation.id: (obligation, pack) for pack in packs for obligation in pack.obligations}


def _head(obligation: Obligation, pack: RulePack, lang: str) -> list[str]:
    from dfjlint.messages import label

    return [
        f"{obligation.id}  {pack.instrument} {obligation.cite}",
        f"「{obligation.quote}」",
        label(
            "explain-head",
            lang,
            modality=label(f"modality-{obligation.modality.value}", lang),
            addressee=label(f"addressee-{obligation.addressee}", lang),
            kind=label(f"kind-{obligation.kind.value}", lang),
            at_least=obligation.at_least,
            elements=len(obligation.elements),
        ),
    ]


def _element(element: Element, pack: RulePack, lang: str) -> list[str]:
    from dfjlint.messages import label

    lines = ["", f"■ {element.name}"]
    if element.fact:
        lines.append(f"  {label(f'explain-fact-{element.fact}', lang)}")
    for key, patterns in (("explain-addressed", element.addressed), ("explain-mentioned", element.mentioned)):
        if patterns:
            lines.append(f"  {label(key, lang)}")
            lines += [f"    - {_pattern(pattern, pack, lang)}" for pattern in patterns]
    return lines


def _pattern(pattern: Pattern, pack: RulePack, lang: str) -> str:
    from dfjlint.messages import label

    text = f" {label('explain-and', lang)} ".join(_terms(pack.concepts[item]) for item in pattern.items)
    if len(pattern.items) > 1:
        text += f"（{label(f'scope-{pattern.scope.value}', lang)}）"
    if pattern.excludes:
        text += (
            f" {label('explain-without', lang)} {'、'.join(_terms(pack.concepts[item]) for item in pattern.excludes)}"
        )
    if pattern.places > 1:
        text += label("explain-places", lang, count=pattern.places)
    return text


def _terms(concept: Concept) -> str:
    shown = "/".join(concept.terms[:8])
    return f"{shown}…" if len(concept.terms) > 8 else shown
