extension Trial {
  /// Cuts the power at random moments, and looks at what the disk may hold then.
  public static let powerLoss = Trial(
    name: "power-loss",
    does: """
      Every call of processes that add, tick, fold, attach, back up and make a store is recorded. Then the power is cut \
      at random calls: what was synced is there, of the rest any sectors, lengths and names. The program opens what is \
      left: verify and the integrity check hold, and everything acknowledged before is there. Where root can mount, an \
      ext4 image is copied while its writer is stopped, and the copy looked at in the same way.
      """,
    defects: ForgottenSync.allCases.map(\.rawValue)
  ) { settings, report in
    let forgotten = settings.defect.flatMap(ForgottenSync.init)
    try PowerCuts(settings: settings, forgotten: forgotten).run(&report)
    if forgotten == nil { try CopiedImages(settings: settings).run(&report) }
  }
}

/// Syncs that a disk, or a program, says it has done and has not.
enum ForgottenSync: String, CaseIterable, Sendable {
  /// Those of the -wal file, as with SQLite's `synchronous=NORMAL`.
  case ofLog = "forgotten-log-syncs"
  case ofStore = "forgotten-store-syncs"
  case ofDirectories = "forgotten-directory-syncs"

  func isMeant(_ path: String, _ isDirectory: Bool) -> Bool {
    switch self {
    case .ofLog: path.hasSuffix("-wal")
    case .ofStore: path.hasSuffix("team/prodpair.sqlite")
    case .ofDirectories: isDirectory
    }
  }
}
