"""一 ↔ 1, as far as labels need it."""

from __future__ import annotations

import pytest

from index.clauses.numerals import half_width_digits, to_chinese, to_int


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("三十八", 38),
        ("一百", 100),
        ("一百零二", 102),
        ("一百一十", 110),
        ("一千二百六十", 1260),
        ("二〇二四", 2024),
        ("两", 2),
        ("7", 7),
        ("１２", 12),
        ("①", 1),
        ("⑳", 20),
        (" 5 ", 5),
    ],
)
def test_written_to_number(written: str, number: int) -> None:
    assert to_int(written) == number


@pytest.mark.parametrize("text", ["", "甲", "一号", "1a", "2.5", "条", "①②"])
def test_what_is_no_ordinal(text: str) -> None:
    with pytest.raises(ValueError):
        to_int(text)


def test_every_label_number_comes_back() -> None:
    assert [to_int(to_chinese(n)) for n in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_no_label_beyond_four_digits(number: int) -> None:
    with pytest.raises(ValueError):
        to_chinese(number)


def test_digits_of_full_width_only() -> None:
    assert half_width_digits("（２５）第３条，１０％") == "（25）第3条，10％"
