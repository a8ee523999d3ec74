import Foundation

/// A page as headless Chromium opens it, where that is installed.
struct Browser {
  /// The page as the browser has it when it is done, written as HTML.
  var document: String
  /// What the page said in the console: errors, and what its policy forbade.
  var console: [String]
  /// Every address that the page asked for, but for the file itself.
  var requests: [String]

  struct Failed: Error {
    var errors: String
  }

  static let program: String? = ["chromium", "chromium-browser", "google-chrome"].lazy.map { "/usr/bin/\($0)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static let whyNot = "no Chromium is installed, and no other browser is asked"

  /// - Parameter folder: of the page; the browser's own files go there too, and go with it.
  static func open(_ page: String, in folder: String) throws -> Browser {
    guard let program else { throw Failed(errors: whyNot) }
    let log = "\(folder)/net-\(UUID().uuidString).json"
    let outcome = try Program.run(
      [
        program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/browser",
        "--enable-logging=stderr", "--log-net-log=\(log)", "--net-log-capture-mode=Everything", "--dump-dom",
        URL(fileURLWithPath: page).absoluteString,
      ], in: folder, environment: ["HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], input: "")
    guard outcome.exitCode == 0, !outcome.output.isEmpty else { throw Failed(errors: outcome.errors) }
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    return Browser(
      document: outcome.output, console: lines.filter { $0.contains("CONSOLE") },
      requests: addresses(String(decoding: try Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)))
  }

  /// Chromium's mark of what a page loads (`blink_resource_loader`): the browser asks for things of its own, too.
  private static let ofPages = "\"traffic_annotation\":101845102,\"url\":\""

  /// The addresses in a log of the network: whatever a page asked for by name, whether or not it was found.
  private static func addresses(_ log: String) -> [String] {
    log.components(separatedBy: ofPages).dropFirst().map { part in String(part.prefix { $0 != "\"" }) }
      .filter { !$0.hasPrefix("file:") && !$0.hasPrefix("data:") }
  }
}
