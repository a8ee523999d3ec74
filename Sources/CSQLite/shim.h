// What the SQLite engine needs of C and Swift cannot call: a variadic function, and statfs, which Glibc's
// module leaves out.
#ifndef PRODPAIR_CSQLITE_H
#define PRODPAIR_CSQLITE_H

#include <sqlite3.h>
#include <sys/statfs.h>

/// Leaves the -wal file as it is when the last connection closes. Returns an SQLite result code.
static inline int csqlite_keep_wal_on_close(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// Whether the connection leaves the -wal file as it is when it closes: 1 or 0, negative when it is unknown.
static inline int csqlite_keeps_wal_on_close(sqlite3 *connection) {
  int isOn = -1;
  if (sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1, &isOn) != SQLITE_OK) return -1;
  return isOn;
}

/// The magic number of the file system that holds the path, as statfs(2) lists them; negative on failure (errno).
static inline long csqlite_file_system_magic(const char *path) {
  struct statfs found;
  if (statfs(path, &found) != 0) return -1;
  return (long)(found.f_type & 0xffffffffL);
}

#endif
