import Domain
import Yams

/// The `name: value` lines of a file with their places, and what keeps the others from being read.
package struct ConfigurationDocument {
  struct Entry {
    var name: String
    var place: ConfigurationPlace
    var value: Node
  }

  let file: ConfigurationFile
  /// False where there is no such file; it sets nothing, and nothing is wrong.
  private(set) var isThere = true
  /// Of a name that stands twice, the first.
  private(set) var entries: [Entry] = []
  private(set) var problems: [ConfigurationProblem] = []
  /// Whether nothing at all can be known of what the file sets.
  private(set) var isBroken = false

  init(_ file: ConfigurationFile) {
    self.file = file
    do {
      read(try FileAccess.read(file.path, limit: ConfigurationFile.sizeLimit))
    } catch .missing {
      isThere = false
    } catch {
      fail(.unreadable(error))
    }
  }

  package init(_ file: ConfigurationFile, bytes: [UInt8]) {
    self.file = file
    read(bytes)
  }

  private mutating func read(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let sound = UTF8Text.soundPrefix(of: bytes)
      return fail(.notUTF8, line: 1 + sound.count { $0 == UInt8(ascii: "\n") })
    }
    guard !YAMLAliases.areTooMany(in: text) else {
      return fail(.notYAML(reason: "it has more than \(YAMLAliases.most) aliases", isPunctuation: false), line: 1)
    }
    // Yams takes the byte order mark that some editors write for the beginning of a document.
    var lines = ConfigurationLines(text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
    while true {
      do {
        // Words are taken as they are written: Yams' own rules about what they mean are regular expressions and tables
        // that take a millisecond to make.
        return read(try Yams.compose(yaml: lines.text, .basic, Constructor([:], [:], [:])))
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let repeated = lines.removeRepeated(names, fromLine: context.mark.line, column: context.mark.column)
        problems += repeated.map { found in
          ConfigurationProblem(
            file: file, line: found.line, column: found.column,
            kind: .repeated(found.name, firstLine: found.firstLine))
        }
        guard repeated.isEmpty else { continue }
        return fail(.notYAML(reason: "a name stands twice in { }", isPunctuation: false), line: context.mark.line)
      } catch {
        let (line, reason) = YamlReason.of(error, in: text)
        return fail(.notYAML(reason: reason, isPunctuation: lines.hasBarePunctuation(near: line)), line: line)
      }
    }
  }

  private mutating func read(_ root: Node?) {
    switch root {
    case nil: return
    case .scalar(let scalar) where scalar.isNull: return
    case .mapping(let mapping): entries = entries(of: mapping, &problems)
    default: fail(.notSettings, line: root?.mark?.line)
    }
  }

  /// The entries of a mapping; what has no plain name is left out, and a problem.
  func entries(of mapping: Node.Mapping, _ problems: inout [ConfigurationProblem]) -> [Entry] {
    mapping.compactMap { key, value in
      let place = place(key.mark)
      guard let name = key.scalar?.string, !name.isEmpty else {
        problems.append(ConfigurationProblem(.notAName, at: place))
        return nil
      }
      return Entry(name: name, place: place, value: value)
    }
  }

  func place(_ mark: Mark?) -> ConfigurationPlace {
    ConfigurationPlace(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private mutating func fail(_ kind: ConfigurationProblem.Kind, line: Int? = nil) {
    isBroken = true
    problems.append(ConfigurationProblem(file: file, line: line, kind: kind))
  }
}

extension Node.Scalar {
  /// Whether nothing was written, or YAML's words for it.
  var isNull: Bool { style == .plain && ["", "~", "null"].contains(string) }
}
