// What the files of this target share and nobody else sees.

#ifndef CC_INTERNAL_H
#define CC_INTERNAL_H

#include <stdbool.h>

/// Remembers the terminal's settings, before curses touches them.
void cc_remember_terminal(void);

/// Catches the signals that would end the process; before curses, which then leaves them alone.
void cc_catch_signals(void);

/// Wakes the poll on a change of size, and passes the signal on to curses; after curses has its handler.
void cc_chain_resize(void);
void cc_release_signals(void);

/// Writes the escape sequences that undo full-screen mode into the buffer that cc_restore() sends.
void cc_prepare_restore(void);

/// From now on (or no longer) the terminal is ours, and cc_restore() has something to do.
void cc_arm(void);
void cc_disarm(void);

/// Opens the window that keys are read from. Reports of clicks come as the bytes that they are, unless curses shall
/// understand them.
bool cc_open_input(bool curses_reads_clicks);
void cc_close_input(void);

/// Asks the terminal whether it has synchronized output. Whatever one that can't understand the question makes
/// of it must be cleared afterwards.
void cc_ask_for_synchronization(const char *term);

/// Waits a moment for an answer that hasn't come yet: it must not be left to whoever reads next.
void cc_drop_late_answer(void);

/// Around what curses writes for one frame. The end is async-signal-safe, and harmless without a beginning.
void cc_begin_frame(void);
void cc_end_frame(void);

/// What cc_end_frame() writes; for whoever writes it otherwise. Async-signal-safe.
const char *cc_frame_end(void);

#define CC_PASTE_ON "\033[?2004h"
#define CC_PASTE_OFF "\033[?2004l"
#define CC_MOUSE_ON "\033[?1000h\033[?1006h"
#define CC_MOUSE_OFF "\033[?1006l\033[?1000l"

#endif
