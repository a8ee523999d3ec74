#define _GNU_SOURCE
#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct order faults_order;
static long seen;

struct word {
  const char *text;
  int value;
};

static const struct word kinds[] = {{"write", WRITE}, {"sync", SYNC}, {"truncate", TRUNCATE}, {"open", OPEN},
                                    {"rename", RENAME}, {"link", LINK}, {"unlink", UNLINK}, {"mkdir", MKDIR}, {0, 0}};
static const struct word deeds[] = {{"fail", FAIL}, {"half", HALF}, {"lie", LIE}, {"torn", TORN},
                                    {"kill", KILL}, {"stop", STOP}, {0, 0}};
static const struct word errors[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EDQUOT", EDQUOT}, {"EFBIG", EFBIG},
                                     {"EACCES", EACCES}, {"EROFS", EROFS}, {"EMFILE", EMFILE}, {0, 0}};

static int meaning(const struct word *words, const char *text) {
  for (; words->text; words++)
    if (strcmp(words->text, text) == 0) return words->value;
  fprintf(stderr, "prodpair-faults: what is %s?\n", text);
  abort();
}

__attribute__((constructor)) static void read_order(void) {
  const char *text = getenv("PRODPAIR_FAULTS");
  if (!text) return;
  struct order order = {.deed = FAIL, .error = EIO};
  char line[16384], *rest = line;
  snprintf(line, sizeof line, "%s", text);
  const char *log = NULL;
  bool with_bytes = false;
  for (char *part; (part = strsep(&rest, ";"));) {
    char *value = strchr(part, '=');
    if (!value) continue;
    *value++ = 0;
    if (strcmp(part, "under") == 0) snprintf(order.under, sizeof order.under, "%s", value);
    if (strcmp(part, "ends") == 0) snprintf(order.ends, sizeof order.ends, "%s", value);
    if (strcmp(part, "while") == 0) snprintf(order.switch_file, sizeof order.switch_file, "%s", value);
    if (strcmp(part, "call") == 0) order.kind = meaning(kinds, value);
    if (strcmp(part, "do") == 0) order.deed = meaning(deeds, value);
    if (strcmp(part, "errno") == 0) order.error = meaning(errors, value);
    if (strcmp(part, "nth") == 0) {
      order.nth = strtol(value, &value, 10);
      order.and_after = *value == '+';
    }
    if (strcmp(part, "log") == 0) log = value;
    if (strcmp(part, "bytes") == 0) with_bytes = true;
  }
  if (log) faults_open_log(log, with_bytes);
  order.is_active = order.under[0] != 0;
  faults_order = order;
}

bool faults_watches(const char *path) {
  return faults_order.is_active && strncmp(path, faults_order.under, strlen(faults_order.under)) == 0;
}

static bool is_meant(const struct call *call) {
  if (faults_order.nth == 0 || call->kind != faults_order.kind) return false;
  size_t length = strlen(call->path), end = strlen(faults_order.ends);
  if (end > length || strcmp(call->path + length - end, faults_order.ends) != 0) return false;
  return !faults_order.switch_file[0] || syscall(SYS_faccessat, AT_FDCWD, faults_order.switch_file, F_OK) == 0;
}

enum deed faults_decide(const struct call *call) {
  if (!is_meant(call)) return PASS;
  seen++;
  // The kernel writes what there is room for, and refuses the rest at the next call.
  if (faults_order.deed == HALF && seen == faults_order.nth + 1) return FAIL;
  if (seen < faults_order.nth || (seen > faults_order.nth && !faults_order.and_after)) return PASS;
  if (faults_order.deed == HALF && seen > faults_order.nth) return FAIL;
  // A lie would need a file to give.
  return call->kind == OPEN && faults_order.deed == LIE ? FAIL : faults_order.deed;
}
