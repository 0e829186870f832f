"""The units of a run by rule pack: each lot is checked on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dfjlint.errors import UsageError
from dfjlint.workspace.judge import Bench
from dfjlint.workspace.packs import PackHead
from dfjlint.workspace.select import check_ids, names
from dfjlint.workspace.units import Unit


@dataclass(frozen=True, slots=True)
class Lot:
    """What is checked against one pack.

    Args:
        bench: with the pack.
        foreign: ids of the obligations that the other packs of the run have.
    """

    bench: Bench
    units: tuple[Unit, ...]
    foreign: frozenset[str] = frozenset()

    @property
    def head(self) -> PackHead:
        """The head of the pack."""
        return self.bench.pack.head()


def lots(groups: Iterable[tuple[Bench, Sequence[Unit]]]) -> tuple[Lot, ...]:
    """The lots of a run; units that ask for no obligation of a pack are left out of its lot.

    Raises:
        PackError, UsageError: if a pack is broken, two packs share an id, or settings name an
            obligation that none of the packs has.
    """
    pairs = [(bench, tuple(units)) for bench, units in groups]
    _check_distinct([bench for bench, _ in pairs])
    known: dict[str, list[str]] = {}
    for bench, units in pairs:
        for unit in units:
            known.setdefault(unit.id, []).extend(bench.pack.head().at_least)
    for _, units in pairs:
        for unit in units:
            check_ids(unit.settings, known[unit.id])
    every = frozenset(rule for bench, _ in pairs for rule in bench.pack.head().at_least)
    made = []
    for bench, units in pairs:
        rules = frozenset(bench.pack.head().at_least)
        asking = tuple(unit for unit in units if _asks(unit, rules))
        if asking:
            made.append(Lot(bench, asking, every - rules))
    return tuple(made)


def _asks(unit: Unit, rules: Iterable[str]) -> bool:
    wanted = unit.settings.select
    return not wanted or any(names(wanted, rule) for rule in rules)


def _check_distinct(benches: Sequence[Bench]) -> None:
    """Every id of a pack or an obligation stands for one thing."""
    packs: dict[str, str] = {}
    rules: dict[str, str] = {}
    for bench in benches:
        head, folder = bench.pack.head(), bench.pack.folder.as_posix()
        if head.view.id in packs:
            raise UsageError(f"two packs are called {head.view.id!r}", folder, f"the other is {packs[head.view.id]}")
        packs[head.view.id] = folder
        for rule in head.at_least:
            if rule in rules:
                raise UsageError(f"two packs have an obligation {rule!r}", folder, f"the other is {rules[rule]}")
            rules[rule] = folder
