// What we call of libxlsxwriter, with our own prototypes, so that neither building nor starting the
// program needs it. Source: the reference manual of libxlsxwriter 1.1.

#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stdint.h>
#include <time.h>

// Hidden, so that the library itself never finds these in place of its own.
#pragma GCC visibility push(hidden)

// Loads the library once. Returns NULL when every function below can be called, else the name of the
// library or function that is missing; until it has returned NULL, none may be called.
const char *xlsxwriter_missing(void);

#define XLSXWRITER_LIBRARY "libxlsxwriter.so.4"

typedef struct lxw_workbook lxw_workbook;
typedef struct lxw_worksheet lxw_worksheet;
typedef struct lxw_format lxw_format;
typedef struct lxw_chart lxw_chart;
typedef struct lxw_chart_series lxw_chart_series;

typedef struct {
  const char *title, *subject, *author, *manager, *company, *category, *keywords, *comments, *status,
      *hyperlink_base;
  time_t created;
} lxw_doc_properties;

// Offsets in pixels, of 1/96 inch; the position says whether it moves and grows with its cells.
typedef struct {
  int32_t x_offset, y_offset;
  double x_scale, y_scale;
  uint8_t object_position;
  const char *description;
  uint8_t decorative;
  const char *url, *tip;
} lxw_image_options;

typedef struct {
  int32_t x_offset, y_offset;
  double x_scale, y_scale;
  uint8_t object_position;
  const char *description;
  uint8_t decorative;
} lxw_chart_options;

enum { LXW_CHART_COLUMN = 7, LXW_OBJECT_MOVE_DONT_SIZE = 2 };
enum { LXW_PAPER_A3 = 8, LXW_PAPER_A4 = 9, LXW_BORDER_THIN = 1, LXW_IGNORE_NUMBER_STORED_AS_TEXT = 1 };
enum { LXW_ALIGN_LEFT = 1, LXW_ALIGN_CENTER = 2, LXW_ALIGN_RIGHT = 3, LXW_ALIGN_VERTICAL_CENTER = 10 };

// Those that return int return 0 or the number of an error.
lxw_workbook *workbook_new(const char *filename);
int workbook_set_properties(lxw_workbook *workbook, lxw_doc_properties *properties);
lxw_worksheet *workbook_add_worksheet(lxw_workbook *workbook, const char *name);
lxw_format *workbook_add_format(lxw_workbook *workbook);
int workbook_close(lxw_workbook *workbook);

lxw_chart *workbook_add_chart(lxw_workbook *workbook, uint8_t type);
lxw_chart_series *chart_add_series(lxw_chart *chart, const char *categories, const char *values);
void chart_series_set_categories(
    lxw_chart_series *series, const char *sheet, uint32_t first_row, uint16_t first_column,
    uint32_t last_row, uint16_t last_column);
void chart_series_set_values(
    lxw_chart_series *series, const char *sheet, uint32_t first_row, uint16_t first_column,
    uint32_t last_row, uint16_t last_column);
void chart_series_set_name_range(
    lxw_chart_series *series, const char *sheet, uint32_t row, uint16_t column);
void chart_title_off(lxw_chart *chart);

void format_set_font_name(lxw_format *format, const char *name);
void format_set_font_size(lxw_format *format, double points);
void format_set_bold(lxw_format *format);
void format_set_text_wrap(lxw_format *format);
void format_set_align(lxw_format *format, uint8_t alignment);
void format_set_border(lxw_format *format, uint8_t style);
void format_set_bg_color(lxw_format *format, uint32_t colour);
void format_set_num_format(lxw_format *format, const char *number_format);

int worksheet_write_number(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, double number, lxw_format *format);
int worksheet_write_string(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *text, lxw_format *format);
int worksheet_write_blank(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, lxw_format *format);
int worksheet_merge_range(
    lxw_worksheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column, const char *text, lxw_format *format);
// The width in characters of the default font, the height in points.
int worksheet_set_column(
    lxw_worksheet *sheet, uint16_t first, uint16_t last, double width, lxw_format *format);
int worksheet_set_row(lxw_worksheet *sheet, uint32_t row, double height, lxw_format *format);
int worksheet_autofilter(
    lxw_worksheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row,
    uint16_t last_column);
// A chart is 480 pixels wide and 288 high at a scale of 1.
int worksheet_insert_chart_opt(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, lxw_chart *chart,
    lxw_chart_options *options);
// The file is read when the workbook is closed.
int worksheet_insert_image_opt(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *file,
    lxw_image_options *options);
void worksheet_freeze_panes(lxw_worksheet *sheet, uint32_t row, uint16_t column);
int worksheet_ignore_errors(lxw_worksheet *sheet, uint8_t kind, const char *range);
void worksheet_set_paper(lxw_worksheet *sheet, uint8_t paper);
void worksheet_set_landscape(lxw_worksheet *sheet);
void worksheet_center_horizontally(lxw_worksheet *sheet);
// 0 for as many pages as it takes.
void worksheet_fit_to_pages(lxw_worksheet *sheet, uint16_t wide, uint16_t high);
int worksheet_repeat_rows(lxw_worksheet *sheet, uint32_t first, uint32_t last);
int worksheet_set_header(lxw_worksheet *sheet, const char *text);
int worksheet_set_footer(lxw_worksheet *sheet, const char *text);
// A page ends above each row; the list ends with a zero.
int worksheet_set_h_pagebreaks(lxw_worksheet *sheet, uint32_t rows[]);

#pragma GCC visibility pop

#endif
