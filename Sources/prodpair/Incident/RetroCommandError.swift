import Domain

/// What is wrong with a command about a retro that parses. Nothing was changed.
enum RetroCommandError: Error, Hashable {
  /// Reading opens none.
  case noRetroYet(String, opensWith: String)
  case notItsIncident(IncidentNumber, RetroNumber)
  case nothingToDrop(String, RetroNumber)
}

extension RetroCommandError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noRetroYet(let what, let command): "there is no retro of \(what) yet: `\(command)` opens it"
    case .notItsIncident(let incident, let retro):
      "retro \(retro) is open already and does not review incident \(incident): open one of that incident by itself. "
        + "Nothing was changed"
    case .nothingToDrop(let what, let retro):
      "retro \(retro) has no \(what) to drop: `prodpair incident retro --retro \(retro)` numbers what it says. "
        + "Nothing was changed"
    }
  }

  var exitCode: Int32 {
    switch self {
    case .noRetroYet, .nothingToDrop: 66
    case .notItsIncident: 1
    }
  }
}
