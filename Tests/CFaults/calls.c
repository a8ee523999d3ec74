#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PUBLIC __attribute__((visibility("default")))

// Around each call on a watched file and its note, so that the log has them in the order in which they were done.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static bool path_of(int file, char path[4096]) {
  if (!faults_order.is_active || file < 0) return false;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, 4095);
  if (length <= 0) return false;
  path[length] = 0;
  return faults_watches(path);
}

/// The path that a call names, whole; false where it is not watched.
static bool whole_path(int directory, const char *name, char path[4096]) {
  if (!faults_order.is_active || !name) return false;
  char base[4096] = "";
  if (name[0] != '/') {
    char link[64] = "/proc/self/cwd";
    if (directory != AT_FDCWD) snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
    if (length <= 0) return false;
    base[length] = 0;
  }
  size_t length = strlen(base);
  if (length + strlen(name) + 2 > 4096) return false;
  memcpy(path, base, length);
  if (length > 0) path[length++] = '/';
  strcpy(path + length, name);
  return faults_watches(path);
}

static uint64_t inode_of(int file) {
  struct stat found;
  return fstat(file, &found) == 0 ? found.st_ino : 0;
}

static uint64_t inode_at(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 ? found.st_ino : 0;
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

static void wait_for_signal(void) { syscall(SYS_kill, getpid(), SIGSTOP); }

static int refuse(const struct call *call, int error, uint64_t inode) {
  faults_note(call, error, inode, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = error;
  return -1;
}

static int finish(const struct call *call, long result, uint64_t inode) {
  int error = result < 0 ? errno : 0;
  faults_note(call, error, inode, NULL, 0);
  pthread_mutex_unlock(&turn);
  if (error) errno = error;
  return (int)result;
}

/// Counts a call that has no bytes, and does to it what was ordered; true when it is to be made.
static bool may_go_on(const struct call *call, uint64_t inode, int *result) {
  pthread_mutex_lock(&turn);
  switch (faults_decide(call)) {
  case FAIL:
  case HALF: *result = refuse(call, faults_order.error, inode); return false;
  case LIE:
    faults_note(call, -1, inode, NULL, 0);
    pthread_mutex_unlock(&turn);
    *result = 0;
    return false;
  case TORN:
  case KILL: die();
  case STOP: wait_for_signal();
  case PASS: return true;
  }
  return true;
}

// Writing

static ssize_t write_parts(int file, const struct iovec *parts, int count, off_t offset, bool is_placed) {
  if (is_placed) return syscall(SYS_pwritev, file, parts, (long)count, (long)offset, 0L);
  return syscall(SYS_writev, file, parts, (long)count);
}

/// Writes the first half of what there is.
static ssize_t write_half(int file, const struct iovec *parts, int count, off_t offset, bool is_placed) {
  size_t whole = 0;
  for (int i = 0; i < count; i++) whole += parts[i].iov_len;
  size_t half = whole / 2, done = 0;
  for (int i = 0; i < count && done < half; i++) {
    struct iovec part = {parts[i].iov_base, parts[i].iov_len < half - done ? parts[i].iov_len : half - done};
    ssize_t written = write_parts(file, &part, 1, offset + (off_t)done, is_placed);
    if (written <= 0) break;
    done += (size_t)written;
  }
  return (ssize_t)done;
}

static off_t place_of(int file) {
  int flags = fcntl(file, F_GETFL);
  struct stat found;
  if (flags >= 0 && (flags & O_APPEND) && fstat(file, &found) == 0) return found.st_size;
  return lseek(file, 0, SEEK_CUR);
}

static ssize_t watched_write(int file, const struct iovec *parts, int count, off_t offset, bool is_placed) {
  struct call call = {.kind = WRITE};
  if (!path_of(file, call.path)) return write_parts(file, parts, count, offset, is_placed);
  pthread_mutex_lock(&turn);
  for (int i = 0; i < count; i++) call.length += parts[i].iov_len;
  call.offset = is_placed ? offset : place_of(file);
  uint64_t inode = inode_of(file);
  ssize_t result = 0;
  switch (faults_decide(&call)) {
  case FAIL: return refuse(&call, faults_order.error, inode);
  case LIE:
    if (!is_placed) lseek(file, (off_t)call.length, SEEK_CUR);
    faults_note(&call, -1, inode, NULL, 0);
    pthread_mutex_unlock(&turn);
    return (ssize_t)call.length;
  case TORN: write_half(file, parts, count, offset, is_placed); die();
  case KILL: die();
  case HALF: result = write_half(file, parts, count, offset, is_placed); break;
  case STOP: wait_for_signal();
  case PASS: result = write_parts(file, parts, count, offset, is_placed);
  }
  int error = result < 0 ? errno : 0;
  if (result >= 0) call.length = (uint64_t)result;
  faults_note(&call, error, inode, parts, count);
  pthread_mutex_unlock(&turn);
  if (error) errno = error;
  return result;
}

PUBLIC ssize_t write(int file, const void *bytes, size_t count) {
  return watched_write(file, &(struct iovec){(void *)bytes, count}, 1, 0, false);
}

PUBLIC ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return watched_write(file, &(struct iovec){(void *)bytes, count}, 1, offset, true);
}

PUBLIC ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return pwrite(file, bytes, count, offset);
}

PUBLIC ssize_t writev(int file, const struct iovec *parts, int count) {
  return watched_write(file, parts, count, 0, false);
}

PUBLIC ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  return watched_write(file, parts, count, offset, true);
}

PUBLIC ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
  return pwritev(file, parts, count, offset);
}

// Syncing and cutting

static int watched_sync(int file, long number) {
  struct call call = {.kind = SYNC};
  if (!path_of(file, call.path)) return (int)syscall(number, file);
  uint64_t inode = inode_of(file);
  int result;
  if (!may_go_on(&call, inode, &result)) return result;
  return finish(&call, syscall(number, file), inode);
}

PUBLIC int fsync(int file) { return watched_sync(file, SYS_fsync); }

PUBLIC int fdatasync(int file) { return watched_sync(file, SYS_fdatasync); }

PUBLIC int ftruncate(int file, off_t length) {
  struct call call = {.kind = TRUNCATE, .length = (uint64_t)length};
  if (!path_of(file, call.path)) return (int)syscall(SYS_ftruncate, file, length);
  uint64_t inode = inode_of(file);
  int result;
  if (!may_go_on(&call, inode, &result)) return result;
  return finish(&call, syscall(SYS_ftruncate, file, length), inode);
}

PUBLIC int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

// Opening

/// In the log, offset is 1 for a file that was made by it, 2 for one that was emptied.
static int watched_open(int directory, const char *name, int flags, mode_t mode) {
  struct call call = {.kind = OPEN};
  if (!whole_path(directory, name, call.path))
    return (int)syscall(SYS_openat, directory, name, flags, mode);
  int result;
  bool was_there = inode_at(call.path) != 0;
  if (!may_go_on(&call, 0, &result)) return result;
  result = (int)syscall(SYS_openat, directory, name, flags, mode);
  int error = errno;
  if (result >= 0 && (flags & O_CREAT) && !was_there) call.offset = 1;
  if (result >= 0 && (flags & O_TRUNC) && was_there) call.offset = 2;
  uint64_t inode = result >= 0 ? inode_of(result) : 0;
  errno = error;
  return finish(&call, result, inode);
}

#define MODE(flags, mode)                                                                                              \
  mode_t mode = 0;                                                                                                     \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                               \
    va_list more;                                                                                                      \
    va_start(more, flags);                                                                                             \
    mode = va_arg(more, mode_t);                                                                                       \
    va_end(more);                                                                                                      \
  }

PUBLIC int open(const char *name, int flags, ...) {
  MODE(flags, mode)
  return watched_open(AT_FDCWD, name, flags, mode);
}

PUBLIC int open64(const char *name, int flags, ...) {
  MODE(flags, mode)
  return watched_open(AT_FDCWD, name, flags, mode);
}

PUBLIC int openat(int directory, const char *name, int flags, ...) {
  MODE(flags, mode)
  return watched_open(directory, name, flags, mode);
}

PUBLIC int openat64(int directory, const char *name, int flags, ...) {
  MODE(flags, mode)
  return watched_open(directory, name, flags, mode);
}

PUBLIC int __open_2(const char *name, int flags) { return watched_open(AT_FDCWD, name, flags, 0); }

PUBLIC int __open64_2(const char *name, int flags) { return watched_open(AT_FDCWD, name, flags, 0); }

// Names

static int watched_move(enum kind kind, int from_directory, const char *from, int to_directory, const char *to,
                        int flags) {
  struct call call = {.kind = kind};
  bool is_from = whole_path(from_directory, from, call.path);
  bool is_to = whole_path(to_directory, to, call.other);
  long number = kind == LINK ? SYS_linkat : SYS_renameat2;
  if (!is_from && !is_to) return (int)syscall(number, from_directory, from, to_directory, to, flags);
  uint64_t inode = inode_at(call.path);
  int result;
  if (!may_go_on(&call, inode, &result)) return result;
  return finish(&call, syscall(number, from_directory, from, to_directory, to, flags), inode);
}

PUBLIC int rename(const char *from, const char *to) { return watched_move(RENAME, AT_FDCWD, from, AT_FDCWD, to, 0); }

PUBLIC int renameat(int from_directory, const char *from, int to_directory, const char *to) {
  return watched_move(RENAME, from_directory, from, to_directory, to, 0);
}

PUBLIC int renameat2(int from_directory, const char *from, int to_directory, const char *to, unsigned flags) {
  return watched_move(RENAME, from_directory, from, to_directory, to, (int)flags);
}

PUBLIC int link(const char *from, const char *to) { return watched_move(LINK, AT_FDCWD, from, AT_FDCWD, to, 0); }

PUBLIC int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags) {
  return watched_move(LINK, from_directory, from, to_directory, to, flags);
}

static int watched_unlink(int directory, const char *name, int flags) {
  struct call call = {.kind = UNLINK};
  if (!whole_path(directory, name, call.path)) return (int)syscall(SYS_unlinkat, directory, name, flags);
  uint64_t inode = inode_at(call.path);
  int result;
  if (!may_go_on(&call, inode, &result)) return result;
  return finish(&call, syscall(SYS_unlinkat, directory, name, flags), inode);
}

PUBLIC int unlink(const char *name) { return watched_unlink(AT_FDCWD, name, 0); }

PUBLIC int unlinkat(int directory, const char *name, int flags) { return watched_unlink(directory, name, flags); }

PUBLIC int rmdir(const char *name) { return watched_unlink(AT_FDCWD, name, AT_REMOVEDIR); }

PUBLIC int mkdir(const char *name, mode_t mode) {
  struct call call = {.kind = MKDIR};
  if (!whole_path(AT_FDCWD, name, call.path)) return (int)syscall(SYS_mkdirat, AT_FDCWD, name, mode);
  int result;
  if (!may_go_on(&call, 0, &result)) return result;
  return finish(&call, syscall(SYS_mkdirat, AT_FDCWD, name, mode), inode_at(call.path));
}
