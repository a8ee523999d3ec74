import Domain
import Testing

@Suite("Names, artifacts and finding a step")
struct NameTests {
  @Test(
    "A slug is the text's words, lower-case, joined by hyphens",
    arguments: [
      ("Log in to the jump box", "log-in-to-the-jump-box"), ("  Deploy, and watch!  ", "deploy-and-watch"),
      ("", ""), ("…—!", ""), ("v205", "v205"), ("Prüfe Größe", "prüfe-größe"), ("配置を確認", "配置を確認"),
      ("a--b__c", "a-b-c"), ("`bosh -n deploy`", "bosh-n-deploy"), ("\u{1B}[31mred\u{202E}", "31mred"),
    ])
  func slug(text: String, slug: String) { #expect(Slug.make(text) == slug) }

  @Test("A slug is cut between words where that is possible")
  func cut() {
    #expect(Slug.make("one two three", limit: 8) == "one-two")
    #expect(Slug.make("one two three", limit: 7) == "one-two")
    #expect(Slug.make("extraordinarily long", limit: 5) == "extra")
    #expect(Slug.make(String(repeating: "word ", count: 50)).count <= 40)
  }

  @Test(
    "A letter with its accent apart is still one letter of one word",
  )
  func decomposed() { #expect(Slug.make("nai\u{308}ve") == Slug.make("naïve")) }

  @Test(
    "A handle is letters, digits, dots, underscores and hyphens, up to 32",
    arguments: [
      ("ana", true), ("ana.b_c-2", true), ("Ána", true), ("", false), ("-ana", false), (".ana", false), ("a b", false),
      ("a/b", false), ("a:b", false), ("a\u{202E}b", false), ("a\nb", false), ("$(id)", false),
      (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
    ])
  func handle(text: String, isValid: Bool) { #expect(Handle.isValid(text) == isValid) }

  @Test(
    "An artifact is name@version, cut at the last @",
    arguments: [
      ("cf-release@v205", "cf-release", "v205"), ("npm/@scope/pkg@1.2", "npm/@scope/pkg", "1.2"), ("a@b@c", "a@b", "c"),
    ])
  func artifact(text: String, name: String, version: String) throws {
    let artifact = try #require(Artifact(text))
    #expect(artifact == Artifact(name: name, version: version))
    #expect(artifact.description == text)
  }

  @Test(
    "What is no artifact is refused",
    arguments: [
      "", "@", "cf-release", "@v205", "cf-release@", "cf release@v205", "a@b\n", "a\u{1B}@b", "a\u{A0}b@1",
    ])
  func noArtifact(text: String) { #expect(Artifact(text) == nil) }

  @Test(
    "A digest is algorithm:hexadecimal, as OCI writes it",
    arguments: [
      ("sha256:" + String(repeating: "0f", count: 32), true), ("sha256:" + String(repeating: "0F", count: 32), true),
      ("sha256:", false), ("sha256:0f", false), (String(repeating: "0f", count: 32), false), ("", false),
      (":" + String(repeating: "0f", count: 32), false), ("sha256:" + String(repeating: "zz", count: 32), false),
      ("a:b:" + String(repeating: "0f", count: 32), false),
    ])
  func digest(text: String, isDigest: Bool) { #expect(Artifact.isDigest(text) == isDigest) }

  @Test(
    "Full-width digits make no digest",
  )
  func fullWidth() { #expect(!Artifact.isDigest("sha256:" + String(repeating: "Ａ", count: 64))) }

  static let version = ChecklistVersion.sample([.line("deploy"), .line("deploy-logs"), .line("publish"), .line("2")])

  @Test(
    "A step is named by id, by number, or by the beginning that only it has",
    arguments: [
      ("deploy", "deploy"), ("1", "deploy"), ("3", "publish"), ("deploy-", "deploy-logs"), ("pub", "publish"),
    ])
  func lookup(text: String, id: String) throws { #expect(try Self.version.step(named: text).id.text == id) }

  @Test("A step that does not exist or is ambiguous is an error that says so")
  func noStep() {
    #expect(throws: StepLookup.noSuchStep("9", count: 4)) { try Self.version.step(named: "9") }
    #expect(throws: StepLookup.noSuchStep("", count: 4)) { try Self.version.step(named: "") }
    #expect(throws: StepLookup.ambiguous("dep", ["deploy", "deploy-logs"])) { try Self.version.step(named: "dep") }
    #expect(throws: StepLookup.ambiguous("2", ["deploy-logs", "2"])) { try Self.version.step(named: "2") }
  }
}
