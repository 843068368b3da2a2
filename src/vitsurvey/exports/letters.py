"""Plain text into text that BibTeX reads: special characters always, accents and symbols as LaTeX commands on request.

BibTeX counts every brace, a backslash before it or not, so a brace in the text becomes a command. Commands that end in
letters, and accents, stand in braces of their own: BibTeX then takes them for one letter when it sorts or changes case.
"""

import unicodedata

SPECIAL = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}
"""What may never stand bare in a text field."""
ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".", "\u0308": '"',
    "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0327": "c", "\u0328": "k", "\u0331": "b",
}
"""Combining mark to LaTeX's accent command."""
SYMBOLS = {
    "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "ø": r"{\o}", "Ø": r"{\O}",
    "ł": r"{\l}", "Ł": r"{\L}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ð": r"{\dh}", "Ð": r"{\DH}", "þ": r"{\th}", "Þ": r"{\TH}",
    "\u0131": r"{\i}", "å": r"{\aa}", "Å": r"{\AA}",
    "\u2010": "-", "\u2011": "-", "\u2013": "--", "\u2014": "---", "\u2018": "`", "\u2019": "'", "\u201c": "``", "\u201d": "''",
    "\u2026": r"{\ldots}", "\u00a1": r"{\textexclamdown}", "\u00bf": r"{\textquestiondown}", "\u00a7": r"{\S}",
    "\u00ab": r"{\guillemotleft}", "\u00bb": r"{\guillemotright}", "\u2122": r"{\texttrademark}", "\u00ae": r"{\textregistered}",
    "\u00b0": r"{\textdegree}", "\u00b1": r"{$\pm$}", "\u00b2": r"{$^2$}", "\u00b3": r"{$^3$}", "\u00b7": r"{\textperiodcentered}",
    "\u00d7": r"{$\times$}", "\u2192": r"{$\rightarrow$}", "\u2190": r"{$\leftarrow$}", "\u2194": r"{$\leftrightarrow$}",
    "\u221e": r"{$\infty$}", "\u2264": r"{$\leq$}", "\u2265": r"{$\geq$}", "\u2248": r"{$\approx$}", "\u2212": r"{$-$}",
}
"""Letters and signs that are no letter with an accent."""
_GREEK = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "",
    "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
]
_GREEK_CAPITALS = {"gamma", "delta", "theta", "lambda", "xi", "pi", "sigma", "upsilon", "phi", "psi", "omega"}
for _place, _letter in enumerate(_GREEK):  # LaTeX has commands for the letters that do not look Latin
    if _letter:
        SYMBOLS[chr(0x3B1 + _place)] = f"{{$\\{_letter}$}}"
    if _letter in _GREEK_CAPITALS:
        SYMBOLS[chr(0x391 + _place)] = f"{{$\\{_letter.capitalize()}$}}"


def escaped(text: str) -> str:
    """Return a text for a field of a Unicode bibliography: special characters escaped, the rest as it is."""
    return "".join(SPECIAL.get(char, char) for char in text)


def escaped_latex(text: str) -> str:
    """Return a text for a field of an ASCII bibliography. What LaTeX has no plain command for (漢) stays as it is."""
    return "".join(_latex(char) for char in unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """Return a text without control characters, each run of white space as one space: BibTeX reads it so anyway."""
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char) != "Cc")


def _latex(char: str) -> str:
    found = SPECIAL.get(char) or SYMBOLS.get(char)
    if found or char.isascii():
        return found or char
    parts = unicodedata.normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    if not marks or not base.isascii() or not all(mark in ACCENTS for mark in marks):
        return char
    for mark in marks:
        base = f"\\{ACCENTS[mark]}{{{base}}}"
    return f"{{{base}}}"
