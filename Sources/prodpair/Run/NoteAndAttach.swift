import ArgumentParser
import Domain
import Exchange
import Workflow

extension RunCommands {
  struct Note: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "note",
      abstract: "Write a note on a run, or on one of its steps.",
      usage: "prodpair run note <run> [<step>] <text>",
      discussion: "A finished run takes notes too.")

    @OptionGroup var on: RunOptions

    @Argument(help: "The step, where the note is about one, and the text.", completion: Completions.steps)
    var words: [String]

    func validate() throws {
      if words.count > 2 { throw ValidationError("a note is one text: put it in quotes") }
    }

    func run() throws {
      let session = try on.open()
      let step = words.count == 2 ? try session.step(words[0]) : nil
      try session.perform(.note(step?.id, words.last ?? ""))
      try Output.text("run \(on.number): noted" + (step.map { " at \($0.number) \($0.id)" } ?? ""))
    }
  }

  struct Attach: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "attach",
      abstract: "Keep a file with a run as evidence.",
      usage: "prodpair run attach <run> [<step>] <file>",
      discussion: """
        The content, up to 16 MiB, is kept in the store and named by its SHA-256; `run show N --evidence SHA256` \
        gives it back. - is standard input.
        """)

    @OptionGroup var on: RunOptions

    @Argument(help: "The step, where the evidence is about one, and the file.", completion: .file())
    var words: [String]

    func validate() throws {
      if words.count > 2 { throw ValidationError("one file at a time") }
    }

    func run() throws {
      let session = try on.open()
      let step = words.count == 2 ? try session.step(words[0]) : nil
      let file = AttachFile(run: on.number, step: step?.id, path: words.last ?? "-", happened: session.happened)
      let evidence = try file.run(in: session.session.store, by: session.actor, at: Session.now)
      try Output.text("run \(on.number): kept \(evidence.name), \(evidence.size) bytes\nsha256 \(evidence.sha256)")
    }
  }
}
