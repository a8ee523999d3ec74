import Foundation

/// What the login manager does when somebody logs out, as far as its configuration says (logind.conf(5)).
public struct LoginManager: Hashable, Sendable {
  /// The file that says that what a user has started is ended with their last session; nil where none does, which is
  /// how systemd comes.
  public var killing: String?
  private var spared: Set<String> = ["root"]
  /// Empty for everybody.
  private var meant: Set<String> = []

  /// - Parameter root: in front of every path, for tests.
  public init(root: String = "") {
    for path in Self.files(root) {
      guard let bytes = try? FileAccess.read(path, limit: 1 << 20) else { continue }
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2 else { continue }
        read(parts[0], parts[1], in: path)
      }
    }
  }

  private mutating func read(_ key: String, _ value: String, in path: String) {
    let names = value.split(separator: " ").map(String.init)
    switch key {
    case "KillUserProcesses": killing = ["yes", "true", "on", "1"].contains(value.lowercased()) ? path : nil
    case "KillExcludeUsers": spared = Set(names)
    case "KillOnlyUsers": meant = Set(names)
    default: break
    }
  }

  /// Whether what that account has started is ended when it logs out.
  public func ends(processesOf account: String) -> Bool {
    killing != nil && !spared.contains(account) && (meant.isEmpty || meant.contains(account))
  }

  /// In the order in which they count: the last one that says something decides. A drop-in hides those of the same name
  /// in folders that come after its own.
  private static func files(_ root: String) -> [String] {
    let folders = ["/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd"].map { root + $0 }
    let main = folders.map { $0 + "/logind.conf" }.first { access($0, F_OK) == 0 }
    var dropIns: [String: String] = [:]
    for folder in folders.reversed() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/logind.conf.d")) ?? []
      for name in names where name.hasSuffix(".conf") { dropIns[name] = folder + "/logind.conf.d/" + name }
    }
    return (main.map { [$0] } ?? []) + dropIns.sorted { $0.key < $1.key }.map(\.value)
  }
}
