import Domain
import Store
import Terminal
import Workflow

/// What can be done on the screen of a fold.
extension FoldScreen {
  private var writeName: String { "fold \(LessonWords.names(lessons))" }

  var canEdit: Availability {
    if isFolding { return .no("it is being written") }
    return preview == nil ? .no(failure ?? "it is not read yet") : .yes
  }

  var canCommit: Availability {
    canEdit.and(look.map { $0.noCommit.map { .no(FoldError.words($0)) } ?? .yes } ?? .no("git is being asked"))
  }

  /// Whether there is a file to choose, and not only none.
  var canChooseFile: Availability {
    canEdit.and(
      look.map { $0.paths.isEmpty ? .no("it has no file on this machine") : .yes } ?? .no("it is not read yet"))
  }

  var canFold: Availability {
    guard case .yes = canEdit else { return canEdit }
    if let complaint { return .no(complaint) }
    if let obstacle = preview?.plan.obstacle { return .no(obstacle.onScreen) }
    guard let look else { return .no("the file is being looked at") }
    // Several files are a question, which is asked then.
    if look.obstacle is FoldError, look.paths.count > 1 { return .yes }
    return look.obstacle.map { .no(FoldError.words($0)) } ?? .yes
  }

  mutating func fold(_ app: inout App) -> [Effect] {
    if target == .itsFile, look?.paths.count ?? 0 > 1 {
      return chooseFile(&app) { app in app.change(FoldScreen.self) { $0.askWhy(&$1) } ?? [] }
    }
    return askWhy(&app)
  }

  /// A menu of the files, and of none; what comes next begins when one is chosen.
  func chooseFile(_ app: inout App, then next: @escaping @Sendable (inout App) -> [Effect] = { _ in [] }) -> [Effect] {
    let targets: [(title: String, target: FoldTarget)] =
      (look?.paths ?? []).map { ($0, .file($0)) } + [("none: the version is made in the store alone", .storeOnly)]
    let items = targets.prefix(9).enumerated().map { index, choice in
      Menu.Item(key: Character("\(index + 1)"), title: choice.title, availability: .yes) { app in
        let effects = app.change(FoldScreen.self) { $0.choose(choice.target, &$1) } ?? []
        return effects + next(&app)
      }
    }
    app.show(Menu("which file is written? Sync brings the others up to it later", Array(items)))
    return []
  }

  private mutating func choose(_ target: FoldTarget, _ app: inout App) -> [Effect] {
    self.target = target
    look = nil
    isCommitted = isCommitted && target != .storeOnly
    return readLook(&app)
  }

  func askWhy(_ app: inout App) -> [Effect] {
    guard let preview else { return [] }
    let words = preview.plan.lessons.map { LessonWords.line($0.text) }.joined(separator: "; ")
    app.show(
      Prompt(
        "\(preview.version.reference): why is it made?",
        explanation: ["The reason stands with the version for ever, and in the commit. ^X writes more than a line."],
        needs: "a version needs a reason", initial: words, purpose: "reason of a fold", in: app
      ) { reply, draft, app in
        guard case .text(let reason) = reply else { return [] }
        return app.change(FoldScreen.self) { $0.confirm(reason.trimmed, draft, &$1) } ?? []
      })
    return []
  }

  private func confirm(_ reason: String, _ draft: Draft, _ app: inout App) -> [Effect] {
    guard let preview, let look else {
      app.say("the file is being looked at: a moment", .refusal)
      app.drafts[draft.key] = draft.text
      return []
    }
    if let obstacle = look.obstacle {
      app.say(FoldError.words(obstacle), .refusal)
      app.drafts[draft.key] = draft.text
      return []
    }
    let file = look.path.map { "It is written to \($0)." } ?? "No file is written; the version is made in the store."
    let commit =
      isCommitted
      ? "git gets one commit of it on branch \(look.branch ?? ""), which is not pushed." : "git gets no commit."
    app.show(
      Confirmation(
        question: "Fold \(LessonWords.names(lessons)) into \(preview.version.reference)?",
        details: [file, commit, "Because: \(LessonWords.line(reason))"] + ["A version stays: u does not take it back."],
        yes: "fold", decline: { $0.drafts[draft.key] = draft.text }
      ) { app in app.change(FoldScreen.self) { $0.write(preview, reason, draft, &$1) } ?? [] })
    return []
  }

  /// What was shown when it was asked is what is written; where somebody else has made a version since, nothing is.
  private mutating func write(
    _ preview: FoldPreview, _ reason: String, _ draft: Draft, _ app: inout App
  ) -> [Effect] {
    isFolding = true
    let fold = Fold(preview.plan, reason: reason, target: target, isCommitted: isCommitted)
    let write = StoreWrite(name: writeName, offersUndo: false) { store, actor, now in
      do {
        return try fold.run(in: store, by: actor, at: now).words
      } catch let error as FoldError {
        throw Failure(words: error.onScreen)
      }
    }
    return [app.write(write, draft: draft)]
  }

  mutating func wrote(_ write: PendingWrite, _ result: Result<Written, Failure>, _ app: inout App) -> [Effect] {
    guard isFolding, (write.write as? StoreWrite)?.name == writeName else { return [] }
    isFolding = false
    guard case .success = result else { return refresh(&app) }
    discard()
    return app.topScreen(FoldScreen.self) == nil ? [] : app.back()
  }

  static let commands: [Command] = [
    .on(
      FoldScreen.self, "fold.fold", ["f", "Enter"], "Make the version, after the reason and a question",
      label: "fold", rank: 10, isAlwaysShown: true, when: { screen, _ in screen.canFold }
    ) { $0.fold(&$1) },
    .on(
      FoldScreen.self, "fold.next", ["]"], "Next change, or next line with what was searched for", label: "next change",
      rank: 20, when: { screen, _ in screen.stops.isEmpty ? .no("nothing changes") : .yes }
    ) { screen, _ in
      screen.showNext()
      return []
    },
    .on(
      FoldScreen.self, "fold.edit", ["E"], "Write the page by hand, in your editor", label: "editor", rank: 30,
      when: { screen, _ in screen.canEdit }
    ) { screen, _ in screen.editable.map { [.terminal(.edit($0))] } ?? [] },
    .on(
      FoldScreen.self, "fold.view", ["Tab", "S-Tab"], "Turn to the page, or to the lines as the file has them",
      label: "view", rank: 50, when: { screen, _ in screen.canEdit }
    ) { screen, _ in
      screen.turn()
      return []
    },
    .on(
      FoldScreen.self, "fold.commit", ["c"], "Have git commit the file too, or not", label: "commit", rank: 40,
      when: { screen, _ in screen.canCommit }
    ) { screen, _ in
      screen.isCommitted.toggle()
      return []
    },
    .on(
      FoldScreen.self, "fold.file", [">"], "Choose which file is written, or none", label: "file", rank: 60,
      matters: { screen, _ in screen.look?.paths.count ?? 0 > 1 }, when: { screen, _ in screen.canChooseFile }
    ) { screen, app in screen.chooseFile(&app) },
    .on(
      FoldScreen.self, "fold.back", ["Esc"], "Back; where the page was written by hand, after a question",
      label: "back", rank: 76
    ) { screen, app in screen.leave(&app) },
  ]

  /// Out of a search first; what was written by hand is not let go unasked.
  private mutating func leave(_ app: inout App) -> [Effect] {
    if filter?.isEmpty == false {
      filter = ""
      return []
    }
    return app.backLeavingForm(hasDraft: hasDraft)
  }
}

extension Fold.Outcome {
  /// `new-release v8 was made; written to PATH; commit abc1234 on main`.
  fileprivate var words: String {
    var parts = ["\(version) was made"]
    if let path { parts.append("written to \(path)") }
    if let commit { parts.append("commit \(commit.id.prefix(7)) on \(commit.branch)") }
    return parts.joined(separator: "; ")
  }
}
