/// A mode or a group that keeps a colleague out, or lets a stranger in: which, what comes of it, and what mends it.
public struct ModeProblem: Hashable, Sendable, CustomStringConvertible {
  public var wrong: String
  public var consequence: String
  public var mend: String

  public var description: String { "\(wrong): \(consequence). Mend it: \(mend)" }
}

extension EngineFacts {
  /// What is wrong with the modes and groups of the store's file, its directory and what SQLite and the lock keep beside
  /// it. A team's are as `StoreKind` makes them; nobody else may write a personal store, nor read it.
  public func modeProblems(for kind: StoreKind) -> [ModeProblem] {
    let files = [file] + sideFiles
    switch kind {
    case .personal:
      return files.compactMap(Self.openToOthers)
        + [Self.replaceable(directory, by: 0o022, mend: "chmod 700")].compactMap(\.self)
    case .shared(let group):
      return files.flatMap { [Self.closed($0, to: group), Self.openToAll($0)].compactMap(\.self) }
        + [Self.closedDirectory(directory, to: group), Self.replaceable(directory, by: 0o002, mend: "chmod 2770")]
        .compactMap(\.self)
    }
  }

  private static func closed(_ file: FileMode, to group: String) -> ModeProblem? {
    guard file.bits & 0o660 != 0o660 || file.group != group else { return nil }
    return ModeProblem(
      wrong: "\(file.path) has mode \(file.octal) and group \(file.group)",
      consequence: "colleagues of group \(group) are told that it can't be written",
      mend: "chgrp \(group) \(file.path) && chmod 660 \(file.path)")
  }

  private static func openToAll(_ file: FileMode) -> ModeProblem? {
    guard file.bits & 0o006 != 0 else { return nil }
    return ModeProblem(
      wrong: "\(file.path) has mode \(file.octal)",
      consequence: "everybody on this machine can \(file.bits & 0o002 == 0 ? "read" : "write") it",
      mend: "chmod 660 \(file.path)")
  }

  private static func openToOthers(_ file: FileMode) -> ModeProblem? {
    guard file.bits & 0o066 != 0 else { return nil }
    return ModeProblem(
      wrong: "\(file.path) has mode \(file.octal)",
      consequence: "others can \(file.bits & 0o022 == 0 ? "read" : "write") what is your own",
      mend: "chmod 600 \(file.path)")
  }

  private static func closedDirectory(_ directory: FileMode, to group: String) -> ModeProblem? {
    guard directory.bits & 0o2070 != 0o2070 || directory.group != group else { return nil }
    return ModeProblem(
      wrong: "\(directory.path) has mode \(directory.octal) and group \(directory.group)",
      consequence: "what one of group \(group) makes there, the others can't write",
      mend: "chgrp \(group) \(directory.path) && chmod 2770 \(directory.path)")
  }

  /// In a sticky directory, as /tmp is one, nobody takes the place of another's file.
  private static func replaceable(_ directory: FileMode, by others: UInt32, mend: String) -> ModeProblem? {
    guard directory.bits & others != 0, directory.bits & 0o1000 == 0 else { return nil }
    return ModeProblem(
      wrong: "\(directory.path) has mode \(directory.octal)",
      consequence: "others can put another file in the store's place", mend: "\(mend) \(directory.path)")
  }
}
