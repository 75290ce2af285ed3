"""The platforms' own codes and words as data."""

from __future__ import annotations

from typing import NamedTuple

from ._library import ABSENT, OK, ffi, lib, string
from .codes import Vocabulary
from .errors import call


class Word(NamedTuple):
    """A word of a platform."""

    #: The code or word as it stands in documents.
    code: str
    #: Its name; the same as the code where the platform writes words.
    name: str
    #: What it means, a code of the group that the vocabulary names; None where it means nothing to the library.
    meaning: int | None


def words(vocabulary: Vocabulary) -> list[Word]:
    """The words of a vocabulary. Words that are in no table come through with their text."""
    found: list[Word] = []
    buffer, meaning = ffi.new("char[]", lib.TILLWIRE_WORD_SIZE), ffi.new("int64_t *")

    def said(field: int) -> str | None:
        status = call(lib.tillwire_word_text, vocabulary, len(found), field, buffer, lib.TILLWIRE_WORD_SIZE)
        return None if status == ABSENT else string(buffer).decode()

    while (code := said(lib.TILLWIRE_WORD_CODE)) is not None:
        name = said(lib.TILLWIRE_WORD_NAME)
        means = lib.tillwire_word_int(vocabulary, len(found), lib.TILLWIRE_WORD_MEANING, meaning) == OK
        found.append(Word(code, name or code, meaning[0] if means else None))
    return found
