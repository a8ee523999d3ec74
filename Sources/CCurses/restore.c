// The way out when there is no time for curses: a crash, a hang-up, exit() from anywhere.
// All that a handler reaches here is on POSIX's list of async-signal-safe functions.

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "internal.h"
#include "stderr.h"

#include <errno.h>
#include <fcntl.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t armed;
static volatile sig_atomic_t paused;
static struct termios found;
static bool found_valid;
static char sequence[512];
static size_t sequence_length;

// MARK: What to write

static int append(int byte) {
  if (sequence_length < sizeof sequence) sequence[sequence_length++] = (char)byte;
  return byte;
}

static void append_capability(const char *name) {
  const char *value = tigetstr(name);
  if (value && value != (char *)-1) tputs(value, 1, append);
}

void cc_remember_terminal(void) { found_valid = tcgetattr(STDIN_FILENO, &found) == 0; }

void cc_prepare_restore(void) {
  sequence_length = 0;
  append_capability("sgr0");
  append_capability("op");
  const char *modes = "\033[?1006l\033[?1003l\033[?1002l\033[?1000l" CC_PASTE_OFF;
  bool has_modes = tigetstr("kmous") && tigetstr("kmous") != (char *)-1;
  for (; has_modes && *modes; modes++) append(*modes);
  if (!has_modes) tputs(CC_PASTE_OFF, 1, append);
  append_capability("rmkx");
  append_capability("cnorm");
  append_capability("rmcup");
}

/// Writes without waiting for ever: a terminal that takes nothing keeps nobody who was told to go. What it takes within a
/// second in all is written.
static void write_at_last(const char *bytes, size_t count) {
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  bool is_changed = flags >= 0 && !(flags & O_NONBLOCK) && fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK) == 0;
  for (int pauses = 0; count > 0;) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN && pauses++ < 20) {
      struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
      poll(&output, 1, 50);
    } else if (written == 0 || errno != EINTR) {
      break;
    }
  }
  if (is_changed) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

void cc_restore(void) {
  if (!armed) return;
  armed = 0;
  int saved_errno = errno;
  // In the background the terminal is someone else's by now; without job control it can only be ours.
  pid_t foreground = tcgetpgrp(STDOUT_FILENO);
  if (foreground < 0 || foreground == getpgrp()) {
    const char *end = cc_frame_end();
    write_at_last(end, strlen(end));
    write_at_last(sequence, sequence_length);
    // What was typed at this program is not meant for the shell.
    tcflush(STDIN_FILENO, TCIFLUSH);
    if (found_valid) tcsetattr(STDIN_FILENO, TCSANOW, &found);
  }
  cc_give_back_stderr();
  errno = saved_errno;
}

// MARK: Signals that end the process

// All that end it, unless it has asked for one of them itself; nobody here does.
static const int fatal_signals[] = {SIGHUP,  SIGINT,  SIGTERM, SIGQUIT,   SIGPIPE, SIGSEGV, SIGABRT,
                                    SIGBUS,  SIGILL,  SIGFPE,  SIGTRAP,   SIGSYS,  SIGXCPU, SIGUSR1,
                                    SIGUSR2, SIGALRM, SIGPROF, SIGVTALRM, SIGIO,   SIGPWR,  SIGSTKFLT};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals };
// By their numbers; those without a name, from SIGRTMIN on, end a process just as well.
static struct sigaction before_fatal[NSIG];
static bool caught[NSIG];

static void for_each_fatal(void (*body)(int number)) {
  for (int i = 0; i < fatal_count; i++) body(fatal_signals[i]);
  for (int number = SIGRTMIN; number <= SIGRTMAX; number++) body(number);
}

static void on_fatal(int number) {
  // ^C in a program that has borrowed the terminal is meant for that program.
  if (paused && (number == SIGINT || number == SIGQUIT)) return;
  cc_restore();
  sigaction(number, &before_fatal[number], NULL);
  raise(number);
}

// MARK: Signals that want attention

static int attention[2] = {-1, -1};
static volatile sig_atomic_t stop_requested, continued, resized;
static struct sigaction before_stop, before_continue, before_resize;
static bool caught_stop, caught_continue, caught_resize;

bool cc_pipe(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC) == 0; }

static void wake(void) {
  int saved_errno = errno;
  // A full pipe is a pipe that will be read.
  ssize_t ignored = write(attention[1], "!", 1);
  (void)ignored;
  errno = saved_errno;
}

static void on_stop(int number) {
  (void)number;
  stop_requested = 1;
  wake();
}

static void on_continue(int number) {
  (void)number;
  continued = 1;
  wake();
}

static void on_resize(int number) {
  if (before_resize.sa_handler != SIG_DFL && before_resize.sa_handler != SIG_IGN) before_resize.sa_handler(number);
  resized = 1;
  wake();
}

int cc_signal_descriptor(void) { return attention[0]; }

unsigned cc_take_signals(void) {
  char bytes[64];
  while (read(attention[0], bytes, sizeof bytes) > 0) continue;
  unsigned taken = (stop_requested ? CC_STOP_REQUESTED : 0u) | (continued ? CC_CONTINUED : 0u) |
                   (resized ? CC_RESIZED : 0u);
  if (taken & CC_STOP_REQUESTED) stop_requested = 0;
  if (taken & CC_CONTINUED) continued = 0;
  if (taken & CC_RESIZED) resized = 0;
  return taken;
}

static bool catch_signal(int number, void (*handler)(int), int flags, struct sigaction *before) {
  if (sigaction(number, NULL, before) != 0 || before->sa_handler == SIG_IGN) return false;
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  return sigaction(number, &action, NULL) == 0;
}

static void use_alternate_stack(void) {
  // A stack overflow leaves no room on the stack for its handler. This one is the main thread's.
  enum { size = 64 * 1024 };
  static bool done;
  if (done) return;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  stack_t stack = {.ss_sp = memory, .ss_size = size};
  done = memory != MAP_FAILED && sigaltstack(&stack, NULL) == 0;
}

// ^Z comes as a key while the terminal is ours; with another program in front it must really stop us.
static void catch_stop(void) {
  if (!caught_stop) caught_stop = catch_signal(SIGTSTP, on_stop, SA_RESTART, &before_stop);
}

static void release_stop(void) {
  if (caught_stop) sigaction(SIGTSTP, &before_stop, NULL);
  caught_stop = false;
}

static void catch_fatal(int number) {
  caught[number] = catch_signal(number, on_fatal, SA_ONSTACK, &before_fatal[number]);
}

static void release_fatal(int number) {
  if (caught[number]) sigaction(number, &before_fatal[number], NULL);
}

void cc_catch_signals(void) {
  catch_stop();
  if (attention[0] < 0 && !cc_pipe(attention)) attention[0] = attention[1] = -1;
  use_alternate_stack();
  for_each_fatal(catch_fatal);
  caught_continue = catch_signal(SIGCONT, on_continue, SA_RESTART, &before_continue);
}

void cc_chain_resize(void) { caught_resize = catch_signal(SIGWINCH, on_resize, SA_RESTART, &before_resize); }

void cc_release_signals(void) {
  for_each_fatal(release_fatal);
  release_stop();
  if (caught_continue) sigaction(SIGCONT, &before_continue, NULL);
  if (caught_resize) sigaction(SIGWINCH, &before_resize, NULL);
  memset(caught, 0, sizeof caught);
  caught_continue = caught_resize = false;
}

// MARK: Whose terminal it is

void cc_arm(void) {
  static bool registered;
  if (!registered) registered = atexit(cc_restore) == 0;
  cc_hold_stderr();
  catch_stop();
  paused = 0;
  armed = 1;
}

void cc_disarm(void) {
  armed = 0;
  paused = 1;
  release_stop();
  cc_give_back_stderr();
}

// The group, and not only this process: a script that called us must stop too, as with a real ^Z.
void cc_stop_process(void) { kill(0, SIGTSTP); }
