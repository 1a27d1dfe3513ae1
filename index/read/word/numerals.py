"""Numbers in the formats that Word knows, as Chinese documents write them."""

from __future__ import annotations

from collections.abc import Callable

_LARGEST = 32767

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _chinese(n: int, digits: str = _DIGITS, units: str = "十百千万") -> str:
    """103 → 一百零三, 12 → 十二."""
    if n >= 10000:
        high, low = divmod(n, 10000)
        gap = digits[0] if 0 < low < 1000 else ""
        return (
            _thousands(high, digits, units) + units[3] + gap + (_thousands(low, digits, units) if low else "")
        )
    return _thousands(n, digits, units)


def _thousands(n: int, digits: str, units: str) -> str:
    out = ""
    for power in (3, 2, 1, 0):
        digit = n // 10**power % 10
        if digit:
            out += digits[digit] + (units[power - 1] if power else "")
        elif out and n % 10**power and not out.endswith(digits[0]):
            out += digits[0]
    if digits == _DIGITS and 10 <= n < 20:
        out = out[1:]
    return out or digits[0]


def _one_by_one(n: int) -> str:
    """103 → 一〇三."""
    return "".join("〇一二三四五六七八九"[int(c)] for c in str(n))


def _roman(n: int) -> str:
    out = ""
    for amount, letters in _ROMAN:
        out += letters * (n // amount)
        n %= amount
    return out


def _letter(n: int) -> str:
    """a … z, aa, bb …"""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1) if n else "0"


def _full_width(n: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(n))


def circled(n: int) -> str:
    """① … ㊿; beyond them the plain number."""
    for first, last, code in ((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= n <= last:
            return chr(code + n - first)
    return str(n)


def _row(characters: str) -> Callable[[int], str]:
    """One character for each number; beyond them the plain number."""
    return lambda n: characters[n - 1] if 1 <= n <= len(characters) else str(n)


def _characters(first: int, count: int) -> str:
    return "".join(chr(first + i) for i in range(count))


def _ordinal(n: int) -> str:
    suffix = "th" if 10 <= n % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographDigital",
        ),
        _chinese,
    ),
    **dict.fromkeys(("japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), _one_by_one),
    "chineseLegalSimplified": lambda n: _chinese(n, _FORMAL, "拾佰仟万"),
    "ideographLegalTraditional": lambda n: _chinese(n, _FORMAL_TRADITIONAL, "拾佰仟萬"),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12],
    "ideographEnclosedCircle": _row(_characters(0x3280, 10)),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _full_width),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), circled),
    "decimalEnclosedFullstop": _row(_characters(0x2488, 20)),
    "decimalEnclosedParen": _row(_characters(0x2474, 20)),
    "decimalZero": lambda n: f"{n:02}",
    "numberInDash": lambda n: f"- {n} -",
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
}  # fmt: skip


def in_format(n: int, name: str) -> str:
    """Decimal where the format is unknown or the number beyond what Word counts to.

    >>> in_format(103, "chineseCountingThousand"), in_format(21, "japaneseCounting"), in_format(3, "upperRoman")
    ('一百零三', '二十一', 'III')
    """
    return FORMATS.get(name, str)(n) if 0 <= n <= _LARGEST else str(n)
