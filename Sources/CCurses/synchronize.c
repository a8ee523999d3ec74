// Synchronized output: between two marks the terminal keeps showing what it showed, so that nobody sees
// half a frame. https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "internal.h"

#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define QUESTION "\033[?2026$p"
#define BEGIN "\033[?2026h"
#define END "\033[?2026l"

static volatile sig_atomic_t synchronized;
static bool asked;
static struct timespec asked_at;

// Only those that speak xterm's dialect, of which terminfo's name for mouse reports is the sign. Among these
// some are known to have no answer, or to print what they don't know.
static bool may_be_asked(const char *term) {
  static const char *const silent[] = {"linux", "rxvt", "Eterm", "hurd", "cygwin"};
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
    if (strncmp(term, silent[i], strlen(silent[i])) == 0) return false;
  const char *program = getenv("TERM_PROGRAM");
  if (program && strcmp(program, "Apple_Terminal") == 0) return false;
  const char *mouse = tigetstr("kmous");
  return mouse && mouse != (char *)-1;
}

void cc_ask_for_synchronization(const char *term) {
  synchronized = 0;
  asked = may_be_asked(term);
  if (!asked) return;
  clock_gettime(CLOCK_MONOTONIC, &asked_at);
  putp(QUESTION);
}

void cc_set_synchronized(bool available) {
  asked = false;
  synchronized = available;
}

void cc_drop_late_answer(void) {
  if (!asked) return;
  asked = false;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long waited = (now.tv_sec - asked_at.tv_sec) * 1000 + (now.tv_nsec - asked_at.tv_nsec) / 1000000;
  if (waited >= 1000) return;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, 100) > 0) tcflush(STDIN_FILENO, TCIFLUSH);
}

// In writes of their own, because nothing public leads into curses' buffer: putp() goes through stdio.
void cc_begin_frame(void) {
  if (synchronized) cc_write(BEGIN, sizeof BEGIN - 1);
}

const char *cc_frame_end(void) { return synchronized ? END : ""; }

void cc_end_frame(void) { cc_write(cc_frame_end(), strlen(cc_frame_end())); }
