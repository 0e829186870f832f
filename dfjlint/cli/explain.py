"""dfjlint explain and dfjlint rules: what a pack asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dfjlint.cli.check import DEFAULT_PACK, Lang, LangOption, PackOption, known_rule

if TYPE_CHECKING:
    from dfjlint.model.rules import Concept, Element, Obligation, Pattern, RulePack


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain")(explain)
    app.command("rules")(rules)


def rules(pack: PackOption = DEFAULT_PACK) -> None:
    """List the obligations of a pack."""
    for obligation in _load(pack).obligations:
        names = "、".join(element.name for element in obligation.elements)
        typer.echo(f"{obligation.id}\t{obligation.cite}\t{obligation.quote}\t[{names}]")


def explain(
    rule: Annotated[str, typer.Argument(help="Id of an obligation, for example DFJ-2.2.6.")],
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = Lang.HANS,
) -> None:
    """Explain one obligation: its provision, its elements and what answers them."""
    loaded = _load(pack)
    known_rule(rule, [obligation.id for obligation in loaded.obligations])
    obligation = next(entry for entry in loaded.obligations if entry.id == rule)
    for line in _head(obligation, loaded, lang.value):
        typer.echo(line)
    for element in obligation.elements:
        for line in _element(element, loaded, lang.value):
            typer.echo(line)


def _load(pack: str) -> RulePack:
    from dfjlint.engine.locate import find_pack
    from dfjlint.engine.pack import load_pack

    return load_pack(Path(find_pack(pack)))


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
