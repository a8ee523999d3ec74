import Domain
import Store
import Terminal

/// Where scenes are played: a store, somebody in front of it, and a clock that stands still.
struct Stage: Sendable {
  let store: Store
  let viewer: Viewer
  let actor: Actor
  let now: Instant
  /// Where the output of a command is read.
  var output: @Sendable (Execution, Store) throws -> any OutputSource = { try StoredOutput($0, store: $1) }

  /// What went wrong with a scene. The scenes are ours, so that it is always our mistake.
  enum Slip: Error, Hashable {
    case noKey(String, scene: String)
    /// The landmark is not on the screen, which is shown instead.
    case elsewhere(scene: String, landmark: String, screen: String)
    case changesTheStore(scene: String)
    case noWorld(scene: String)
    case noItem(String)
  }

  /// Types what the scene says, one key when everything has been answered that the key before has asked for.
  func play(_ scene: Scene, size: Size, glyphs: Glyphs = .unicode) throws -> App {
    var app = App(viewer: viewer, size: size, now: now, glyphs: glyphs)
    try answer(app.begin(), for: scene, &app)
    for event in try scene.events { try answer(update(&app, event), for: scene, &app) }
    return app
  }

  /// Everything that follows, in the order asked for, as the loop would do it.
  func answer(_ effects: [Effect], for scene: Scene, _ app: inout App) throws {
    let backend = StoreBackend(store: store, actor: actor, clock: { now }, open: output)
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      // Nothing happens on a stage but what the scene says.
      case .read(let question, _) where question.waits: break
      case .read(let question, let generation):
        let reply = Result { try backend.reply(to: question) }.mapError(Failure.init)
        waiting += update(&app, .answered(question, generation: generation, reply))
      case .write(let write, let ticket):
        // What a rule refuses is worth a picture too.
        let result = Result { try write.perform(with: backend) }.mapError(Failure.init)
        if case .success = result { throw Slip.changesTheStore(scene: scene.name) }
        waiting += update(&app, .wrote(ticket: ticket, result))
      case .terminal, .quit: break
      }
    }
  }
}

extension Scene {
  fileprivate var events: [Event] {
    get throws {
      try typing.flatMap { typing -> [Event] in
        switch typing {
        case .text(let text): return text.map { .key(.character($0)) }
        case .keys(let names):
          return try names.split(separator: " ").map { name in
            guard let key = Key(name: String(name)) else { throw Stage.Slip.noKey(String(name), scene: self.name) }
            return .key(key)
          }
        }
      }
    }
  }
}

extension Stage.Slip: CustomStringConvertible {
  var description: String {
    switch self {
    case .noKey(let name, let scene): "\(scene): \(name) is no key"
    case .elsewhere(let scene, let landmark, let screen):
      "\(scene): its keys do not lead to \"\(landmark)\", but to\n\(screen)"
    case .changesTheStore(let scene): "\(scene): a scene must not change the store, and its keys do"
    case .noItem(let title): "the demo has no item called \(title)"
    case .noWorld(let scene): "\(scene): there is no store for it"
    }
  }
}
