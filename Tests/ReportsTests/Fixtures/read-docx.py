"""Prints as JSON what python-docx reads in a letter."""
import json
import sys
import zipfile
from xml.dom import minidom

import docx
from docx.oxml.ns import qn

letter = docx.Document(sys.argv[1])
section = letter.sections[0]
archive = zipfile.ZipFile(sys.argv[1])
for name in archive.namelist():
    if name.endswith((".xml", ".rels")):
        minidom.parseString(archive.read(name))


def fonts(style):
    """Latin and Chinese font and size, with what the styles below it say."""
    found = {"ascii": "", "eastAsia": "", "size": 0}
    while style is not None:
        for key in ("ascii", "eastAsia"):
            rpr = style.element.rPr
            if not found[key] and rpr is not None and rpr.rFonts is not None:
                found[key] = rpr.rFonts.get(qn("w:" + key)) or ""
        if not found["size"] and style.font.size is not None:
            found["size"] = style.font.size.pt
        style = style.base_style
    return found


def table(t):
    return {
        "style": t.style.name, "columns": [round(c.width.pt * 20) for c in t.columns],
        "rows": [[c.text for c in row.cells] for row in t.rows],
        "repeated": [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in t.rows],
        "whole": [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in t.rows],
        "styles": [[c.paragraphs[-1].style.name for c in row.cells] for row in t.rows],
        "sides": [
            ["" if c.paragraphs[-1].alignment is None else c.paragraphs[-1].alignment.name
             if hasattr(c.paragraphs[-1].alignment, "name") else str(c.paragraphs[-1].alignment)
             for c in row.cells] for row in t.rows],
    }


def spacing(style):
    """What is added to each character, in points."""
    found = style.element.rPr.find(qn("w:spacing"))
    return 0 if found is None else int(found.get(qn("w:val"))) / 20


print(json.dumps({
    "title": letter.core_properties.title, "created": letter.core_properties.created.isoformat(),
    "paragraphs": [{"style": p.style.name, "text": p.text} for p in letter.paragraphs],
    "tables": [table(t) for t in letter.tables],
    "fonts": {s.name: fonts(s) for s in letter.styles if s.type == 1},
    "lines": {s.name: s.paragraph_format.line_spacing.pt for s in letter.styles
              if s.type == 1 and hasattr(s.paragraph_format.line_spacing, "pt")},
    "page": [round(x.mm, 1) for x in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin)],
    "isLandscape": section.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE,
    "spacing": spacing(letter.styles["Normal"]),
    "header": "\n".join(p.text for p in section.header.paragraphs),
    "footer": "\n".join(p.text for p in section.footer.paragraphs),
    "breaks": len(letter.element.body.findall(".//" + qn("w:pageBreakBefore"))),
    "lineEnds": [int(t.get(qn("w:pos"))) for t in letter.element.body.iter(qn("w:tab"))
                 if t.get(qn("w:leader")) == "underscore"],
    "media": {n[11:]: list(archive.read(n)[:4]) for n in archive.namelist()
              if n.startswith("word/media/")},
    "shapes": [[round(s.width.pt), round(s.height.pt)] for s in letter.inline_shapes],
    "turns": [x.get("rot") + (" flipH" if x.get("flipH") else "")
              for x in letter.element.body.iter(qn("a:xfrm"))],
    "times": sorted({"-".join(map(str, i.date_time)) for i in archive.infolist()}),
}))
