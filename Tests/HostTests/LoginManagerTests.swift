import Foundation
import Host
import Testing

@Suite("What the login manager ends at the end of a session")
struct LoginManagerTests {
  private func manager(_ files: [String: String]) throws -> LoginManager {
    let root = FileManager.default.temporaryDirectory.appending(path: "prodpair-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return LoginManager(root: root.path)
  }

  @Test("As it comes, nothing is ended")
  func silent() throws {
    #expect(try !manager([:]).ends(processesOf: "ana"))
    #expect(try !manager(["etc/systemd/logind.conf": "[Login]\n#KillUserProcesses=yes\n"]).ends(processesOf: "ana"))
  }

  @Test("Where it says so, everybody's is but root's")
  func killing() throws {
    let manager = try manager(["etc/systemd/logind.conf": "[Login]\nKillUserProcesses = yes\n"])
    #expect(manager.ends(processesOf: "ana") && !manager.ends(processesOf: "root"))
    #expect(manager.killing?.hasSuffix("/etc/systemd/logind.conf") == true)
  }

  @Test("A drop-in decides over the file, a later one over an earlier, and one in /etc hides its namesake elsewhere")
  func dropIns() throws {
    let yes = "[Login]\nKillUserProcesses=yes\n"
    let no = "[Login]\nKillUserProcesses=no\n"
    #expect(
      try !manager(["etc/systemd/logind.conf": yes, "usr/lib/systemd/logind.conf.d/10-a.conf": no]).ends(
        processesOf: "ana"))
    #expect(
      try manager(["etc/systemd/logind.conf.d/10-a.conf": no, "run/systemd/logind.conf.d/20-b.conf": yes]).ends(
        processesOf: "ana"))
    #expect(
      try !manager(["etc/systemd/logind.conf.d/10-a.conf": no, "usr/lib/systemd/logind.conf.d/10-a.conf": yes]).ends(
        processesOf: "ana"))
  }

  @Test("Who is named, or spared, counts")
  func names() throws {
    let some = try manager([
      "etc/systemd/logind.conf": "[Login]\nKillUserProcesses=yes\nKillOnlyUsers=ana bo\nKillExcludeUsers=bo\n"
    ])
    #expect(some.ends(processesOf: "ana") && !some.ends(processesOf: "bo") && !some.ends(processesOf: "cy"))
  }
}
