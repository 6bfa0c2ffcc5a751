// What we call of GObject, Cairo, Pango and PangoCairo, with our own prototypes, so that neither
// building nor starting the program needs these libraries. Lengths of Pango are in 1/1024 of a
// point. Source: the reference manuals of Cairo 1.16 and Pango 1.44.

#ifndef CPANGOCAIRO_H
#define CPANGOCAIRO_H

// Hidden, so that the libraries themselves never find these in place of their own.
#pragma GCC visibility push(hidden)

// Loads the libraries once. Returns NULL when every function below can be called, else the name of
// the library or function that is missing; until it has returned NULL, none may be called.
const char *pangocairo_missing(void);

// The library whose dependencies are all the others.
#define PANGOCAIRO_LIBRARY "libpangocairo-1.0.so.0"

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef int (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_PDF_METADATA_AUTHOR = 1, CAIRO_PDF_METADATA_SUBJECT = 2,
       CAIRO_PDF_METADATA_CREATOR = 4, CAIRO_PDF_METADATA_CREATE_DATE = 5 };
enum { CAIRO_PDF_OUTLINE_ROOT = 0, CAIRO_PDF_OUTLINE_FLAG_OPEN = 1 };

cairo_surface_t *cairo_pdf_surface_create_for_stream(
    cairo_write_func_t write, void *closure, double width, double height);
void cairo_pdf_surface_set_metadata(cairo_surface_t *surface, int key, const char *value);
// The place as `page=3 pos=[72 720]`, in points from the page's upper left corner. Returns the number of the
// bookmark, for those below it.
int cairo_pdf_surface_add_outline(
    cairo_surface_t *surface, int parent, const char *text, const char *place, int flags);
void cairo_surface_finish(cairo_surface_t *surface);
int cairo_surface_status(cairo_surface_t *surface);
void cairo_surface_destroy(cairo_surface_t *surface);
const char *cairo_status_to_string(int status);

cairo_t *cairo_create(cairo_surface_t *surface);
void cairo_destroy(cairo_t *cairo);
int cairo_status(cairo_t *cairo);
void cairo_show_page(cairo_t *cairo);
void cairo_identity_matrix(cairo_t *cairo);
void cairo_scale(cairo_t *cairo, double x, double y);
void cairo_set_source_rgb(cairo_t *cairo, double red, double green, double blue);
void cairo_set_line_width(cairo_t *cairo, double width);
void cairo_move_to(cairo_t *cairo, double x, double y);
void cairo_line_to(cairo_t *cairo, double x, double y);
void cairo_stroke(cairo_t *cairo);
void cairo_rectangle(cairo_t *cairo, double x, double y, double width, double height);
void cairo_fill(cairo_t *cairo);

typedef struct { double xx, yx, xy, yy, x0, y0; } cairo_matrix_t;
typedef int (*cairo_read_func_t)(void *closure, unsigned char *data, unsigned int length);
typedef void (*cairo_destroy_func_t)(void *data);

enum { CAIRO_FORMAT_A1 = 3, CAIRO_STATUS_READ_ERROR = 10 };
#define CAIRO_MIME_TYPE_JPEG "image/jpeg"

void cairo_save(cairo_t *cairo);
void cairo_restore(cairo_t *cairo);
void cairo_transform(cairo_t *cairo, const cairo_matrix_t *matrix);
void cairo_set_source_surface(cairo_t *cairo, cairo_surface_t *surface, double x, double y);
void cairo_paint(cairo_t *cairo);
cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
cairo_surface_t *cairo_image_surface_create_from_png_stream(cairo_read_func_t read, void *closure);
void cairo_surface_mark_dirty(cairo_surface_t *surface);
int cairo_surface_set_mime_data(
    cairo_surface_t *surface, const char *type, const unsigned char *data, unsigned long length,
    cairo_destroy_func_t destroy, void *closure);

typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutIter PangoLayoutIter;
// The fields that are public; bytes of the layout's text.
typedef struct { PangoLayout *layout; int start_index, length; } PangoLayoutLine;
typedef struct { int x, y, width, height; } PangoRectangle;

enum { PANGO_SCALE = 1024, PANGO_WRAP_WORD = 0, PANGO_WRAP_WORD_CHAR = 2 };
enum { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
enum { PANGO_WEIGHT_NORMAL = 400, PANGO_WEIGHT_SEMIBOLD = 600 };

PangoContext *pango_cairo_create_context(cairo_t *cairo);
PangoLanguage *pango_language_from_string(const char *language);
void pango_context_set_language(PangoContext *context, PangoLanguage *language);
void pango_context_set_round_glyph_positions(PangoContext *context, int round);

PangoFontDescription *pango_font_description_new(void);
void pango_font_description_free(PangoFontDescription *font);
const char *pango_font_description_get_family(const PangoFontDescription *font);
PangoFont *pango_context_load_font(PangoContext *context, const PangoFontDescription *font);
PangoFontDescription *pango_font_describe(PangoFont *font);
void pango_font_description_set_family(PangoFontDescription *font, const char *families);
void pango_font_description_set_weight(PangoFontDescription *font, int weight);
void pango_font_description_set_absolute_size(PangoFontDescription *font, double size);

PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *font);
void pango_layout_set_text(PangoLayout *layout, const char *text, int length);
void pango_layout_set_width(PangoLayout *layout, int width);
void pango_layout_set_indent(PangoLayout *layout, int indent);
void pango_layout_set_wrap(PangoLayout *layout, int wrap);
void pango_layout_set_alignment(PangoLayout *layout, int alignment);
void pango_layout_get_size(PangoLayout *layout, int *width, int *height);
int pango_layout_get_unknown_glyphs_count(PangoLayout *layout);
typedef struct _PangoAttrList PangoAttrList;
typedef struct { const void *kind; unsigned int start_index, end_index; } PangoAttribute;
PangoAttrList *pango_attr_list_new(void);
void pango_attr_list_unref(PangoAttrList *list);
// The list takes the attribute over.
void pango_attr_list_insert(PangoAttrList *list, PangoAttribute *attribute);
PangoAttribute *pango_attr_allow_breaks_new(int allow);
void pango_layout_set_attributes(PangoLayout *layout, PangoAttrList *list);
PangoLayoutLine *pango_layout_get_line_readonly(PangoLayout *layout, int line);
PangoLayoutIter *pango_layout_get_iter(PangoLayout *layout);
void pango_layout_iter_free(PangoLayoutIter *iter);
int pango_layout_iter_next_line(PangoLayoutIter *iter);
void pango_layout_iter_get_line_extents(
    PangoLayoutIter *iter, PangoRectangle *ink, PangoRectangle *logical);
void pango_cairo_show_layout_line(cairo_t *cairo, PangoLayoutLine *line);

void g_object_unref(void *object);

#pragma GCC visibility pop

#endif
