#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>
#include <sys/types.h>

// What Swift does not take of the operating system's calls that have to do with processes: variadics, macros, and what
// is for those who ask for GNU's extensions. Each gives 0, or an errno where nothing else is said.

/// Starts a program as the leader of a session of its own, with every signal as it is by default and none blocked, and
/// with no descriptors but the three.
///
/// `directory` may be null. With a `terminal`, a path, that is opened as the three and becomes the session's controlling
/// terminal; without one they become what `descriptors` says.
int cprocess_start(pid_t *child, const char *path, char *const arguments[], char *const environment[],
                   const char *directory, const char *terminal, const int descriptors[3]);

/// Opens a new pseudo-terminal, of so many columns and rows: the end that reads what is printed, not blocking, and the
/// path of the other.
///
/// Line ends stay as they are printed. Who reads from it finds its end at once, since nobody can type there.
int cprocess_open_terminal(int columns, int rows, int *reading, char *path, size_t length);

/// Makes a pipe whose ends no program that is started inherits, with no moment in which one could: `flags` for pipe2(2)
/// beside that. -1 with errno set where it fails.
int cprocess_pipe(int ends[2], int flags);

/// Has what this process's children leave running become this process's children.
int cprocess_adopt_orphans(void);

/// Closes every descriptor from this one on.
void cprocess_close_from(int descriptor);

/// Has the numbers of SIGTERM, SIGINT and SIGCHLD written to a descriptor, a byte each, when they come.
int cprocess_tell_signals(int descriptor);

/// Takes a lock on an open file, for nobody else; EAGAIN where somebody has it. It ends with the open file.
int cprocess_lock(int descriptor);

/// Whether somebody else has such a lock: 0 or 1, and -1 where that can't be known.
int cprocess_is_locked(int descriptor);

/// Where the bytes first occur; -1 where they don't.
long cprocess_find(const void *bytes, size_t count, const void *wanted, size_t length);

/// How often the byte occurs.
size_t cprocess_count(const void *bytes, size_t count, unsigned char byte);

#endif
