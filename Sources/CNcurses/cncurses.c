#define _GNU_SOURCE 1
#include "cncurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>

bool cn_can_move_cursor(void) {
  const char *cup = tigetstr("cup");
  return cup != NULL && cup != (const char *)-1;
}

bool cn_has_own_screen(void) {
  const char *smcup = tigetstr("smcup");
  return smcup != NULL && smcup != (const char *)-1;
}

bool cn_force_utf8(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return false;
  setlocale(LC_CTYPE, "C.UTF-8");
  return true;
}

int cn_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int cn_put(int row, int column, const wchar_t *text, int attributes, short pair) {
  attr_t look = A_NORMAL;
  if (attributes & cn_bold) look |= A_BOLD;
  if (attributes & cn_reverse) look |= A_REVERSE;
  if (attributes & cn_underline) look |= A_UNDERLINE;
  cchar_t cell;
  if (setcchar(&cell, text, look, pair, NULL) == ERR) return ERR;
  return mvwadd_wch(stdscr, row, column, &cell);
}

enum cn_mouse_kind cn_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) == ERR) return cn_mouse_other;
  *row = event.y;
  *column = event.x;
  if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) return cn_mouse_press;
  if (event.bstate & BUTTON4_PRESSED) return cn_mouse_wheel_up;
  if (event.bstate & BUTTON5_PRESSED) return cn_mouse_wheel_down;
  return cn_mouse_other;
}

void cn_set_mouse(bool on) {
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

void cn_follow_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
}

static void write_all(int file, const char *text, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, text, length);
    if (written <= 0) return;
    text += written;
    length -= (size_t)written;
  }
}

void cn_write(const char *text) { write_all(STDOUT_FILENO, text, strlen(text)); }

// ---- Signals: only write, tcsetattr, dup2, signal and raise, which are async-signal-safe ----

static const char restoring[] =
    "\033[?2026l\033[?2004l\033[?1006l\033[?1003l\033[?1002l\033[?1000l"
    "\033[?1l\033>\033[?7h\033[?25h\033[0m\033[?1049l\r\n";

static struct termios saved_settings;
static volatile sig_atomic_t is_active, is_stop_requested, has_continued;
static int saved_error = -1, log_file = -1;
static char farewell_text[256];

static void end_by_signal(int number) {
  if (is_active) {
    is_active = 0;
    write_all(STDOUT_FILENO, restoring, sizeof restoring - 1);
    tcsetattr(STDIN_FILENO, TCSANOW, &saved_settings);
    if (saved_error >= 0) dup2(saved_error, STDERR_FILENO);
    if (number != SIGTERM && number != SIGHUP && number != SIGINT)
      write_all(STDERR_FILENO, farewell_text, strlen(farewell_text));
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void note_stop(int number) {
  (void)number;
  is_stop_requested = 1;
}

static void note_continue(int number) {
  (void)number;
  has_continued = 1;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  // In the background tcsetattr would stop the process instead of letting it end.
  sigaddset(&action.sa_mask, SIGTTOU);
  sigaction(number, &action, NULL);
}

void cn_guard(const char *log, const char *farewell) {
  strncpy(farewell_text, farewell, sizeof farewell_text - 1);
  tcgetattr(STDIN_FILENO, &saved_settings);
  saved_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  log_file = open(log ? log : "/dev/null", O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0600);
  if (log_file < 0) log_file = open("/dev/null", O_WRONLY | O_CLOEXEC);
  static const int ending[] = {SIGSEGV, SIGBUS,  SIGILL, SIGTRAP, SIGFPE,
                               SIGABRT, SIGQUIT, SIGHUP, SIGTERM, SIGINT};
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
    handle(ending[i], end_by_signal, SA_RESETHAND | SA_NODEFER);
}

void cn_set_active(bool active) {
  is_active = active;
  handle(SIGTSTP, active ? note_stop : SIG_DFL, 0);
  handle(SIGCONT, active ? note_continue : SIG_DFL, 0);
  int target = active ? log_file : saved_error;
  if (target >= 0) dup2(target, STDERR_FILENO);
}

void cn_ignore_interrupt(bool ignored) {
  handle(SIGINT, ignored ? SIG_IGN : end_by_signal, ignored ? 0 : SA_RESETHAND | SA_NODEFER);
}

void cn_stop(void) {
  kill(0, SIGTSTP);
  is_stop_requested = 0;
  has_continued = 0;
}

bool cn_stop_requested(void) {
  bool was = is_stop_requested;
  is_stop_requested = 0;
  return was;
}

bool cn_continued(void) {
  bool was = has_continued;
  has_continued = 0;
  return was;
}
