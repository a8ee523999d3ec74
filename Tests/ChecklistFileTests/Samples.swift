import Domain
import Foundation
import Testing

@testable import ChecklistFile

extension ChecklistDocument {
  /// Reads a text under the name `release.md`.
  static func read(_ text: String) throws(ChecklistFileError) -> Self {
    try Self(bytes: Array(text.utf8), fileName: "release.md")
  }

  /// `section[/group…] depth text` of every step, for comparing at a glance.
  var lines: [String] {
    parsedSteps.map { step in
      let place = ([step.section.rawValue] + step.group).joined(separator: "/")
      return "\(place) \(step.depth) \(step.text)"
    }
  }
}

enum Samples {
  /// The example of the format's description.
  static let release = """
    ---
    checklist: new-release
    title: New release
    deploy: new-release
    team: platform
    environments: [staging, prod]
    start: Mon-Thu 09:00-11:30
    expected: 3h
    parameters:
      - name: version
        ask: Release version, for example v205
        pattern: ^v[0-9]+$
    ---
    # New release

    ## Pre
    - [ ] Generate the final release {{version}} <!-- id: final-release; expect: 10m -->
      ```sh
      bosh create release --final --version {{version}}
      ```
    ## During
    - [ ] Deploy, and watch the canaries <!-- id: deploy; expect: 1h; killer; deploys; value: "updated; failed" -->
    ## Post
    - [ ] Publish the final release <!-- id: publish -->
    ## Rollback
    Roll back when more than one runner fails, or requests fail for 5 minutes.
    - [ ] Deploy the previous manifest <!-- id: rollback-deploy; deploys -->

    """

  /// Checklists that other people wrote, where they are at hand; the package does without them. Only those that the tests
  /// know: whoever reads this may keep some of their own there.
  static let realFiles: [RealFile] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "../shared/data/checklists").standardizedFileURL
    let names = [
      "data-safe-haven-release.md", "epinio-release.md", "penumbra-deployment.md", "pygmt-bump-gmt.md",
      "pygmt-release.md",
    ]
    return names.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { RealFile(name: name, bytes: Array($0)) }
    }
  }()
}

struct RealFile: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var testDescription: String { name }
}
