#define _GNU_SOURCE
#include "faults.h"

#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int log_file = -1;
static bool keeps_bytes;

void faults_open_log(const char *path, bool with_bytes) {
  keeps_bytes = with_bytes;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (opened < 0) return;
  // Out of the way of the descriptors that the program is used to get.
  log_file = fcntl(opened, F_DUPFD_CLOEXEC, 500);
  if (log_file < 0) log_file = opened;
  if (log_file != opened) close(opened);
}

/// What stands before each call in the log, in the machine's own byte order.
struct head {
  uint32_t kind, error;
  uint64_t inode;
  int64_t offset;
  uint64_t length;
  uint32_t process, path_length, other_length, byte_count;
};

void faults_note(const struct call *call, int error, uint64_t inode, const struct iovec *parts, int count) {
  if (log_file < 0) return;
  struct head head = {
      .kind = call->kind,
      .error = (uint32_t)error,
      .inode = inode,
      .offset = call->offset,
      .length = call->length,
      .process = (uint32_t)getpid(),
      .path_length = (uint32_t)strlen(call->path),
      .other_length = (uint32_t)strlen(call->other),
  };
  struct iovec pieces[3 + 64] = {{&head, sizeof head},
                                 {(void *)call->path, head.path_length},
                                 {(void *)call->other, head.other_length}};
  int filled = 3;
  uint64_t left = keeps_bytes && error == 0 ? call->length : 0;
  for (int i = 0; i < count && i < 64 && left > 0; i++) {
    size_t taken = parts[i].iov_len < left ? parts[i].iov_len : (size_t)left;
    pieces[filled++] = (struct iovec){parts[i].iov_base, taken};
    head.byte_count += (uint32_t)taken;
    left -= taken;
  }
  // One call, so that what two processes note does not mix.
  syscall(SYS_writev, log_file, pieces, filled);
}
