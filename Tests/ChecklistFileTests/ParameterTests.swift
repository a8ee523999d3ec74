import Domain
import Foundation
import Testing

@testable import ChecklistFile

@Suite("Parameters")
struct ParameterTests {
  private let version = Parameter(name: "version", ask: "Which?", pattern: "^v[0-9]+$")
  private let zone = Parameter(name: "zone", defaultValue: "z1")

  @Test("Values are checked against what is declared, and defaults filled in")
  func validation() throws {
    let declared = [version, zone]
    #expect(try ParameterText.validated(["version": "v205"], against: declared) == ["version": "v205", "zone": "z1"])
    #expect(try ParameterText.validated(["version": "v1", "zone": ""], against: declared)["zone"] == "")
    #expect(throws: ParameterError.missing(name: "version", ask: "Which?")) {
      try ParameterText.validated([:], against: declared)
    }
    #expect(throws: ParameterError.unknown(name: "verison", declared: ["version", "zone"])) {
      try ParameterText.validated(["version": "v1", "verison": "v1"], against: declared)
    }
    #expect(throws: ParameterError.containsNUL(name: "zone")) {
      try ParameterText.validated(["version": "v1", "zone": "a\0b"], against: declared)
    }
  }

  @Test(
    "A pattern has no back door",
    arguments: ["v", "V1", "v1\n", "v1\r\n", "\nv1", "v1; rm -rf /", "xv1", "v1\u{0301}", "v１"])
  func patterns(value: String) {
    #expect(throws: ParameterError.self) { try ParameterText.validated(["version": value], against: [version]) }
  }

  @Test("In text a declared name is filled in, once, and all else stays")
  func text() {
    let values = ["version": "v205 {{zone}}", "zone": "z1"]
    #expect(
      ParameterText.filled("{{version}}/{{ zone }} {{other}} ${{zone}} {{zone}", with: values)
        == "v205 {{zone}}/z1 {{other}} ${{zone}} {{zone}")
  }

  @Test("In a body a shell's fences get variables and the rest gets values")
  func body() {
    let body = "On {{zone}}:\n```sh\nssh {{zone}}\n```\n~~~yaml\nz: {{other}}\n~~~\nthen {{zone}}"
    #expect(
      ParameterText.filledMarkdown(body, with: ["zone": "z1"])
        == "On z1:\n```sh\nssh ${zone}\n```\n~~~yaml\nz: {{other}}\n~~~\nthen z1")
  }

  @Test("Copying a command gives the values first, quoted, and then the command")
  func command() throws {
    let step = try #require(ChecklistDocument.read(Samples.release).steps().first)
    #expect(
      try ParameterText.command(for: step, values: ["version": "v2'05", "unused": "x"])
        == "version='v2'\\''05'\nbosh create release --final --version ${version}")
    #expect(try ParameterText.command(for: ChecklistDocument.read("- [ ] a b\n").steps()[0], values: [:]) == nil)
    #expect(ParameterText.filled(step, with: ["version": "v1"]).text == "Generate the final release v1")
  }

  @Test(
    "A value is never code, whatever is in it",
    arguments: [
      "plain", "it's", "$(touch /tmp/x)", "`id`", "a\nb", "\n", "a\n\n", "\"", "\\", "';id;'", "$HOME", "*", "!!",
      "é 路由", "",
      "\u{1B}[201~\nid\n", "a\rb", "tab\there", "%s %d", "\u{7F}\u{85}", "-n", "x'\u{07}'y",
    ])
  func shell(value: String) throws {
    let fence = Fence(language: "sh", code: "printf %s \"{{value}}\"")
    let command = try ParameterText.command(for: fence, values: ["value": value])
    #expect(!command.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    // Not by Foundation's Process and Pipe: what another test starts meanwhile would inherit their descriptors, and the
    // end of the output would not come before the end of that.
    let shell = try #require(popen(command, "re"))
    var bytes: [UInt8] = []
    while case let byte = getc(shell), byte != EOF { bytes.append(UInt8(byte)) }
    #expect(pclose(shell) == 0)
    #expect(bytes == Array(value.utf8), "\(command)")
  }

  @Test("A NUL is refused, since no shell could hold it")
  func nul() {
    #expect(throws: ParameterError.containsNUL(name: "v")) {
      try ParameterText.command(for: Fence(language: "", code: "echo {{v}}"), values: ["v": "\0"])
    }
  }
}
