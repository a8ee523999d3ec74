// While the screen is ours, standard error is kept aside: a stray line would tear the frame, and the
// reason of a crash would vanish with it.

#ifndef CC_STDERR_H
#define CC_STDERR_H

/// Keeps what is written to standard error, if it goes to the same terminal as the screen.
void cc_hold_stderr(void);

/// Undoes it and prints what was kept. Async-signal-safe.
void cc_give_back_stderr(void);

#endif
