// Everything the program asks of the C library and of curses, under names that Swift 6 can call.
//
// curses.h is not included here on purpose: its globals and macros (stdscr, COLS, getch, move, box …)
// stay inside this target.

#ifndef CCURSES_H
#define CCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CC_CLOSED_ENUM __attribute__((enum_extensibility(closed)))

// MARK: Width (width.c)

/// Columns that a scalar takes by the C library's tables for UTF-8, whatever the process's locale is.
/// -1: not printable. CC_WIDTH_UNKNOWN: this machine has no UTF-8 locale to ask.
int cc_width(uint32_t scalar);
enum { CC_WIDTH_UNKNOWN = -2 };

// MARK: Locale (width.c)

/// Takes the character set from the environment, and returns its name, such as "UTF-8".
///
/// A UTF-8 locale that isn't installed here (a name that came over ssh) becomes C.UTF-8.
const char *cc_adopt_codeset(void);

// MARK: Memory (memory.c)

/// Has malloc keep up to so many bytes that were given back, instead of handing them to the kernel.
void cc_keep_memory(int bytes);

// MARK: The terminal (terminal.c)

typedef enum CC_CLOSED_ENUM cc_terminfo {
  cc_terminfo_usable,
  cc_terminfo_unknown,
  cc_terminfo_missing_database,
  cc_terminfo_cannot_address_cursor,
} cc_terminfo;

/// What terminfo says of a terminal type. Never exits and never prints.
cc_terminfo cc_look_up_terminal(const char *term);

/// Enters full-screen mode on standard input and output. False: curses refused; nothing was changed.
bool cc_open(const char *term, bool use_color, bool use_mouse);

/// Gives the terminal back as it was found; cc_resume() takes it again.
void cc_pause(void);
void cc_resume(void);

/// Pauses for good: signal handlers are the caller's again.
void cc_close(void);

int cc_rows(void);
int cc_columns(void);
int cc_colors(void);
void cc_set_mouse(bool enabled);
void cc_bell(void);

/// Makes curses as large as the window is, and true if it wasn't. By itself it believes LINES and COLUMNS, which
/// some shells export and never correct; use_env(FALSE) has it believe terminfo instead.
bool cc_fit_window(void);

/// Whether the window has another size by now than the one that curses knows.
bool cc_window_differs(void);

/// From now on every frame is shown at once; for a terminal that has said that it can (synchronize.c).
void cc_set_synchronized(bool available);

/// Writes bytes to the terminal as they are, behind curses' back.
bool cc_write(const void *bytes, size_t count);

// MARK: Painting (terminal.c)

enum {
  CC_BOLD = 1,
  CC_DIM = 2,
  CC_REVERSE = 4,
  CC_UNDERLINE = 8,
  CC_ITALIC = 16,
};

void cc_erase(void);
void cc_erase_row(int row);

/// Puts one base scalar and up to four marks. Colours are 0 to 15, or -1 for the terminal's own.
void cc_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int foreground,
            int background);

/// Shows what was drawn, and the cursor there (a negative row hides it).
void cc_show(int cursor_row, int cursor_column);

/// Paints every cell anew at the next cc_show().
void cc_forget_screen(void);

// MARK: Input (input.c)

typedef enum CC_CLOSED_ENUM cc_input_kind {
  cc_input_none,
  cc_input_byte,
  cc_input_function,
  cc_input_named,
  cc_input_mouse,
  cc_input_resize,
  cc_input_paste_begin,
  cc_input_paste_end,
  cc_input_unknown,
} cc_input_kind;

typedef enum CC_CLOSED_ENUM cc_key {
  cc_key_none,
  cc_key_enter,
  cc_key_back_tab,
  cc_key_backspace,
  cc_key_delete,
  cc_key_insert,
  cc_key_up,
  cc_key_down,
  cc_key_left,
  cc_key_right,
  cc_key_home,
  cc_key_end,
  cc_key_page_up,
  cc_key_page_down,
} cc_key;

typedef enum CC_CLOSED_ENUM cc_mouse {
  cc_mouse_press_left,
  cc_mouse_press_middle,
  cc_mouse_press_right,
  cc_mouse_release,
  cc_mouse_wheel_up,
  cc_mouse_wheel_down,
} cc_mouse;

typedef struct cc_input {
  cc_input_kind kind;
  int value;  ///< the byte, or the number of the function key
  cc_key key;
  cc_mouse mouse;
  int row, column;
} cc_input;

/// The next thing typed, without waiting for it.
cc_input cc_read(void);

// MARK: Signals and the way out (restore.c)

/// Becomes readable when a signal wants attention.
int cc_signal_descriptor(void);

enum { CC_STOP_REQUESTED = 1, CC_CONTINUED = 2, CC_RESIZED = 4 };

/// The signals since the last call, as bits.
unsigned cc_take_signals(void);

/// Stops this process's whole group, as ^Z does; returns when it is continued. Call between cc_pause()
/// and cc_resume().
void cc_stop_process(void);

/// A pipe that neither end blocks on and no child inherits. False: errno tells why.
bool cc_pipe(int ends[2]);

/// Gives the terminal back, now, without curses. Async-signal-safe; harmless when there is nothing to do.
void cc_restore(void);

#endif
