#include "CPangoCairo.h"

#include "CLoader.h"

// Every function once: result, name, parameters, arguments.
#define FUNCTIONS(F) \
  F(cairo_surface_t *, cairo_pdf_surface_create_for_stream, \
    (cairo_write_func_t write, void *closure, double width, double height), \
    (write, closure, width, height)) \
  F(void, cairo_pdf_surface_set_metadata, \
    (cairo_surface_t *surface, int key, const char *value), (surface, key, value)) \
  F(int, cairo_pdf_surface_add_outline, \
    (cairo_surface_t *surface, int parent, const char *text, const char *place, int flags), \
    (surface, parent, text, place, flags)) \
  F(void, cairo_surface_finish, (cairo_surface_t *surface), (surface)) \
  F(int, cairo_surface_status, (cairo_surface_t *surface), (surface)) \
  F(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface)) \
  F(const char *, cairo_status_to_string, (int status), (status)) \
  F(cairo_t *, cairo_create, (cairo_surface_t *surface), (surface)) \
  F(void, cairo_destroy, (cairo_t *cairo), (cairo)) \
  F(int, cairo_status, (cairo_t *cairo), (cairo)) \
  F(void, cairo_show_page, (cairo_t *cairo), (cairo)) \
  F(void, cairo_identity_matrix, (cairo_t *cairo), (cairo)) \
  F(void, cairo_scale, (cairo_t *cairo, double x, double y), (cairo, x, y)) \
  F(void, cairo_set_source_rgb, (cairo_t *cairo, double red, double green, double blue), \
    (cairo, red, green, blue)) \
  F(void, cairo_set_line_width, (cairo_t *cairo, double width), (cairo, width)) \
  F(void, cairo_move_to, (cairo_t *cairo, double x, double y), (cairo, x, y)) \
  F(void, cairo_line_to, (cairo_t *cairo, double x, double y), (cairo, x, y)) \
  F(void, cairo_stroke, (cairo_t *cairo), (cairo)) \
  F(void, cairo_rectangle, (cairo_t *cairo, double x, double y, double width, double height), \
    (cairo, x, y, width, height)) \
  F(void, cairo_fill, (cairo_t *cairo), (cairo)) \
  F(void, cairo_save, (cairo_t *cairo), (cairo)) \
  F(void, cairo_restore, (cairo_t *cairo), (cairo)) \
  F(void, cairo_transform, (cairo_t *cairo, const cairo_matrix_t *matrix), (cairo, matrix)) \
  F(void, cairo_set_source_surface, \
    (cairo_t *cairo, cairo_surface_t *surface, double x, double y), (cairo, surface, x, y)) \
  F(void, cairo_paint, (cairo_t *cairo), (cairo)) \
  F(cairo_surface_t *, cairo_image_surface_create, (int format, int width, int height), \
    (format, width, height)) \
  F(cairo_surface_t *, cairo_image_surface_create_from_png_stream, \
    (cairo_read_func_t read, void *closure), (read, closure)) \
  F(void, cairo_surface_mark_dirty, (cairo_surface_t *surface), (surface)) \
  F(int, cairo_surface_set_mime_data, \
    (cairo_surface_t *surface, const char *type, const unsigned char *data, \
     unsigned long length, cairo_destroy_func_t destroy, void *closure), \
    (surface, type, data, length, destroy, closure)) \
  F(PangoContext *, pango_cairo_create_context, (cairo_t *cairo), (cairo)) \
  F(PangoLanguage *, pango_language_from_string, (const char *language), (language)) \
  F(void, pango_context_set_language, (PangoContext *context, PangoLanguage *language), \
    (context, language)) \
  F(void, pango_context_set_round_glyph_positions, (PangoContext *context, int round), \
    (context, round)) \
  F(PangoFontDescription *, pango_font_description_new, (void), ()) \
  F(void, pango_font_description_free, (PangoFontDescription *font), (font)) \
  F(const char *, pango_font_description_get_family, (const PangoFontDescription *font), (font)) \
  F(PangoFont *, pango_context_load_font, \
    (PangoContext *context, const PangoFontDescription *font), (context, font)) \
  F(PangoFontDescription *, pango_font_describe, (PangoFont *font), (font)) \
  F(void, pango_font_description_set_family, \
    (PangoFontDescription *font, const char *families), (font, families)) \
  F(void, pango_font_description_set_weight, (PangoFontDescription *font, int weight), \
    (font, weight)) \
  F(void, pango_font_description_set_absolute_size, (PangoFontDescription *font, double size), \
    (font, size)) \
  F(PangoLayout *, pango_layout_new, (PangoContext *context), (context)) \
  F(void, pango_layout_set_font_description, \
    (PangoLayout *layout, const PangoFontDescription *font), (layout, font)) \
  F(void, pango_layout_set_text, (PangoLayout *layout, const char *text, int length), \
    (layout, text, length)) \
  F(void, pango_layout_set_width, (PangoLayout *layout, int width), (layout, width)) \
  F(void, pango_layout_set_indent, (PangoLayout *layout, int indent), (layout, indent)) \
  F(void, pango_layout_set_wrap, (PangoLayout *layout, int wrap), (layout, wrap)) \
  F(void, pango_layout_set_alignment, (PangoLayout *layout, int alignment), \
    (layout, alignment)) \
  F(void, pango_layout_get_size, (PangoLayout *layout, int *width, int *height), \
    (layout, width, height)) \
  F(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *layout), (layout)) \
  F(PangoAttrList *, pango_attr_list_new, (void), ()) \
  F(void, pango_attr_list_unref, (PangoAttrList *list), (list)) \
  F(void, pango_attr_list_insert, (PangoAttrList *list, PangoAttribute *attribute), \
    (list, attribute)) \
  F(PangoAttribute *, pango_attr_allow_breaks_new, (int allow), (allow)) \
  F(void, pango_layout_set_attributes, (PangoLayout *layout, PangoAttrList *list), \
    (layout, list)) \
  F(PangoLayoutLine *, pango_layout_get_line_readonly, (PangoLayout *layout, int line), \
    (layout, line)) \
  F(PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *layout), (layout)) \
  F(void, pango_layout_iter_free, (PangoLayoutIter *iter), (iter)) \
  F(int, pango_layout_iter_next_line, (PangoLayoutIter *iter), (iter)) \
  F(void, pango_layout_iter_get_line_extents, \
    (PangoLayoutIter *iter, PangoRectangle *ink, PangoRectangle *logical), \
    (iter, ink, logical)) \
  F(void, pango_cairo_show_layout_line, (cairo_t *cairo, PangoLayoutLine *line), (cairo, line)) \
  F(void, g_object_unref, (void *object), (object))

LOADER_LIBRARY(PANGOCAIRO_LIBRARY, pangocairo_missing, FUNCTIONS)
