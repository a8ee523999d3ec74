import Foundation

/// The least that could show a list: a C program that opens the same file, reads 30 runs and paints 30 lines.
///
/// It is compiled when the benchmark runs, with the machine's own compiler and shared libraries.
struct BareProgram {
  let path: String

  /// What its last line shows, so that one sees that all of them are there.
  static let lastLine = "line 30"

  init(in directory: String, environment: [String: String]) throws {
    let source = directory + "/bare.c"
    path = directory + "/bare"
    try Self.source.write(toFile: source, atomically: false, encoding: .utf8)
    let compilers = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"]
    guard let compiler = compilers.first(where: { access($0, X_OK) == 0 }) else {
      throw BenchError("no C compiler in /usr/bin")
    }
    let arguments = [compiler, "-O2", "-o", path, source, "-lsqlite3", "-lncursesw", "-ltinfo"]
    try ChildProcess.wait(
      for: ChildProcess.start(arguments, environment: environment, on: .nowhere), arguments.joined(separator: " "))
  }

  private static let source = """
    #define NCURSES_WIDECHAR 1
    #include <locale.h>
    #include <ncursesw/curses.h>
    #include <sqlite3.h>

    int main(int count, char **arguments) {
      sqlite3 *database;
      sqlite3_stmt *statement;
      if (count != 2 || sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE, 0)) return 1;
      if (sqlite3_prepare_v2(database,
            "SELECT number, state, checklist, environment, artifact_name, artifact_version, pair FROM run "
            "ORDER BY number DESC LIMIT 30", -1, &statement, 0)) return 2;
      setlocale(LC_ALL, "");
      initscr();
      raw();
      noecho();
      int found = 1;
      for (int line = 0; line < 30; line++) {
        found = found && sqlite3_step(statement) == SQLITE_ROW;
        mvprintw(line, 0, "line %2d", line + 1);
        if (found)
          printw("  %5d %-10s %-12s %-8s %s %s %s", sqlite3_column_int(statement, 0),
            sqlite3_column_text(statement, 1), sqlite3_column_text(statement, 2), sqlite3_column_text(statement, 3),
            sqlite3_column_text(statement, 4), sqlite3_column_text(statement, 5), sqlite3_column_text(statement, 6));
      }
      refresh();
      getch();
      endwin();
      return 0;
    }
    """
}
