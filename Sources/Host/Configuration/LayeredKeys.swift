/// The keys of all files, each over the one before it, command by command.
struct LayeredKeys {
  /// What is wrong among the keys of all files together.
  let clashes: [ConfigurationProblem]
  /// The keys of as many files as are sound together.
  let inForce: [String: Setting<[String]>]

  init(_ layers: [[Binding]], vocabulary: ConfigurationVocabulary) {
    let all = Self.bindings(layers)
    clashes = KeyClashes(all, vocabulary: vocabulary).problems
    var layers = layers
    var bindings = all
    var isSound = clashes.isEmpty && all.values.allSatisfy(\.isSound)
    while !isSound, !layers.isEmpty {
      layers.removeLast()
      bindings = Self.bindings(layers)
      isSound =
        bindings.values.allSatisfy(\.isSound)
        && KeyClashes(bindings, vocabulary: vocabulary).problems.isEmpty
    }
    inForce = bindings.mapValues { Setting($0.keys.map(\.chord), at: $0.place) }
  }

  private static func bindings(_ layers: [[Binding]]) -> [String: Binding] {
    layers.joined().reduce(into: [:]) { $0[$1.command] = $1 }
  }
}
