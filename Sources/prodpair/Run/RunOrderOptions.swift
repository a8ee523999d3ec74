import ArgumentParser
import Domain
import Store

/// What a run is begun or planned for.
struct RunOrderOptions: ParsableArguments {
  @Option(
    name: .customLong("env"), help: ArgumentHelp("The environment, as in staging.", valueName: "environment"),
    completion: Completions.environments)
  var environment: String?

  @Option(help: ArgumentHelp("What is deployed, as in cf-release@v205.", valueName: "name@version"))
  var artifact: String?

  @Option(help: ArgumentHelp("The artifact's content digest, as in sha256:….", valueName: "digest"))
  var digest: String?

  @Option(
    help: ArgumentHelp(
      "The two who run it; else the pair on duty, else you alone, which needs a reason.", valueName: "handle,handle"),
    completion: Completions.people)
  var pair: NameList?

  @Option(
    name: .customLong("param"), help: ArgumentHelp("A parameter's value; may be repeated.", valueName: "name=value"))
  var parameters: [Assignment] = []

  @Option(
    help: ArgumentHelp("The team; else the checklist's, else the only one.", valueName: "name"),
    completion: Completions.teams)
  var team: TeamName?

  @Option(
    name: .customLong("checklist-version"),
    help: ArgumentHelp("The checklist's version; else the latest.", valueName: "number"))
  var version: Int?

  @Flag(help: "A run in every way that never counts as a deployment.")
  var rehearsal = false

  @Option(
    help: ArgumentHelp("The open incident that it is for; supplies the reason for an override.", valueName: "number"))
  var incident: Int?

  @Option(
    name: .customLong("item"),
    help: ArgumentHelp(
      "The items that it carries; a release stands for what is to be done for it.", valueName: "number,number"))
  var items: ItemList?

  func validate() throws {
    let names = parameters.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw ValidationError("--param \(twice)=… is given twice")
    }
    if digest != nil, artifact == nil { throw ValidationError("--digest is the digest of an --artifact") }
  }

  /// - Throws: `ValidationError` where a part is missing that only a planned run has already.
  func order(for checklist: ChecklistName, override: String?) throws -> RunOrder {
    guard let environment else { throw ValidationError("name the environment with --env, as in --env staging") }
    guard let artifact else { throw ValidationError("name what is deployed with --artifact, as in cf-release@v205") }
    return RunOrder(
      checklist: checklist, version: version, team: team, environment: environment,
      artifact: try ArtifactText.artifact(artifact, digest: digest), pair: handles ?? [],
      parameters: assigned,
      isRehearsal: rehearsal, incident: incident, override: override,
      items: items?.numbers ?? [])
  }

  var handles: [Handle]? { pair.map { $0.names.map { Handle($0) } } }

  /// The parameters by name; the last one counts.
  var assigned: [String: String] {
    Dictionary(parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// Whether anything was said that a planned run has settled.
  var saysMoreThanThePair: Bool {
    environment != nil || artifact != nil || team != nil || version != nil || rehearsal
      || incident != nil || items != nil
  }
}

/// An artifact and its digest as somebody types them.
enum ArtifactText {
  static func artifact(_ text: String, digest: String?) throws -> Artifact {
    if let digest, !Artifact.isDigest(digest) {
      throw ValidationError("\(digest) is no digest: write it as sha256:… in hexadecimal")
    }
    guard let artifact = Artifact(text, digest: digest) else {
      throw ValidationError("\(text) is no artifact: write name@version, as in cf-release@v205")
    }
    return artifact
  }
}
