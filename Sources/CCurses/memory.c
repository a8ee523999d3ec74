// What malloc(3) does with memory that a picture has taken.

#include "CCurses.h"

#include <malloc.h>

void cc_keep_memory(int bytes) {
  // Setting one of them alone would keep the other at its least, and each picture would be a mapping of its own.
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, bytes);
}
