/// A fenced code block of a step.
public struct Fence: Hashable, Codable, Sendable {
  /// The first word of the info string, lower-cased; empty when there is none.
  public var language: String
  /// Without the fence lines and without a final newline.
  public var code: String
  /// What stands behind the language; nil where nothing does, and in versions from before it was read.
  public var attributes: FenceAttributes?

  public init(language: String, code: String, attributes: FenceAttributes? = nil) {
    self.language = language
    self.code = code
    self.attributes = attributes
  }

  private static let shells: Set<Substring> = ["sh", "bash", "zsh", "ksh", "dash"]

  /// Whether a shell reads it, so that parameters travel in its environment (contract.md, section 2).
  public var isShell: Bool {
    if let interpreter = attributes?.interpreter { return Self.shells.contains(Self.program(interpreter)) }
    return language.isEmpty || language == "shell" || language == "console" || Self.shells.contains(language[...])
  }

  /// What runs it: a program and its arguments, which a file with the code follows; nil where it is no command, such as
  /// a transcript, a configuration file or output to compare with.
  ///
  /// A shell stops at the first command that fails, as in GitHub's workflows: a script that went on would end with
  /// whatever its last line says, and a check could pass that did not.
  public var interpreter: [String]? {
    guard let path = attributes?.interpreter ?? Self.interpreters[language], Self.isProgram(path) else { return nil }
    return switch Self.program(path) {
    case "bash": [path, "-eo", "pipefail"]
    case let name where Self.shells.contains(name): [path, "-e"]
    default: [path]
    }
  }

  /// Whether the text is a name or a path alone: one with arguments, or with what no program is called, runs nothing,
  /// for nobody could say what it would.
  private static func isProgram(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("-") && !path.hasSuffix("/")
      && path.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
          UInt8(ascii: "+"), UInt8(ascii: "/"):
          true
        default: false
        }
      }
  }

  /// `bash` of `/bin/bash`, and of `bash -l`.
  private static func program(_ path: String) -> Substring {
    let word = path.split(separator: " ", maxSplits: 1).first ?? ""
    return word.split(separator: "/").last ?? ""
  }

  private static let interpreters: [String: String] = [
    "": "sh", "sh": "sh", "shell": "sh", "dash": "dash", "bash": "bash", "zsh": "zsh", "ksh": "ksh",
    "python": "python3", "python3": "python3", "perl": "perl", "ruby": "ruby", "node": "node", "javascript": "node",
  ]
}

/// What stands behind the language in a fence's info string, as other tools write it too (runme's `sh {"name":"x"}` and
/// `sh { name=x interactive=false }`). What means nothing here is kept in the file, and not read.
public struct FenceAttributes: Hashable, Codable, Sendable {
  public var name: String?
  /// Whether it may ask whoever runs it something; nil where nothing is said.
  public var isInteractive: Bool?
  /// The program that runs it, where that does not follow from the language; a name or a path, without arguments.
  public var interpreter: String?

  public init(name: String? = nil, isInteractive: Bool? = nil, interpreter: String? = nil) {
    self.name = name
    self.isInteractive = isInteractive
    self.interpreter = interpreter
  }
}
