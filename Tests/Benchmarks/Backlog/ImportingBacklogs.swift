import Domain
import Foundation
import Store

/// What it takes to bring a Tracker export in, to take it back and to bring it back again.
struct ImportingBacklogs {
  let prodpair: String
  let environment: [String: String]
  let directory: String
  let large: Int
  let small: Int

  /// Both stores are there afterwards, as `BacklogStore` finds them.
  func figures() throws -> [Figure] {
    let small = try imported(self.small, "small")
    let large = try imported(self.large, "large")
    var figures = small.figures + large.figures
    figures.append(
      growth("import, peak resident memory", large.cost, "of \(self.small) rows", small.cost, bound: Self.bound))
    figures += try undo()
    return figures
  }

  /// For the ids of the file, which are kept to find those that it has twice.
  private static let bound = 1.5

  private func imported(_ rows: Int, _ name: String) throws -> (figures: [Figure], cost: ChildProcess.Cost) {
    try BacklogStore.make(in: directory, rows: rows)
    let cost = try BacklogStore.importFile(
      in: directory, rows: rows, prodpair: prodpair, environment: environment)
    let figure = Figure(
      "import of \(rows) rows", Double(rows) / cost.seconds, .perSecond, aim: .atLeast(20_000))
    return ([figure], cost)
  }

  /// Undo and redo of the smaller import, and of one of a tenth of it.
  private func undo() throws -> [Figure] {
    let tenth = small / 10
    try BacklogStore.make(in: directory, rows: tenth)
    try BacklogStore.importFile(in: directory, rows: tenth, prodpair: prodpair, environment: environment)
    var figures: [Figure] = []
    for verb in ["undo", "redo"] {
      let ofTenth = try cost([verb], rows: tenth)
      let ofSmall = try cost([verb], rows: small)
      figures.append(Figure("\(verb) of an import of \(small) rows", Double(small) / ofSmall.seconds, .perSecond))
      figures.append(
        growth(
          "\(verb) of an import of \(small) rows, peak resident memory", ofSmall, "of \(tenth) rows", ofTenth,
          bound: Self.bound))
    }
    return figures
  }

  private func cost(_ words: [String], rows: Int) throws -> ChildProcess.Cost {
    try ChildProcess.cost(
      [prodpair] + words,
      environment: environment.merging(["PRODPAIR_STORE": BacklogStore.path(in: directory, rows: rows)]) { _, new in new
      })
  }

  private func growth(
    _ name: String, _ large: ChildProcess.Cost, _ reference: String, _ small: ChildProcess.Cost, bound: Double
  ) -> Figure {
    var figure = Figure(name, large.peakMegabytes, .megabytes, aim: .ratio(bound))
    figure.reference = (reference, small.peakMegabytes)
    return figure
  }
}
