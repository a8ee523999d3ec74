#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>

// Locks of the open file (fcntl(2), "Open file description locks"): unlike flock's they can be asked for without being
// taken, so that nobody who looks keeps somebody out.

int cprocess_lock(int descriptor) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, F_OFD_SETLK, &whole) == 0 ? 0 : errno == EACCES ? EAGAIN : errno;
}

int cprocess_is_locked(int descriptor) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (fcntl(descriptor, F_OFD_GETLK, &whole) != 0) return -1;
  return whole.l_type != F_UNLCK;
}
