import Host

/// A command's output with a secret in it, in pieces that are cut anywhere: `SECRET NUL SIZE OUTPUT`.
package struct SecretsTarget: Sendable {
  package typealias Mask = @Sendable (_ pieces: [[UInt8]], _ secret: String) -> [UInt8]

  private let mask: Mask

  package init(mask: @escaping Mask = Self.masked) { self.mask = mask }

  package static func masked(_ pieces: [[UInt8]], _ secret: String) -> [UInt8] {
    var mask = SecretMask([secret])
    return pieces.flatMap { mask.masked($0) } + mask.rest()
  }

  package func check(_ bytes: [UInt8]) throws {
    let (before, after) = bytes.splitAtNUL
    let secret = before.asText
    var input = Portions(after)
    let size = 1 + input.choice(of: 16)
    let output = input.remainder()
    let pieces = stride(from: 0, to: output.count, by: size).map { Array(output[$0..<min($0 + size, output.count)]) }
    let whole = mask([output], secret)
    try hold("it makes no difference where an output is cut", mask(pieces, secret) == whole)
    // A secret of asterisks is what is shown in its place.
    guard !secret.isEmpty, !secret.contains("*") else { return }
    try hold(
      "no secret is left in what is shown", !Self.contains(whole, Array(secret.utf8)), whole.asText.debugDescription)
    if !Self.contains(output, Array(secret.utf8)), !secret.utf8.contains(0x0A) {
      try hold("an output without the secret stays as it is", whole == output)
    }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
  }
}
