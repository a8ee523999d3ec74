import Foundation
import TUI

/// Keeps what is written about the keys as the command table has it.
///
///     prodpair-manual keys docs/manual.md    fills the tables of keys in
///     prodpair-manual man prodpair.1         adds the sections that the argument parser knows nothing of
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      switch (arguments.first, arguments.count) {
      case ("keys", 2): try rewrite(arguments.last ?? "") { try KeyManual.filledIn($0) }
      case ("man", 2): try rewrite(arguments.last ?? "") { try ManPage.completed($0) }
      default: end(64, "usage: prodpair-manual keys|man FILE")
      }
    } catch {
      end(65, "\(error)")
    }
  }

  private static func rewrite(_ path: String, _ change: (String) throws -> String) throws {
    let file = URL(fileURLWithPath: path)
    let old = try String(contentsOf: file, encoding: .utf8)
    let new = try change(old)
    if new != old { try Data(new.utf8).write(to: file, options: .atomic) }
  }

  private static func end(_ code: Int32, _ words: String) -> Never {
    FileHandle.standardError.write(Data("prodpair-manual: \(words)\n".utf8))
    exit(code)
  }
}
