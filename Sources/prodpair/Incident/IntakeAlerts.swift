import ArgumentParser
import Domain
import Exchange
import Foundation
import Host
import Store
import Workflow

extension IncidentCommands {
  struct Intake: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "intake",
      abstract: "Take the alerts of a monitoring system's webhook from standard input.",
      usage: """
        prodpair incident intake --from alertmanager < BODY
        prodpair incident intake --from pagerduty --signature <header> --secret-file <file> < BODY
        """,
      discussion: """
        Reads the body of one request as it came, and prints the number of each incident that its alerts opened or went to, \
        on a line of its own: new ones first. What is worth knowing beside that is said on standard error.

        An alert that was told before goes to its incident for as long as that is open or mitigated, and so does one of the \
        same group; all others that fire open one incident. Alertmanager's are known by their fingerprint, PagerDuty's by \
        the incident key, Datadog's by $ALERT_CYCLE_KEY. That an alert is over is noted and resolves nothing: you do. The \
        body is kept with what it brought.

        PagerDuty's signature is checked where there is a secret: in the file named by --secret-file, or in \
        $PRODPAIR_PAGERDUTY_SECRET. A payload that it does not fit is refused (77).
        """)

    @OptionGroup var acting: ActingOptions

    @Option(
      name: .customLong("from"),
      help: ArgumentHelp(
        "Which program it comes from.", valueName: AlertSource.allCases.map(\.rawValue).joined(separator: "|")))
    var source: AlertSource

    @Option(
      help: ArgumentHelp(
        "Whose a new incident is; else the team that the alert names, else the only one.", valueName: "name"),
      completion: Completions.teams)
    var team: TeamName?

    @Option(help: ArgumentHelp("The request's \(PagerDutySignature.header), as it came.", valueName: "header"))
    var signature: String?

    @Option(
      name: .customLong("secret-file"),
      help: ArgumentHelp("A file with the secret of PagerDuty's webhook subscription.", valueName: "file"),
      completion: .file())
    var secretFile: String?

    static let secretVariable = "PRODPAIR_PAGERDUTY_SECRET"

    func validate() throws {
      if source != .pagerduty, signature != nil || secretFile != nil {
        throw ValidationError("--signature and --secret-file are for --from pagerduty: the others sign nothing")
      }
    }

    func run() throws {
      let proof = try proof()
      let content = try FileAccess.read("-", limit: TakeAlertPayload.limit)
      let session = try acting.session()
      let intake = try TakeAlertPayload(source, content, team: team, proof: proof).run(
        in: session.store, by: session.actor, at: Session.now)
      for remark in intake.remarks { Output.problem(remark) }
      try Output.text(intake.incidents.map(\.description).joined(separator: "\n"))
    }

    /// Read before anything else, so that a payload is never taken for want of a secret that was named.
    private func proof() throws -> TakeAlertPayload.Proof? {
      guard source == .pagerduty else { return nil }
      let variable = ProcessInfo.processInfo.environment[Self.secretVariable].map { Array($0.utf8) }
      let secret = Self.trimmed(try secretFile.map { try FileAccess.read($0, limit: 4096) } ?? variable ?? [])
      if secret.isEmpty {
        if let secretFile { throw IntakeError.secretEmpty(secretFile) }
        if signature != nil { throw IntakeError.noSecret(variable: Self.secretVariable) }
        return nil
      }
      return TakeAlertPayload.Proof(secret: secret, signature: signature)
    }

    /// Editors end a file with a line break, which is none of the secret.
    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
      let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
      return bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    }
  }
}

extension AlertSource: ExpressibleByArgument {}
