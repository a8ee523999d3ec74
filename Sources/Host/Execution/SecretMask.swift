import CProcess

/// Puts `****` in the place of secrets in what comes in pieces, across their borders too.
///
/// Of a secret of several lines each line that is long enough to be known by is masked as well, since programs print
/// them one by one.
public struct SecretMask: Sendable {
  private var wanted: [[UInt8]]
  private var held: [UInt8] = []
  /// How much of what is held stands masked in what was shown: a secret may begin within another.
  private var hidden = 0

  public static let shown = Array("****".utf8)
  /// A line of a secret is looked for on its own from this many bytes on.
  private static let shortestLine = 8

  public init(_ secrets: some Sequence<String>) {
    var wanted: Set<[UInt8]> = []
    for secret in secrets where !secret.isEmpty {
      wanted.insert(Array(secret.utf8))
      let lines = secret.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
      guard lines.count > 1 else { continue }
      wanted.insert(Array(lines.joined(separator: [13, 10])))
      for line in lines where line.count >= Self.shortestLine { wanted.insert(line) }
    }
    self.wanted = wanted.sorted { $0.count > $1.count }
  }

  public var isEmpty: Bool { wanted.isEmpty }

  /// What may be shown by now; an end that may be a secret's beginning waits for what follows.
  public mutating func masked(_ bytes: [UInt8]) -> [UInt8] {
    guard !isEmpty else { return bytes }
    let all = held + bytes
    return take(all, upTo: beginning(in: all))
  }

  /// What waits, at the end.
  public mutating func rest() -> [UInt8] { take(held, upTo: held.count) }

  private mutating func take(_ all: [UInt8], upTo border: Int) -> [UInt8] {
    let ranges = ranges(in: all, startingBefore: border)
    // A secret that was found may reach over the border.
    let end = max(border, ranges.last?.upperBound ?? 0)
    let shown = Self.replaced(all[..<end], ranges, isFirstShown: hidden > 0)
    held = Array(all[border...])
    hidden = end - border
    return shown
  }

  /// A text that is whole.
  public func masked(_ text: String) -> String {
    var mask = self
    mask.held = []
    mask.hidden = 0
    let start = mask.masked(Array(text.utf8))
    return String(decoding: start + mask.rest(), as: UTF8.self)
  }

  /// - Parameter isFirstShown: whether the first of the ranges was begun, and shown, before.
  private static func replaced(_ bytes: ArraySlice<UInt8>, _ ranges: [Range<Int>], isFirstShown: Bool) -> [UInt8] {
    guard !ranges.isEmpty else { return Array(bytes) }
    var result: [UInt8] = []
    var place = bytes.startIndex
    for (index, range) in ranges.enumerated() {
      result += bytes[place..<range.lowerBound]
      if index > 0 || !isFirstShown { result += shown }
      place = range.upperBound
    }
    return result + bytes[place...]
  }

  /// Where an end begins that may be the beginning of a secret; the count where none does.
  private func beginning(in bytes: [UInt8]) -> Int {
    let longest = wanted.first?.count ?? 0
    return bytes.withUnsafeBytes { all in
      for start in max(0, all.count - longest + 1)..<max(all.count, 0) {
        let rest = UnsafeRawBufferPointer(rebasing: all[start...])
        let mayBegin = wanted.contains { secret in
          secret.count > rest.count && secret.prefix(rest.count).elementsEqual(rest)
        }
        if mayBegin { return start }
      }
      return all.count
    }
  }

  /// Where secrets stand; those that overlap are one.
  private func ranges(in bytes: [UInt8], startingBefore border: Int) -> [Range<Int>] {
    let found = bytes.withUnsafeBytes { all in
      wanted.flatMap { secret -> [Range<Int>] in
        var places: [Range<Int>] = []
        var from = 0
        while from < all.count {
          let place = cprocess_find(all.baseAddress.map { $0 + from }, all.count - from, secret, secret.count)
          guard place >= 0 else { break }
          places.append(from + place..<from + place + secret.count)
          from += place + 1
        }
        return places
      }
    }
    var merged = hidden > 0 ? [0..<hidden] : []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else if range.lowerBound < border {
        merged.append(range)
      }
    }
    return merged
  }
}
