#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "internal.h"

#include <errno.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static SCREEN *screen;
static bool colored, mouse_wanted;
/// Colours that are known by number.
static int palette;

cc_terminfo cc_look_up_terminal(const char *term) {
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) != OK) {
    if (error == 1) return cc_terminfo_cannot_address_cursor;
    return error == 0 ? cc_terminfo_unknown : cc_terminfo_missing_database;
  }
  const char *address = tigetstr("cup");
  return address && address != (char *)-1 ? cc_terminfo_usable : cc_terminfo_cannot_address_cursor;
}

// The Linux console has no reports; there curses asks gpm.
static bool reports_clicks(void) {
  const char *report = tigetstr("kmous");
  return report && report != (char *)-1 && strncmp(termname(), "linux", 5) != 0;
}

static void set_mouse(bool enabled) {
  if (reports_clicks()) {
    cc_write(enabled ? CC_MOUSE_ON : CC_MOUSE_OFF, sizeof CC_MOUSE_ON - 1);
    return;
  }
  mmask_t wanted = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON2_PRESSED | BUTTON2_RELEASED | BUTTON3_PRESSED |
                   BUTTON3_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mousemask(enabled ? wanted : 0, NULL);
}

// curses would turn the keypad on at the next read only, which is after the first key.
static void enter_input_modes(void) {
  if (keypad_xmit) putp(keypad_xmit);
  putp(CC_PASTE_ON);
  fflush(stdout);
  doupdate();
}

// False: the size can't be known, and what curses believes has to do.
static bool get_window(struct winsize *window) {
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, window) == 0 && window->ws_row > 0 && window->ws_col > 0;
}

bool cc_window_differs(void) {
  struct winsize window;
  return get_window(&window) && (window.ws_row != LINES || window.ws_col != COLS);
}

bool cc_fit_window(void) {
  struct winsize window;
  if (!get_window(&window) || !is_term_resized(window.ws_row, window.ws_col)) return false;
  if (resize_term(window.ws_row, window.ws_col) != OK) return false;
  // What the terminal did with the lines that it showed, nobody knows.
  clearok(curscr, TRUE);
  return true;
}

bool cc_open(const char *term, bool use_color, bool use_mouse) {
  cc_remember_terminal();
  cc_catch_signals();
  screen = newterm(term, stdout, stdin);
  if (!screen) {
    cc_release_signals();
    return false;
  }
  cc_chain_resize();
  cc_fit_window();
  cc_prepare_restore();
  cc_arm();
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // curses would leave a frame unfinished when a key comes, and finish it with the next one, which may be never.
  typeahead(-1);
  if (!getenv("ESCDELAY")) set_escdelay(25);
  colored = use_color && has_colors();
  if (colored) {
    start_color();
    use_default_colors();
    int indexed = tigetnum("CO");
    palette = COLORS <= 256 ? COLORS : indexed > 8 ? indexed : 8;
    // Of nine to fifteen colours nobody knows what the last ones are.
    if (palette < 16) palette = 8;
  }
  mouseinterval(0);
  if (!cc_open_input(!reports_clicks())) {
    cc_close();
    return false;
  }
  mouse_wanted = use_mouse;
  set_mouse(use_mouse);
  // Before the first frame, which clears the screen.
  cc_ask_for_synchronization(term);
  enter_input_modes();
  return true;
}

void cc_pause(void) {
  if (!screen || isendwin()) return;
  cc_write(CC_PASTE_OFF, sizeof CC_PASTE_OFF - 1);
  if (mouse_wanted && reports_clicks()) cc_write(CC_MOUSE_OFF, sizeof CC_MOUSE_OFF - 1);
  cc_drop_late_answer();
  // With no screen to go back to, the shell goes on in the last row, and does not wipe it.
  if (!exit_ca_mode && wmove(stdscr, LINES - 1, 0) == OK) {
    wattrset(stdscr, A_NORMAL);
    clrtoeol();
    refresh();
  }
  endwin();
  cc_disarm();
}

void cc_resume(void) {
  if (!screen || !isendwin()) return;
  cc_arm();
  cc_fit_window();
  // Blank at first: what was there may be of another size.
  erase();
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  set_mouse(mouse_wanted);
  enter_input_modes();
}

void cc_close(void) {
  if (!screen) return;
  cc_pause();
  cc_close_input();
  delscreen(screen);
  screen = NULL;
  cc_release_signals();
}

int cc_rows(void) { return LINES; }
int cc_columns(void) { return COLS; }
int cc_colors(void) { return colored ? COLORS : 0; }
void cc_bell(void) { beep(); }

void cc_set_mouse(bool enabled) {
  mouse_wanted = enabled;
  set_mouse(enabled);
  doupdate();
}

bool cc_write(const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    count -= (size_t)written;
  }
  return true;
}

void cc_erase(void) {
  wattrset(stdscr, A_NORMAL);
  erase();
}

void cc_erase_row(int row) {
  wattrset(stdscr, A_NORMAL);
  if (wmove(stdscr, row, 0) == OK) clrtoeol();
}

// The bright colours of xterm's default palette.
static const int bright_rgb[] = {0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

// With direct colour a number is a mixture of red, green and blue, but for the first few (`CO` of them, or
// eight). A terminal with eight colours shows a bright one as bold, but not grey: where bold is only bold,
// that would be black on black.
static int known_color(int color, attr_t *attributes, bool is_foreground) {
  if (color < palette) return color;
  if (COLORS > 0xffffff) return bright_rgb[color - 8];
  if (is_foreground) *attributes |= color == 8 ? A_DIM : A_BOLD;
  return is_foreground && color == 8 ? -1 : color - 8;
}

void cc_put(int row, int column, const uint32_t *scalars, int count, unsigned style, int foreground,
            int background) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  attr_t attributes = A_NORMAL;
  if (style & CC_BOLD) attributes |= A_BOLD;
  if (style & CC_DIM) attributes |= A_DIM;
  if (style & CC_REVERSE) attributes |= A_REVERSE;
  if (style & CC_UNDERLINE) attributes |= A_UNDERLINE;
  if (style & CC_ITALIC) attributes |= A_ITALIC;
  int pair = 0;
  if (colored && (foreground >= 0 || background >= 0)) {
    foreground = known_color(foreground, &attributes, true);
    background = known_color(background, &attributes, false);
    pair = alloc_pair(foreground, background);
    if (pair < 0) pair = 0;
  }
  cchar_t cell;
  // The pair goes by pointer: the short in the argument list ends at 32767, and older forms wrap at 255.
  if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvadd_wchnstr(row, column, &cell, 1);
}

void cc_show(int cursor_row, int cursor_column) {
  bool visible = cursor_row >= 0 && cursor_row < LINES && cursor_column >= 0 && cursor_column < COLS;
  if (visible) wmove(stdscr, cursor_row, cursor_column);
  cc_begin_frame();
  curs_set(visible ? 1 : 0);
  wnoutrefresh(stdscr);
  doupdate();
  cc_end_frame();
}

void cc_forget_screen(void) { clearok(curscr, TRUE); }
