"""Prints as JSON what openpyxl reads in a workbook's first sheet."""
import json
import sys
import zipfile

import openpyxl
from openpyxl.utils import get_column_letter

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]

archive = zipfile.ZipFile(sys.argv[1])


def read(cell):
    value = cell.value
    if hasattr(value, "isoformat"):
        value = value.isoformat()[:10]
    return {
        "value": "" if value is None else str(value), "type": cell.data_type,
        "format": cell.number_format, "side": cell.alignment.horizontal or "",
        "isBold": bool(cell.font.b),
    }


print(json.dumps({
    "names": book.sheetnames, "title": book.properties.title or "",
    "created": book.properties.created.isoformat(),
    "freeze": sheet.freeze_panes or "", "filter": sheet.auto_filter.ref or "",
    "titles": sheet.print_title_rows or "",
    "isLandscape": sheet.page_setup.orientation == "landscape",
    "paper": int(sheet.page_setup.paperSize or 0),
    # Where nothing is said, OOXML means 1.
    "fit": [1 if n is None else n
            for n in (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)],
    "header": sheet.oddHeader.left.text or "", "footer": sheet.oddFooter.center.text or "",
    "breaks": [b.id for b in sheet.row_breaks.brk],
    "merged": sorted(str(r) for r in sheet.merged_cells.ranges),
    "widths": [sheet.column_dimensions[get_column_letter(n + 1)].width
               for n in range(sheet.max_column)],
    "heights": [sheet.row_dimensions[r + 1].height or 0 for r in range(sheet.max_row)],
    "author": book.properties.creator or "",
    # By chart the cells of each series and of its names.
    "charts": [[[s.val.numRef.f, s.cat.strRef.f if s.cat.strRef else s.cat.numRef.f]
                for s in chart.series] for chart in sheet._charts],
    "pictures": [len(archive.read(n)) for n in archive.namelist()
                 if n.startswith("xl/media/")],
    "images": [[int(i.width), int(i.height)] for i in sheet._images],
    "rows": [[read(c) for c in row] for row in sheet.iter_rows()],
}))
