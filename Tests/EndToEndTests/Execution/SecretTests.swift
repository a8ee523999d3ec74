import Domain
import Foundation
import Host
import Store
import TestSupport
import Testing
import Workflow

@Suite struct SecretTests {
  private static let typed = "typ3d \"secret\" $(id)"
  private static let given = "g1ven-by-a-command"

  private static func desk() throws -> ExecutionDesk {
    try ExecutionDesk(
      """
      - [ ] Use both of them <!-- id: both -->
        ```bash
        test "{{token}}" = '\(typed.replacing("'", with: "'\\''"))' && echo the first is right
        echo "{{token}} and {{key}}"; printf '%s' g1ven-; sleep 0.1; echo by-a-command
        tr '\\0' ' ' < /proc/$PPID/cmdline; echo; while ! test -e go; do sleep 0.02; done
        echo "Error: {{key}} was refused"; exit 1
        ```
      """, parameters: "  - name: token\n    secret: true\n  - name: key\n    from: \"cat key\"")
  }

  @Test("Secrets reach the command, and nothing else: no output, file, entry or process list has them")
  func nowhere() throws {
    let desk = try Self.desk()
    // Not as it is, or the test's own file would be found.
    try desk.desk.write("key", String(Self.given.reversed()))
    let folder = desk.desk.folder.path
    try Script.write("#!/bin/sh\nrev key\n", to: folder + "/cat")
    let execution = try desk.begin(
      "both", secrets: ["token": Self.typed], environment: ["PATH": folder + ":/usr/bin:/bin"])
    try desk.waitFor("prodpair supervise", of: execution)
    #expect(desk.processes(with: Self.given).isEmpty)
    #expect(desk.processes(with: Self.typed).isEmpty)
    try expectNowhere(in: desk)
    try desk.desk.write("go", "")
    let result = try desk.end(of: execution)
    #expect(result.output.failingLine == "Error: **** was refused")
    let output = try desk.output()
    #expect(output.contains("the first is right\n**** and ****\n****\n"))
    try desk.waitUntilTidy()
    try expectNowhere(in: desk)
  }

  /// Looks into all the files beside the store.
  private func expectNowhere(in desk: ExecutionDesk) throws {
    let folder = desk.desk.folder.path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    #expect(files.contains("prodpair.sqlite"))
    // The checklist has what the first is compared with.
    for file in files where file != "try.md" {
      var status = stat()
      guard lstat("\(folder)/\(file)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
      #expect(bytes.range(of: Data(Self.given.utf8)) == nil, "\(file)")
    }
  }

  @Test("A secret that is missing or empty is refused, before anything is begun")
  func missing() throws {
    let desk = try Self.desk()
    for secrets in [[:], ["token": ""], ["token": "a\0b"]] as [[String: String]] {
      guard case .refused(let why, _) = try desk.launch("both", secrets: secrets) else {
        throw ExecutionDesk.Failed(why: "began")
      }
      #expect(why.contains("\"token\""))
    }
    #expect(desk.spools.isEmpty)
    #expect(try desk.store.read { try $0.executions(of: RunNumber(1)) }.isEmpty)
  }

  @Test("Where a secret's command fails, the step's could not be run, and nothing of what it printed is told")
  func commandFails() throws {
    let desk = try Self.desk()
    try Script.write(
      "#!/bin/sh\necho \(Self.given); echo \(Self.given) >&2; exit 4\n", to: desk.desk.folder.path + "/cat")
    let result = try desk.run(
      "both", secrets: ["token": Self.typed], environment: ["PATH": desk.desk.folder.path + ":/usr/bin:/bin"])
    #expect(result.verdict == .couldNotRun)
    #expect(result.ending == .notStarted("the secret key could not be had: its command ended with exit 4"))
    #expect(result.output.size == 0)
  }
}
