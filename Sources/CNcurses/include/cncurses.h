// What Swift cannot import from <curses.h> (macros with casts, variadics, mutable globals), and the
// parts of the terminal that must be C: the signal handlers.
#ifndef CNCURSES_H
#define CNCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

/// A cell's look: bits of cn_bold, cn_reverse, cn_underline.
enum cn_attribute { cn_bold = 1, cn_reverse = 2, cn_underline = 4 };

/// What a mouse report says.
enum cn_mouse_kind { cn_mouse_other, cn_mouse_press, cn_mouse_wheel_up, cn_mouse_wheel_down };

static inline WINDOW *cn_screen(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }
static inline int cn_colours(void) { return COLORS; }

/// Opens the terminal of that name; NULL if terminfo does not know it.
static inline SCREEN *cn_open(const char *name) { return newterm((char *)name, stdout, stdin); }

/// Whether the terminal can move its cursor, without which nothing can be drawn.
bool cn_can_move_cursor(void);

/// Whether the terminal has a second screen, which leaves no trace of the program on the first.
bool cn_has_own_screen(void);

/// Takes LC_CTYPE from the environment; if that is not UTF-8, sets C.UTF-8 and returns true.
bool cn_force_utf8(void);

/// glibc's wcwidth, which the Glibc module hides.
int cn_wcwidth(uint32_t scalar);

/// Writes one cell: a base and its marks, ended by 0.
int cn_put(int row, int column, const wchar_t *text, int attributes, short pair);

/// Takes the next mouse report from the queue.
enum cn_mouse_kind cn_mouse(int *row, int *column);

/// Asks for presses and the wheel, or for nothing.
void cn_set_mouse(bool on);

/// Writes bytes straight to the terminal, past curses.
void cn_write(const char *text);

/// Takes up the window's size if it changed unnoticed; the change then comes as KEY_RESIZE.
void cn_follow_size(void);

/// Remembers how the terminal is set, and restores it from any signal that ends the process. While the
/// screen is up standard error goes to the log, or nowhere if that is NULL; a crash then says farewell.
void cn_guard(const char *log, const char *farewell);

/// Says whether the screen is up: then a stop from outside is noted instead of obeyed at once.
void cn_set_active(bool active);

/// Whether SIGINT is passed over: a Ctrl-C between leaving the screen and having it again is the shell's, or a
/// slip where there is no shell to stop for, and must not end the program.
void cn_ignore_interrupt(bool ignored);

/// Stops the process group as Ctrl-Z does; returns after `fg`. The screen must not be up.
void cn_stop(void);

/// Whether a stop was asked for from outside (SIGTSTP) since the last call.
bool cn_stop_requested(void);

/// Whether the process went on after a stop (SIGCONT) since the last call.
bool cn_continued(void);

#endif
