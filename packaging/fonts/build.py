#!/usr/bin/python3
"""Makes the bundled fonts: "Plantao Sans" (400, 500, 600) and "Plantao Mono" (400, 700).

Why they are made and not just copied: src/decisions/0003-bundled-fonts.md.

Needs
  Debian: python3-fonttools (4.38 or newer), npm
  npm:    @expo-google-fonts/inter@0.4.2           @expo-google-fonts/jetbrains-mono@0.4.1
          @expo-google-fonts/noto-emoji@0.4.7      @expo-google-fonts/noto-sans-symbols@0.4.1
          @expo-google-fonts/noto-sans-symbols-2@0.4.1  @expo-google-fonts/noto-sans-math@0.4.2

Use
  npm install --prefix /tmp/fonts  (the six packages above)
  /usr/bin/python3 packaging/fonts/build.py /tmp/fonts/node_modules/@expo-google-fonts \
      src/main/resources/plantao/ui/fonts
"""

import shutil
import sys
import unicodedata
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import cmap_format_4, cmap_format_12

VERSION = "1.000"


def span(text):
    """A set of code points from "2190-21FF 25A0"."""
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


# Latin, IPA, modifiers, combining marks, Greek, Cyrillic, punctuation, currency, letterlike, numbers, arrows, shapes.
TEXT = span(
    "0020-052F 1D00-1DBF 1E00-1EFF 2000-206F 2070-209F 20A0-20CF 2100-218F 2190-23FF 2500-27BF 27F0-27FF"
    " 2900-297F 2B00-2BFF FB00-FB06 FEFF FFFD")
# What is taken from the symbol fonts where the text font has nothing.
SYMBOLS = span(
    "2010-2027 2030-205E 2070-209F 20A0-20CF 2100-218F 2190-21FF 2200-22FF 2300-23FF 2400-2426 2460-24FF 2500-257F"
    " 2580-259F 25A0-25FF 2600-26FF 2700-27BF 27C0-27EF 27F0-27FF 2900-297F 2980-29FF 2B00-2BFF"
    " 1F100-1F1AD 1F500-1F5FF 1F650-1F67F 1F780-1F7D8 1F800-1F8AD")
# Shown as an emoji even without U+FE0F: Emoji_Presentation=Yes in the Basic Multilingual Plane,
# and a few whose text forms in the symbol fonts are poorer.
EMOJI_FIRST = span(
    "231A 231B 23E9-23EC 23F0 23F3 25FD 25FE 2614 2615 2648-2653 267F 2693 26A1 26AA 26AB 26BD 26BE 26C4 26C5 26CE"
    " 26D4 26EA 26F2 26F3 26F5 26FA 26FD 2705 270A 270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B 2B1C"
    " 2B50 2B55 2600 2601 260E 2618 2620 2622 2623 2692 2694-2697 2699 26A0 26C8 26D1 26F7-26F9 2702 2708 2709 270C"
    " 270D 270F 2712 2764 23F1 23F2")
# Nothing to see and no width: variation selectors, joiners, skin tones (one colour here), tags, byte order mark.
INVISIBLE = span("200B-200F 202A-202E 2060-2064 2066-2069 FE00-FE0F FEFF 1F3FB-1F3FF E0001 E0020-E007F")
KEYCAP = 0x20E3


class Source:
    """Glyphs of one font, by code point, scaled to another font's em."""

    def __init__(self, path):
        self.font = TTFont(path)
        self.cmap = self.font.getBestCmap()
        self.glyphs = self.font.getGlyphSet()
        self.em = self.font["head"].unitsPerEm

    def advance(self, code):
        return self.font["hmtx"][self.cmap[code]][0]

    def bounds(self, code):
        pen = BoundsPen(self.glyphs)
        self.glyphs[self.cmap[code]].draw(pen)
        return pen.bounds

    def draw(self, code, scale, dx, dy):
        recording = DecomposingRecordingPen(self.glyphs)
        self.glyphs[self.cmap[code]].draw(recording)
        pen = TTGlyphPen(None)
        recording.replay(TransformPen(Cu2QuPen(pen, 0.5), (scale, 0, 0, scale, dx, dy)))
        return pen.glyph()


class Merged:
    """A font that grows: glyphs are appended, the tables that depend on them are rebuilt in `save`."""

    def __init__(self, font):
        self.font = font
        self.em = font["head"].unitsPerEm
        self.cmap = dict(font.getBestCmap())
        self.order = list(font.getGlyphOrder())

    def add(self, code, glyph, advance):
        name = f"plantao{code:05X}"
        self.order.append(name)
        self.font["glyf"].glyphs[name] = glyph
        if glyph.numberOfContours:
            glyph.recalcBounds(self.font["glyf"])
        left = glyph.xMin if glyph.numberOfContours else 0
        self.font["hmtx"].metrics[name] = (round(advance), left)
        self.cmap[code] = name

    def save(self, path):
        font = self.font
        font.setGlyphOrder(self.order)
        font["glyf"].glyphOrder = self.order
        table = newTable("cmap")
        table.tableVersion = 0
        low, full = cmap_format_4(4), cmap_format_12(12)
        for sub, encoding in ((low, 1), (full, 10)):
            sub.platformID, sub.platEncID, sub.language = 3, encoding, 0
        low.cmap = {code: name for code, name in self.cmap.items() if code < 0x10000}
        full.format, full.reserved, full.length, full.nGroups, full.cmap = 12, 0, 0, 0, self.cmap
        table.tables = [low, full]
        font["cmap"] = table
        font["post"].formatType = 3.0
        font.save(path, reorderTables=False)


def base(path, codes, features):
    """The text font without hinting, other scripts and all features but those needed for marks."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "DSIG", "meta"]
    options.glyph_names = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def tabular_digits(path, font):
    """Maps the digits to their `tnum` forms (all of one width), as the source font's own GSUB names them."""
    gsub = TTFont(path)["GSUB"].table
    forms = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[index].SubTable:
                    forms.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    before = font.getBestCmap()
    # Digits and the figure-like signs that stand in columns with them; the space and the letters stay as they are.
    chosen = set(range(0x30, 0x3A)) | {0x2B, 0x2212, 0xD7, 0xF7, 0x3D, 0x3C, 0x3E, 0x2248, 0x24, 0x20AC, 0xA3, 0xA5}
    wanted = {code: forms[before[code]] for code in chosen if before.get(code) in forms}
    assert len([c for c in wanted if 0x30 <= c <= 0x39]) == 10, "no tabular digits in the source font"
    return wanted


def rename(font, family, style, weight, copyrights):
    """One family name per weight, so that every platform finds each by its name; no reserved name is kept."""
    names = font["name"]
    names.names = []
    full = family if style == "Regular" else f"{family} {style}"
    own = full if style == "Medium" else family
    sub = "Bold" if style in ("Bold", "SemiBold") else "Regular"
    values = {
        0: copyrights, 1: own, 2: sub, 3: f"{VERSION};{full}", 4: full,
        5: f"Version {VERSION}", 6: full.replace(" ", "") + ("-Regular" if style == "Regular" else ""),
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    for key, value in values.items():
        names.setName(value, key, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold = sub == "Bold"
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def keycap(merged, digit):
    """U+20E3 as a box drawn around the digit that stands before it: "1️⃣" without any shaping."""
    em, pad, line = merged.em, 0.13 * merged.em, 0.065 * merged.em
    top, bottom, left, right = 0.93 * em, -0.2 * em, -digit - pad, pad
    pen = TTGlyphPen(None)

    def box(inset, clockwise):
        l, r, t, b, c = left + inset, right - inset, top - inset, bottom + inset, 0.17 * em - inset
        path = [("m", (l, b + c)), ("l", (l, t - c)), ("q", (l, t), (l + c, t)), ("l", (r - c, t)),
                ("q", (r, t), (r, t - c)), ("l", (r, b + c)), ("q", (r, b), (r - c, b)), ("l", (l + c, b)),
                ("q", (l, b), (l, b + c))]
        if not clockwise:
            mirror = lambda p: (l + r - p[0], p[1])
            path = [(step[0], *map(mirror, step[1:])) for step in path]
        for step in path:
            points = [(round(x), round(y)) for x, y in step[1:]]
            {"m": pen.moveTo, "l": pen.lineTo, "q": pen.qCurveTo}[step[0]](*points)
        pen.closePath()

    box(0, True)
    box(line, False)
    merged.add(KEYCAP, pen.glyph(), pad)


def fit_text(source, code, em, emoji):
    """Scale, shift and advance of a glyph that joins a proportional font."""
    scale = em / source.em
    if not emoji:
        return scale, 0, 0, source.advance(code) * scale
    scale *= 0.92
    box = source.bounds(code)
    # Centre on the middle between baseline and ascenders of the text, as a letter stands.
    middle = 0.365 * em - 0.5 * scale * (1900 - 500) / 2048 * source.em
    return scale, 0, middle if box else 0, source.advance(code) * scale


def fit_cells(source, code, em, cell, emoji):
    """The same for a monospaced font: one cell, or two where Unicode says that the character is wide.

    Pictures outside the Basic Multilingual Plane get two always: in one they could not be told apart."""
    cells = 2 if (emoji and code > 0xFFFF) or unicodedata.east_asian_width(chr(code)) in "WF" else 1
    width, box = cell * cells, source.bounds(code)
    scale = em / source.em
    if not box:
        return scale, 0, 0, width
    left, bottom, right, top = box
    room = width - 0.02 * em if cells == 2 else width + 0.04 * em
    scale = min(scale * (0.92 if emoji else 1), room / (right - left), 1.2 * em / (top - bottom))
    dx = (width - (left + right) * scale) / 2
    middle, dy = (bottom + top) * scale / 2, 0
    if emoji or scale < 0.98 * em / source.em:
        dy = 0.365 * em - middle
    return scale, dx, dy, width


def merge(merged, sources, emoji, fit):
    """Adds what `merged` lacks: emoji where they come first, then symbols in the sources' order, then all other emoji."""
    plan = {}
    for code in emoji.cmap:
        if code > 0x2000 and (code > 0xFFFF or code in EMOJI_FIRST):
            plan[code] = emoji
    for source in sources:
        for code in source.cmap:
            if code in SYMBOLS and code not in plan and code not in merged.cmap:
                plan[code] = source
    for code in emoji.cmap:
        if code > 0x2000 and code not in merged.cmap:
            plan.setdefault(code, emoji)
    for code in sorted(plan):
        if code in INVISIBLE or code == KEYCAP:
            continue
        source = plan[code]
        scale, dx, dy, advance = fit(source, code, source is emoji)
        merged.add(code, source.draw(code, scale, dx, dy), advance)
    for code in sorted(INVISIBLE):
        merged.add(code, TTGlyphPen(None).glyph(), 0)


def main(packages, target):
    def ttf(package, weight, name):
        return packages / package / weight / f"{name}_{weight}.ttf"

    credits = "Portions copyright 2013 Google LLC (Noto Emoji), 2022 The Noto Project Authors (Noto Sans Symbols, Math)"
    target.mkdir(parents=True, exist_ok=True)

    for style, weight, folder in (("Regular", 400, "400Regular"), ("Medium", 500, "500Medium"),
                                  ("SemiBold", 600, "600SemiBold")):
        sources = [Source(ttf("noto-sans-symbols", folder, "NotoSansSymbols")),
                   Source(ttf("noto-sans-symbols-2", "400Regular", "NotoSansSymbols2")),
                   Source(ttf("noto-sans-math", "400Regular", "NotoSansMath"))]
        # One step bolder than the text: the pictures are small and full of detail.
        emoji = Source(ttf("noto-emoji", {400: "500Medium", 500: "600SemiBold", 600: "700Bold"}[weight], "NotoEmoji"))
        path = ttf("inter", folder, "Inter")
        font = base(path, TEXT, ["ccmp", "mark", "mkmk", "tnum"])
        digits = tabular_digits(path, font)
        merged = Merged(font)
        merged.cmap.update(digits)
        merge(merged, sources, emoji, lambda s, c, e: fit_text(s, c, merged.em, e))
        keycap(merged, font["hmtx"][digits[0x31]][0])
        rename(font, "Plantao Sans", style, weight, f"Copyright 2020 The Inter Project Authors. {credits}")
        merged.save(target / f"PlantaoSans-{style}.ttf")

    for style, weight, folder in (("Regular", 400, "400Regular"), ("Bold", 700, "700Bold")):
        sources = [Source(ttf("noto-sans-symbols-2", "400Regular", "NotoSansSymbols2")),
                   Source(ttf("noto-sans-symbols", folder, "NotoSansSymbols")),
                   Source(ttf("noto-sans-math", "400Regular", "NotoSansMath"))]
        emoji = Source(ttf("noto-emoji", {400: "500Medium", 700: "700Bold"}[weight], "NotoEmoji"))
        # Without calt and liga nothing is drawn but what was typed: this is what the vendor's "NL" cut is.
        font = base(ttf("jetbrains-mono", folder, "JetBrainsMono"), span("0020-FFFF"), ["ccmp", "mark", "mkmk"])
        merged = Merged(font)
        cell = font["hmtx"][merged.cmap[0x30]][0]
        merge(merged, sources, emoji, lambda s, c, e: fit_cells(s, c, merged.em, cell, e))
        keycap(merged, cell)
        font["post"].isFixedPitch = 1
        rename(font, "Plantao Mono", style, weight, f"Copyright 2020 The JetBrains Mono Project Authors. {credits}")
        merged.save(target / f"PlantaoMono-{style}.ttf")

    for package, name in (("inter", "Inter"), ("jetbrains-mono", "JetBrainsMono"), ("noto-emoji", "NotoEmoji"),
                          ("noto-sans-symbols", "NotoSansSymbols"), ("noto-sans-symbols-2", "NotoSansSymbols2"),
                          ("noto-sans-math", "NotoSansMath")):
        shutil.copyfile(packages / package / "LICENSE_FONT", target / f"OFL-{name}.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
