#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static int arrange(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  struct termios modes;
  if (ioctl(descriptor, TIOCSWINSZ, &size) != 0 || tcgetattr(descriptor, &modes) != 0) return errno;
  modes.c_oflag &= ~(tcflag_t)OPOST;
  modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  modes.c_cc[VMIN] = 0;
  modes.c_cc[VTIME] = 0;
  return tcsetattr(descriptor, TCSANOW, &modes) == 0 ? 0 : errno;
}

int cprocess_open_terminal(int columns, int rows, int *reading, char *path, size_t length) {
  int descriptor = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return errno;
  int error = 0;
  if (grantpt(descriptor) != 0 || unlockpt(descriptor) != 0) error = errno;
  if (!error) error = ptsname_r(descriptor, path, length);
  // The kernel lets the reading end set what the other one is like.
  if (!error) error = arrange(descriptor, columns, rows);
  if (error) {
    close(descriptor);
    return error;
  }
  *reading = descriptor;
  return 0;
}
