#ifndef FAULTS_INTERNAL_H
#define FAULTS_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

enum kind { WRITE = 1, SYNC, TRUNCATE, OPEN, RENAME, LINK, UNLINK, MKDIR };
enum deed { PASS, FAIL, HALF, LIE, TORN, KILL, STOP };

struct order {
  char under[4096], ends[256], switch_file[4096];
  enum kind kind;
  long nth;
  bool and_after;
  enum deed deed;
  int error;
  bool is_active;
};

/// What PRODPAIR_FAULTS says; inactive until the library's constructor has run.
extern struct order faults_order;

/// One call on one of the files that are watched.
struct call {
  enum kind kind;
  char path[4096], other[4096];
  off_t offset;
  uint64_t length;
};

bool faults_watches(const char *path);

/// What is to become of a call, which is counted by that; FAIL's error is the order's.
enum deed faults_decide(const struct call *call);

void faults_open_log(const char *path, bool with_bytes);

/// Writes a call to the log: what it did to which file (by its inode), and the bytes if there are any.
void faults_note(const struct call *call, int error, uint64_t inode, const struct iovec *parts, int count);

#endif
