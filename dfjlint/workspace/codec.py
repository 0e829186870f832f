"""Turns the frozen values of the model into JSON and back, checking every type on the way."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union

_Value = TypeVar("_Value")
_Decode = Callable[[Any], Any]


class CodecError(ValueError):
    """The data is not what the type asks for."""


def encode(value: object) -> bytes:
    """A value of dataclasses, enums, tuples, mappings and plain values as JSON; fields by position."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(kind: type[_Value], data: bytes) -> _Value:
    """The value that was encoded.

    Raises:
        CodecError: if the data is not a value of this type.
    """
    decoder: _Decode = _decoder(typing.cast(Hashable, kind))
    try:
        value: _Value = decoder(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CodecError(str(error)) from error
    return value


def _plain(value: object) -> object:
    return _plainer(typing.cast(Hashable, type(value)))(value)


@cache
def _plainer(kind: Any) -> Callable[[Any], object]:
    """A function that makes values of one type plain."""
    if dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind)]
        return lambda value: [_plain(getattr(value, name)) for name in names]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, tuple):
        return lambda value: [_plain(item) for item in value]
    if issubclass(kind, frozenset):
        return sorted
    if issubclass(kind, Mapping):
        return lambda value: {key: _plain(item) for key, item in value.items()}
    return lambda value: value


@cache
def _decoder(kind: Any) -> _Decode:
    """A function that decodes one type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        return lambda data: frozenset(map(_decoder(arguments[0]), data))
    if origin is Mapping:
        item = _decoder(arguments[1])
        return lambda data: {str(key): item(value) for key, value in data.items()}
    if origin in (types.UnionType, Union):
        inner = _decoder(next(part for part in arguments if part is not type(None)))
        return lambda data: None if data is None else inner(data)
    return _scalar(kind)


def _record(kind: Any) -> _Decode:
    hints = typing.get_type_hints(kind)
    decoders = [_decoder(hints[field.name]) for field in dataclasses.fields(kind)]

    def record(data: Any) -> Any:
        if type(data) is not list:
            raise TypeError(kind.__name__)
        return kind(*[decoder(item) for decoder, item in zip(decoders, data, strict=True)])

    return record


def _tuple(arguments: tuple[Any, ...]) -> _Decode:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda data: tuple([item(entry) for entry in _list(data)])
    items = [_decoder(argument) for argument in arguments]
    return lambda data: tuple([item(entry) for item, entry in zip(items, _list(data), strict=True)])


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise TypeError("not a list")
    return data


def _scalar(kind: Any) -> _Decode:
    def scalar(data: Any) -> Any:
        if type(data) is not kind and not (kind is float and type(data) is int):
            raise TypeError(f"not {kind.__name__}")
        return data

    return scalar
