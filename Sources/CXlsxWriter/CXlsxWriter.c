#include "CXlsxWriter.h"

#include "CLoader.h"

// Every function once: result, name, parameters, arguments.
#define FUNCTIONS(F) \
  F(lxw_workbook *, workbook_new, (const char *filename), (filename)) \
  F(int, workbook_set_properties, (lxw_workbook *workbook, lxw_doc_properties *properties), \
    (workbook, properties)) \
  F(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *workbook, const char *name), \
    (workbook, name)) \
  F(lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook)) \
  F(int, workbook_close, (lxw_workbook *workbook), (workbook)) \
  F(lxw_chart *, workbook_add_chart, (lxw_workbook *workbook, uint8_t type), (workbook, type)) \
  F(lxw_chart_series *, chart_add_series, \
    (lxw_chart *chart, const char *categories, const char *values), \
    (chart, categories, values)) \
  F(void, chart_series_set_categories, \
    (lxw_chart_series *series, const char *sheet, uint32_t first_row, uint16_t first_column, \
     uint32_t last_row, uint16_t last_column), \
    (series, sheet, first_row, first_column, last_row, last_column)) \
  F(void, chart_series_set_values, \
    (lxw_chart_series *series, const char *sheet, uint32_t first_row, uint16_t first_column, \
     uint32_t last_row, uint16_t last_column), \
    (series, sheet, first_row, first_column, last_row, last_column)) \
  F(void, chart_series_set_name_range, \
    (lxw_chart_series *series, const char *sheet, uint32_t row, uint16_t column), \
    (series, sheet, row, column)) \
  F(void, chart_title_off, (lxw_chart *chart), (chart)) \
  F(int, worksheet_insert_chart_opt, \
    (lxw_worksheet *sheet, uint32_t row, uint16_t column, lxw_chart *chart, \
     lxw_chart_options *options), \
    (sheet, row, column, chart, options)) \
  F(int, worksheet_insert_image_opt, \
    (lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *file, \
     lxw_image_options *options), \
    (sheet, row, column, file, options)) \
  F(void, format_set_font_name, (lxw_format *format, const char *name), (format, name)) \
  F(void, format_set_font_size, (lxw_format *format, double points), (format, points)) \
  F(void, format_set_bold, (lxw_format *format), (format)) \
  F(void, format_set_text_wrap, (lxw_format *format), (format)) \
  F(void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment)) \
  F(void, format_set_border, (lxw_format *format, uint8_t style), (format, style)) \
  F(void, format_set_bg_color, (lxw_format *format, uint32_t colour), (format, colour)) \
  F(void, format_set_num_format, (lxw_format *format, const char *number_format), \
    (format, number_format)) \
  F(int, worksheet_write_number, \
    (lxw_worksheet *sheet, uint32_t row, uint16_t column, double number, lxw_format *format), \
    (sheet, row, column, number, format)) \
  F(int, worksheet_write_string, \
    (lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *text, lxw_format *format), \
    (sheet, row, column, text, format)) \
  F(int, worksheet_write_blank, \
    (lxw_worksheet *sheet, uint32_t row, uint16_t column, lxw_format *format), \
    (sheet, row, column, format)) \
  F(int, worksheet_merge_range, \
    (lxw_worksheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row, \
     uint16_t last_column, const char *text, lxw_format *format), \
    (sheet, first_row, first_column, last_row, last_column, text, format)) \
  F(int, worksheet_set_column, \
    (lxw_worksheet *sheet, uint16_t first, uint16_t last, double width, lxw_format *format), \
    (sheet, first, last, width, format)) \
  F(int, worksheet_set_row, \
    (lxw_worksheet *sheet, uint32_t row, double height, lxw_format *format), \
    (sheet, row, height, format)) \
  F(int, worksheet_autofilter, \
    (lxw_worksheet *sheet, uint32_t first_row, uint16_t first_column, uint32_t last_row, \
     uint16_t last_column), \
    (sheet, first_row, first_column, last_row, last_column)) \
  F(void, worksheet_freeze_panes, (lxw_worksheet *sheet, uint32_t row, uint16_t column), \
    (sheet, row, column)) \
  F(int, worksheet_ignore_errors, (lxw_worksheet *sheet, uint8_t kind, const char *range), \
    (sheet, kind, range)) \
  F(void, worksheet_set_paper, (lxw_worksheet *sheet, uint8_t paper), (sheet, paper)) \
  F(void, worksheet_set_landscape, (lxw_worksheet *sheet), (sheet)) \
  F(void, worksheet_center_horizontally, (lxw_worksheet *sheet), (sheet)) \
  F(void, worksheet_fit_to_pages, (lxw_worksheet *sheet, uint16_t wide, uint16_t high), \
    (sheet, wide, high)) \
  F(int, worksheet_repeat_rows, (lxw_worksheet *sheet, uint32_t first, uint32_t last), \
    (sheet, first, last)) \
  F(int, worksheet_set_header, (lxw_worksheet *sheet, const char *text), (sheet, text)) \
  F(int, worksheet_set_footer, (lxw_worksheet *sheet, const char *text), (sheet, text)) \
  F(int, worksheet_set_h_pagebreaks, (lxw_worksheet *sheet, uint32_t rows[]), (sheet, rows))

LOADER_LIBRARY(XLSXWRITER_LIBRARY, xlsxwriter_missing, FUNCTIONS)
