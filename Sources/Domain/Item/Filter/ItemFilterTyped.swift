import Foundation

extension ItemFilter {
  /// Reads the filter language, as in `type:bug label:router points>3 -owner:me updated<30d "free text"`.
  ///
  /// - Throws: ``FilterProblem`` with the place, in characters, of the first thing that can't be read.
  public init(typed: String, context: FilterContext) throws(FilterProblem) {
    self.init(try FilterReader(line: typed, context: context).terms())
  }

  /// The filter as it is typed, with every moment in UTC: it reads back as the same filter whatever the zone.
  public var text: String { terms.map { FilterText.term($0, nil) }.joined(separator: " ") }

  /// The filter as it is typed, with days where a moment is the start of one in the zone.
  public func text(in zone: TimeZone) -> String {
    terms.map { FilterText.term($0, zone) }.joined(separator: " ")
  }
}
