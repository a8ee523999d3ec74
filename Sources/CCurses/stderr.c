#define _GNU_SOURCE
#include "stderr.h"

#include <fcntl.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int kept = -1;
static int original = -1;
static bool holding;

static bool shares_the_terminal(void) {
  struct stat out, err;
  return isatty(STDERR_FILENO) && fstat(STDOUT_FILENO, &out) == 0 && fstat(STDERR_FILENO, &err) == 0 &&
         out.st_rdev == err.st_rdev;
}

void cc_hold_stderr(void) {
  if (holding || !shares_the_terminal()) return;
  if (kept < 0) kept = memfd_create("stderr", MFD_CLOEXEC);
  if (kept < 0) return;
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original < 0) return;
  holding = dup2(kept, STDERR_FILENO) >= 0;
  if (!holding) close(original);
}

// What was kept may quote anything, so that controls (C1 in UTF-8 too) are not let through.
static unsigned char make_harmless(unsigned char *bytes, ssize_t count, unsigned char before) {
  for (ssize_t i = 0; i < count; i++) {
    unsigned char byte = bytes[i];
    bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
    bool c1 = before == 0xc2 && byte >= 0x80 && byte < 0xa0;
    if (control || c1) bytes[i] = '?';
    before = byte;
  }
  return before;
}

void cc_give_back_stderr(void) {
  if (!holding) return;
  holding = false;
  dup2(original, STDERR_FILENO);
  close(original);
  enum { most = 64 * 1024 };
  off_t end = lseek(kept, 0, SEEK_END);
  off_t at = end > most ? end - most : 0;
  unsigned char bytes[1024], last = 0;
  for (ssize_t count; (count = pread(kept, bytes, sizeof bytes, at)) > 0; at += count) {
    last = make_harmless(bytes, count, last);
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) break;
  }
  if (ftruncate(kept, 0) == 0) lseek(kept, 0, SEEK_SET);
}
