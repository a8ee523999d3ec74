// Loaded into a program by LD_PRELOAD, makes chosen calls on chosen files fail, lie or kill, and keeps a log of them.
//
// What it is to do stands in PRODPAIR_FAULTS, as in `under=/tmp/x;call=write;nth=7;errno=ENOSPC`:
//
//   under=PATH    only files whose path begins so; without it, nothing is touched
//   ends=TEXT     of those, for the fault alone, only whose path ends so, as in `-wal`
//   call=KIND     write, sync, truncate, open, rename, link, unlink or mkdir
//   nth=N, nth=N+ the Nth such call of the process, counted from 1, or that and all after it
//   do=WHAT       fail (by errno), half (write half of it, and let the next one fail), lie (say that it is done), torn
//                 (write half of it and die), kill, stop (until SIGCONT; the call is made then)
//   errno=NAME    ENOSPC, EIO, EDQUOT, EFBIG, EACCES, EROFS, EMFILE
//   while=PATH    only while this file is there
//   log=PATH      every call of these kinds is written there, done or not
//   bytes=yes     with what was written, so that a disk can be made of it again
//
// Calls that libc makes of itself (stdio, posix_spawn) and memory that is mapped pass by unseen.

#ifndef PRODPAIR_FAULTS_H
#define PRODPAIR_FAULTS_H

enum { PRODPAIR_FAULTS_VERSION = 1 };

#endif
