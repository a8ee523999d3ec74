#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static int prepare(posix_spawn_file_actions_t *actions, const char *directory, const char *terminal,
                   const int descriptors[3]) {
  int error = 0;
  // The first terminal that the leader of a session opens becomes its controlling terminal.
  if (terminal) error = posix_spawn_file_actions_addopen(actions, STDIN_FILENO, terminal, O_RDWR, 0);
  for (int number = terminal ? 1 : 0; !error && number < 3; number++)
    error = posix_spawn_file_actions_adddup2(actions, terminal ? STDIN_FILENO : descriptors[number], number);
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  if (!error && directory) error = posix_spawn_file_actions_addchdir_np(actions, directory);
  return error;
}

int cprocess_start(pid_t *child, const char *path, char *const arguments[], char *const environment[],
                   const char *directory, const char *terminal, const int descriptors[3]) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int error = posix_spawnattr_init(&attributes);
  if (error) return error;
  error = posix_spawn_file_actions_init(&actions);
  if (error) {
    posix_spawnattr_destroy(&attributes);
    return error;
  }
  sigset_t signals;
  sigemptyset(&signals);
  posix_spawnattr_setsigmask(&attributes, &signals);
  sigfillset(&signals);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
  error = prepare(&actions, directory, terminal, descriptors);
  if (!error) error = posix_spawn(child, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int cprocess_pipe(int ends[2], int flags) { return pipe2(ends, O_CLOEXEC | flags); }

int cprocess_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1) == 0 ? 0 : errno; }

void cprocess_close_from(int descriptor) { closefrom(descriptor); }

static int told = -1;

static void tell(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  // Full means that enough is told.
  if (write(told, &byte, 1) < 0) errno = before;
  errno = before;
}

int cprocess_tell_signals(int descriptor) {
  told = descriptor;
  struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  const int signals[] = {SIGTERM, SIGINT, SIGCHLD};
  for (size_t index = 0; index < sizeof signals / sizeof *signals; index++)
    if (sigaction(signals[index], &action, NULL) != 0) return errno;
  return 0;
}

long cprocess_find(const void *bytes, size_t count, const void *wanted, size_t length) {
  const char *found = memmem(bytes, count, wanted, length);
  return found ? found - (const char *)bytes : -1;
}

size_t cprocess_count(const void *bytes, size_t count, unsigned char byte) {
  const unsigned char *place = bytes;
  size_t found = 0;
  while (count > 0) {
    const unsigned char *next = memchr(place, byte, count);
    if (!next) break;
    found++;
    count -= (size_t)(next - place) + 1;
    place = next + 1;
  }
  return found;
}
