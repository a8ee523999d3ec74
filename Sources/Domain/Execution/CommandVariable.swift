/// The names that a command's environment may have beside the run's parameters.
public enum CommandVariable {
  /// Letters, digits and `_` of ASCII, not starting with a digit (POSIX, "Environment Variables").
  public static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else { return false }
    return name.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// Why a team may not set or pass on a variable of that name; nil where it may.
  public static func refusal(of name: String) -> String? {
    if !isName(name) { return "a variable's name has letters, digits and `_`, and does not begin with a digit" }
    if name.hasPrefix("LD_") || name == "GCONV_PATH" {
      return "the loader acts on it, and would put other code into every command"
    }
    if name.hasPrefix("BASH_FUNC_") || codeRun.contains(name) {
      return "a shell runs what it names before the command, so that more would run than was shown"
    }
    if shells.contains(name) { return "it changes how the shell itself reads the command" }
    if name.hasPrefix("PRODPAIR_") { return "names that begin with PRODPAIR_ are the program's own" }
    return nil
  }

  private static let codeRun: Set<String> = ["ENV", "BASH_ENV", "PROMPT_COMMAND", "PS4", "ZDOTDIR"]
  private static let shells: Set<String> = ["IFS", "SHELLOPTS", "BASHOPTS", "POSIXLY_CORRECT", "CDPATH", "GLOBIGNORE"]
}
