import Domain
import Text

extension AlertPayloadError: CustomStringConvertible {
  /// As in `the payload is none of Alertmanager's: alerts[3].fingerprint is a list, and has to be text; nothing was written.
  /// Send …`.
  public var description: String {
    "this is no payload of \(source.name)'s that can be read: \(what); nothing was written. \(remedy)"
  }

  private var place: String { path.isEmpty ? "the payload" : visible(path) }

  private var what: String {
    switch reason {
    case .empty: "it is empty"
    case .json(let problem, let line, let column): "line \(line), column \(column): \(visible(problem))"
    case .missing: "\(place) is missing"
    case .wrongType(let found, let wanted): "\(place) is \(found), and has to be \(wanted)"
    case .unknownWord(let word, let known):
      "\(place) is “\(visible(Self.short(word)))”, and can be \(known.joined(separator: ", "))"
    case .otherVersion(let found, let read, _): "it is of version \(visible(Self.short(found))), and \(read) is read"
    case .noKey(let wanted): "\(place) has nothing to know the alert again by: \(wanted)"
    case .tooMany(let count, let limit): "\(place) has \(count) elements, and up to \(limit) are read"
    }
  }

  private var remedy: String {
    switch reason {
    case .otherVersion(_, _, let hint): return hint
    case .empty: return "Pipe the request's body to this command as it came."
    case .json: return "Send the whole body, as bytes, in one piece."
    case .missing, .wrongType, .unknownWord, .noKey, .tooMany:
      let others = AlertSource.allCases.filter { $0 != source }.map(\.rawValue).joined(separator: " or ")
      return "If it comes from another program, say so with --from (\(others))."
    }
  }

  private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
}
