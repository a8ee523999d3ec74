import ChecklistFile
import Domain
import Exchange
import FuzzTargets
import Host
import Store
import Terminal
import Testing
import Text

/// Each target is given a program with one defect in it, and has to name the promise that is broken.
@Suite("A promise that is broken is found")
struct PlantedDefectTests {
  private func promise(broken check: () throws -> Void) -> String? {
    do {
      try check()
      return nil
    } catch let error as BrokenPromise {
      return error.promise
    } catch {
      return "\(error)"
    }
  }

  @Test("Text that is shown as it came")
  func sanitizer() {
    let target = SanitizerTarget { text, _ in text }
    for hostile in ["\u{1B}[2J", "\u{9B}2J", "a\u{202E}b", "\u{7F}", "a\u{2066}", "zero\u{200B}width", "\u{E0041}"] {
      #expect(
        promise { try target.check(Array(hostile.utf8)) } == "visible text has nothing in it that acts on a terminal")
    }
    let swallowing = SanitizerTarget { text, keepsLines in
      visible(text, keepingLineBreaks: keepsLines).replacing("b", with: "")
    }
    #expect(promise { try swallowing.check(Array("abc".utf8)) } != nil)
  }

  @Test("An edit that drops a byte of another line")
  func edits() throws {
    let target = EditsTarget { edit, page in
      let id = try page.apply(edit)
      var bytes = page.document.bytes
      if let heading = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes.remove(at: heading + 3) }
      page = try page.edited(to: bytes, fileName: "fuzz.md")
      return id
    }
    let page = "# Release\n\n- [ ] one\n- [ ] two\n"
    // Reword the first step.
    let edit: [UInt8] = [0, 0, 0, 0, 0, 5] + Array("three".utf8)
    #expect(promise { try target.check(Array(page.utf8) + [0] + edit) } == "an edit leaves the other lines alone")
  }

  @Test("An edit that says that it was made, and was not")
  func editForgotten() {
    let target = EditsTarget { edit, page in edit.step }
    let edit: [UInt8] = [0, 0, 0, 0, 0, 5] + Array("three".utf8)
    #expect(
      promise { try target.check(Array("- [ ] one\n- [ ] two\n".utf8) + [0] + edit) }
        == "a step says what it was reworded to")
  }

  @Test("A form that grows each time, and one that touches more than comments")
  func format() {
    let page = Array("- [ ] one <!-- id: one -->\n".utf8)
    let growing = ChecklistTarget { document, _ in
      try ChecklistDocument(bytes: document.bytes + Array("<!-- x -->".utf8), fileName: "fuzz.md")
    }
    #expect(promise { try growing.check(page) } == "fmt changes nothing when it is done twice")
    let touching = ChecklistTarget { document, _ in
      try ChecklistDocument(bytes: Array("# More\n".utf8) + document.bytes, fileName: "fuzz.md")
    }
    #expect(promise { try touching.check(page) } == "fmt changes nothing but comments")
  }

  @Test("A reader that loses what stands where a chunk ends, or makes an item without a title")
  func importer() {
    let file = Array("Id,Title,Current State\n1,One,started\n".utf8)
    let losing = ImporterTarget(.tracker) { bytes, format, chunk in
      try ImporterTarget.reading(chunk < 100 ? Array(bytes.dropLast(9)) : bytes, format, chunk)
    }
    #expect(promise { try losing.check(file) } == "a file is read alike in pieces")
    let blank = ImporterTarget(.tracker) { bytes, format, chunk in
      var reading = try ImporterTarget.reading(bytes, format, chunk)
      for index in reading.items.indices { reading.items[index].title = "" }
      return reading
    }
    #expect(promise { try blank.check(file) } == "a title is one line, never empty")
  }

  @Test("An alert that nobody could know again")
  func alerts() {
    let target = AlertTarget(.datadog) { _, source in
      AlertPayload(source, alerts: [Alert(source, key: "", title: "Disk")])
    }
    #expect(promise { try target.check([]) } == "an alert can be known again by its key")
  }

  @Test("A filter that is written without its hyphen")
  func filter() {
    let target = FilterTarget { filter in
      var filter = filter
      for index in filter.terms.indices { filter.terms[index].isNegated = false }
      return filter.text
    }
    #expect(promise { try target.check(Array("-label:router".utf8)) } == "a filter reads back as what it was")
  }

  @Test("An image in which a quote is not escaped")
  func journal() {
    let target = JournalTarget { value, bytes in
      if case .text(let text) = value {
        bytes += Array("\"\(text)\"".utf8)
      } else {
        CanonicalJSON.append(value, to: &bytes)
      }
    }
    #expect(promise { try target.check(Array(#"{"a":"say \"no\""}"#.utf8)) } == "a row's image is read")
  }

  @Test("A cell that has an escape in it")
  func screen() {
    let target = ScreenTarget { screen, row in screen.row(row).map { $0.text.replacing("␛", with: "\u{1B}") } }
    let input: [UInt8] = [9, 1, 0, 0, 4, 2, 0, 3, 0x1B, 0x5B, 0x6D]
    #expect(promise { try target.check(input) } == "a cell has nothing in it that acts on a terminal")
  }

  @Test("A key that is a control")
  func keys() {
    let target = KeysTarget { _ in [.key(.character("\u{1B}"))] }
    #expect(promise { try target.check([]) } == "no control is taken for a letter")
    let pasting = KeysTarget { _ in [.paste("\u{1B}[2J")] }
    #expect(promise { try pasting.check([]) } == "nothing that is pasted is a control, but for tabs and line breaks")
  }

  @Test("A configuration in which a user names the team's store")
  func configuration() {
    let target = ConfigurationTarget { site, own in
      var reading = ConfigurationTarget.reading(site, own)
      let file = ConfigurationFile(path: "/own.yaml", layer: .own)
      reading.configuration.store = Setting("/tmp/mine", at: ConfigurationPlace(file: file, line: 1, column: 1))
      return reading
    }
    #expect(promise { try target.check([]) } == "the user's own file sets no store")
  }

  @Test("A page on which somebody's words format, link or act on a terminal")
  func page() {
    let target = PageTarget { "# \($0)\n" }
    #expect(promise { try target.check(Array("*bold*".utf8)) } == "nobody's words format a page")
    #expect(
      promise { try target.check(Array("a\u{1B}[2J".utf8)) }
        == "a page of ours has nothing in it that acts on a terminal")
    #expect(promise { try target.check(Array("![a](b)".utf8)) } != nil)
  }

  @Test("A value that ends its comment, and one that is cut")
  func attributes() {
    let bare = AttributesTarget { $0 }
    #expect(promise { try bare.check(Array("a --> b".utf8)) } == "a written value can't end its comment")
    let cut = AttributesTarget { AttributeText.written(String($0.dropLast())) }
    #expect(promise { try cut.check(Array("abc".utf8)) } == "a value that is written reads back as what it was")
  }

  @Test("A difference that leaves a word out")
  func differences() {
    let target = DifferencesTarget { old, new in Array(WordDiff(from: old, to: new).pieces.dropLast()) }
    #expect(promise { try target.check(Array("one two\0one three".utf8)) } == "what is kept and added is the new text")
  }

  @Test("A secret that is cut in two and shown")
  func secrets() {
    let target = SecretsTarget { pieces, secret in
      pieces.flatMap { Array(String(decoding: $0, as: UTF8.self).replacing(secret, with: "****").utf8) }
    }
    #expect(
      promise { try target.check(Array("hunter2\0\u{2}say hunter2".utf8)) }
        == "it makes no difference where an output is cut")
  }

  @Test("A count that is negative")
  func pattern() {
    let target = PatternTarget { _, _ in OutputProgress(done: -1) }
    #expect(promise { try target.check([]) } == "what is counted is not negative")
  }
}
