#define _GNU_SOURCE
#include "CCurses.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t utf8 = (locale_t)0;

static void find_utf8(void) {
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names && utf8 == (locale_t)0; i++)
    utf8 = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
}

int cc_width(uint32_t scalar) {
  pthread_once(&once, find_utf8);
  if (utf8 == (locale_t)0) return CC_WIDTH_UNKNOWN;
  locale_t before = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

// POSIX: LC_ALL, LC_CTYPE, LANG; the first that is set and not empty decides.
static const char *requested_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "C";
}

static bool names_utf8(const char *locale) {
  for (; *locale; locale++)
    if (strncasecmp(locale, "utf-8", 5) == 0 || strncasecmp(locale, "utf8", 4) == 0) return true;
  return false;
}

const char *cc_adopt_codeset(void) {
  if (!setlocale(LC_CTYPE, "") && names_utf8(requested_locale())) setlocale(LC_CTYPE, "C.UTF-8");
  return nl_langinfo(CODESET);
}
