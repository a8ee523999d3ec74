import Domain
import Testing

@testable import ChecklistFile

@Suite("What stands behind a fence's language")
struct FenceInfoTests {
  private func fence(_ info: String) throws -> Fence {
    let step = try #require(ChecklistDocument.read("- [ ] a b\n  ```\(info)\n  x\n  ```\n").parsedSteps.first)
    return try #require(step.fences.first)
  }

  @Test(
    "Runme's attributes are read in both spellings, apart from the language or stuck to it",
    arguments: [
      #"sh {"name":"smoke","interactive":"false"}"#,
      #"sh {"name":"smoke","interactive":false,"cwd":"/srv","tries":[1,{}]}"#,
      "sh { name=smoke interactive=false }", "sh {name=smoke interactive=false cwd=/srv}",
      "sh{name=smoke interactive=FALSE}",
      #" sh  { name="smoke" interactive='false' background }"#, "SH {interactive=false name=smoke name=smoke}",
    ])
  func spellings(info: String) throws {
    let fence = try fence(info)
    #expect(fence.language == "sh" && fence.interpreter == ["sh", "-e"])
    #expect(fence.attributes == FenceAttributes(name: "smoke", isInteractive: false))
  }

  @Test("JSON has backslashes of its own, and Markdown's escapes and entities are understood as well")
  func escapes() throws {
    #expect(try fence(#"sh {"name":"say \"hi\" \u00e9"}"#).attributes?.name == "say \"hi\" é")
    #expect(try fence("sh {&quot;name&quot;:&quot;a&amp;b&quot;}").attributes?.name == "a&b")
    #expect(try fence(#"sh { name=a\_b }"#).attributes?.name == "a_b")
    #expect(try fence(#"s\h"#).language == #"s\h"#)
    #expect(try fence("&#115;h").language == "sh")
  }

  @Test(
    "An interpreter runs the fence; one with arguments, or that is no program's name, makes it no command",
    arguments: [
      ("bash", ["bash", "-eo", "pipefail"]), ("/bin/bash", ["/bin/bash", "-eo", "pipefail"]), ("dash", ["dash", "-e"]),
      ("python3.11", ["python3.11"]), ("bash -l", nil), ("-x", nil), ("a;b", nil), ("bin/", nil), ("", ["sh", "-e"]),
    ] as [(String, [String]?)])
  func interpreter(name: String, arguments: [String]?) throws {
    let fence = try fence(#"sh {"interpreter":"\#(name)"}"#)
    #expect(fence.interpreter == arguments)
    #expect(fence.isShell == ["bash", "/bin/bash", "dash", "bash -l", ""].contains(name))
  }

  @Test(
    "Braces that say a language are one, and a fence that is nobody's language is no command",
    arguments: [
      ("{.python .numberLines}", "python"), ("{#id .bash}", "bash"), ("{r setup, echo=FALSE}", "r"),
      ("{bash}", "bash"), ("{=html}", "{=html}"), ("{}", "{}"), ("{#only}", "{#only}"), ("{ name=x }", ""),
      (#"{"name":"x"}"#, ""), ("{.sh", "{.sh"), ("yaml {name=x}", "yaml"),
    ])
  func languages(info: String, language: String) throws { #expect(try fence(info).language == language) }

  @Test(
    "No info string is an error, however hostile",
    arguments: [
      "sh {", "sh }", "sh {}", "sh {{{{", "sh }{", #"sh {"name""#, #"sh {"name":}"#, "sh {=}", "sh {==}", "sh {a=}",
      "sh {\"\\", "sh {name=\u{1B}[2J}", "sh {'", "{", "{\"", "sh {\"name\":\"\u{202E}\"}", "sh {name=}",
      "sh " + String(repeating: "{", count: 5000), "sh {" + String(repeating: "[", count: 5000) + "}",
      "sh {\"a\":" + String(repeating: "[", count: 3000) + String(repeating: "]", count: 3000) + "}",
      "sh {" + String(repeating: "name=x ", count: 5000) + "}",
    ])
  func hostile(info: String) throws {
    let text = "- [ ] a b\n  ```\(info)\n  x\n  ```\n"
    let document = try ChecklistDocument.read(text)
    #expect(document.text == text)
    #expect(document.parsedSteps[0].fences[0].language.hasPrefix("sh") || info.hasPrefix("{"))
    #expect(
      try document.setting(.expect, to: "5m", at: 0).text == text.replacing("a b", with: "a b <!-- expect: 5m -->"))
    let shown = ParameterText.filledMarkdown(text, with: ["v": "1"])
    #expect(shown == text)
  }

  @Test("What means nothing here stays as it is through every edit")
  func kept() throws {
    let text = """
      ## Pre
      - [ ] Look at the canary
        ```sh {"name":"canary",  "background":"true", "mimeType":"text/x"}
        curl {{url}}
        ```

      """
    let document = try ChecklistDocument.read(text)
    let edited = try document.setting(.mode, to: "check", at: 0).rewording(0, to: "Ask the canary")
    #expect(edited.text == text.replacing("Look at the canary", with: "Ask the canary <!-- mode: check -->"))
    #expect(edited.parsedSteps[0].fences[0].attributes == FenceAttributes(name: "canary"))
  }

  @Test("A page shows a fence in the language that runs it, and puts variables in")
  func page() throws {
    let page = MarkdownPage("```text {\"interpreter\":\"/bin/bash\"}\necho {{v}}\n```\n")
    #expect(page.filled(with: ["v": "1"]).blocks == [.code(language: "bash", "echo ${v}")])
  }
}
