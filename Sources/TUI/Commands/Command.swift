import Terminal

/// Something that can be done, with everything that keys, footer, help and palette say about it.
///
/// ```swift
/// .on(RunScreen.self, "run.note", ["c"], "Write a note on the step", label: "note", rank: 60) { screen, app in
///   screen.promptForNote(&app)
/// }
/// ```
struct Command: Sendable {
  /// For ever the same: what a configuration names it by.
  let id: String
  /// Sequences of key names, as in `g g`; the first one is shown.
  let keys: [String]
  /// The keys as they arrive; what is no key's name is left out, and a test finds it.
  let chords: [[Key]]
  /// A sentence without a full stop, for help and palette.
  let title: String
  /// A word or two for the footer.
  let label: String
  /// The screen that it belongs to; nil for those that work everywhere.
  let screen: ScreenName?
  /// Where it stands in the footer, the lowest first; nil keeps it out.
  let rank: Int?
  /// Whether the footer shows it, dimmed, also when it can't be used, because everybody looks for it there.
  let isAlwaysShown: Bool
  /// Whether it is worth a place in the footer at this moment.
  let matters: @Sendable (App) -> Bool
  let availability: @Sendable (App) -> Availability
  let perform: @Sendable (inout App) -> [Effect]

  init(
    id: String, keys: [String], title: String, label: String, screen: ScreenName?, rank: Int?, isAlwaysShown: Bool,
    matters: @escaping @Sendable (App) -> Bool, availability: @escaping @Sendable (App) -> Availability,
    perform: @escaping @Sendable (inout App) -> [Effect]
  ) {
    self.id = id
    self.keys = keys
    chords = keys.map { $0.split(separator: " ").compactMap { Key(name: String($0)) } }
    self.title = title
    self.label = label
    self.screen = screen
    self.rank = rank
    self.isAlwaysShown = isAlwaysShown
    self.matters = matters
    self.availability = availability
    self.perform = perform
  }

  /// The same, with other keys.
  func bound(to keys: [String]) -> Command {
    Command(
      id: id, keys: keys, title: title, label: label, screen: screen, rank: rank, isAlwaysShown: isAlwaysShown,
      matters: matters, availability: availability, perform: perform)
  }

  var keyText: String { keys.first ?? "" }
  /// The first of its keys that is not taken for a letter, for a screen that is typed into; nil when there is none.
  var keyTextBesideLetters: String? {
    zip(keys, chords).first { _, chord in
      if case .character? = chord.first { false } else { true }
    }?.0
  }
}

/// Whether a command can be used now, and why not.
enum Availability: Hashable, Sendable {
  case yes
  case no(String)

  var isYes: Bool { self == .yes }

  /// This one, unless the first says no.
  func and(_ next: @autoclosure () -> Availability) -> Availability { isYes ? next() : self }
}

extension Command {
  /// A command of one screen.
  static func on<Model: ScreenModel>(
    _ model: Model.Type, _ id: String, _ keys: [String], _ title: String, label: String, rank: Int? = nil,
    isAlwaysShown: Bool = false, matters: @escaping @Sendable (Model, App) -> Bool = { _, _ in true },
    when: @escaping @Sendable (Model, App) -> Availability = { _, _ in .yes },
    _ perform: @escaping @Sendable (inout Model, inout App) -> [Effect]
  ) -> Command {
    Command(
      id: id, keys: keys, title: title, label: label, screen: model.name, rank: rank, isAlwaysShown: isAlwaysShown,
      matters: { app in app.topScreen(model).map { matters($0, app) } ?? false },
      availability: { app in app.topScreen(model).map { when($0, app) } ?? .no("not on this screen") },
      perform: { app in app.change(model, perform) ?? [] })
  }

  /// A command that works on every screen.
  static func everywhere(
    _ id: String, _ keys: [String], _ title: String, label: String, rank: Int? = nil,
    when: @escaping @Sendable (App) -> Availability = { _ in .yes },
    _ perform: @escaping @Sendable (inout App) -> [Effect]
  ) -> Command {
    Command(
      id: id, keys: keys, title: title, label: label, screen: nil, rank: rank, isAlwaysShown: false,
      matters: { _ in true }, availability: when, perform: perform)
  }
}
