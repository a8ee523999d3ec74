import ArgumentParser
import Domain

/// Where in its team's order an item is put.
struct ItemPlaceOptions: ParsableArguments {
  @Flag(help: "Above all else.")
  var top = false

  @Flag(help: "Below all else.")
  var bottom = false

  @Option(help: ArgumentHelp("Right above this item.", valueName: "item"), completion: Completions.items)
  var before: ItemNumber?

  @Option(help: ArgumentHelp("Right below this item.", valueName: "item"), completion: Completions.items)
  var after: ItemNumber?

  func validate() throws {
    let count = [top, bottom, before != nil, after != nil].filter { $0 }.count
    if count > 1 { throw ValidationError("--top, --bottom, --before and --after all say the place: name one of them") }
  }

  /// Nil where nothing was said.
  var target: ItemTarget? {
    top ? .top : bottom ? .bottom : before.map { .before($0) } ?? after.map { .after($0) }
  }
}
