import Foundation
import Text

/// Questions to whoever sits at the terminal; they go to standard error, so that standard output stays the result.
enum Asking {
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 }

  /// No is the answer where nothing is typed.
  static func isYes(_ question: String) -> Bool {
    say("\(question) [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    if answer == nil { say("\n") }
    return answer == "y" || answer == "yes"
  }

  /// Nil where nothing is typed.
  static func line(_ question: String) -> String? {
    say("\(question): ")
    guard let answer = readLine() else {
      say("\n")
      return nil
    }
    return answer.allSatisfy(\.isWhitespace) ? nil : answer
  }

  private static func say(_ text: String) {
    var text = visible(text, keepingLineBreaks: true)
    text.withUTF8 { _ = Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
