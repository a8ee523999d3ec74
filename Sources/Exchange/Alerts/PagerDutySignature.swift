import Crypto

/// The proof that a payload is PagerDuty's: an HMAC-SHA256 of its bytes with the subscription's secret.
///
/// The header is `v1=<hex>`, and has several with commas between them while a secret is exchanged for another; one that fits is
/// enough. Signatures of other versions than 1 are left aside.
public struct PagerDutySignature: Hashable, Sendable {
  public static let header = "X-PagerDuty-Signature"

  private let codes: [[UInt8]]

  /// - Parameter header: The header's value, or the header with its name.
  /// - Throws: `SignatureRefused.unreadable` where it has no signature of version 1.
  public init(_ header: String) throws(SignatureRefused) {
    let value = header.split(separator: ":", maxSplits: 1).last ?? ""
    codes = value.split(separator: ",").compactMap { part in
      let pair = part.trimmingPrefix { $0.isWhitespace }.split(separator: "=", maxSplits: 1)
      return pair.count == 2 && pair[0] == "v1" ? Self.bytes(hex: pair[1]) : nil
    }
    if codes.isEmpty { throw .unreadable }
  }

  /// Takes the same time wherever two codes differ.
  ///
  /// - Parameter body: The request's body as it came, byte by byte.
  /// - Throws: `SignatureRefused.wrong`.
  public func check(_ body: [UInt8], secret: [UInt8]) throws(SignatureRefused) {
    let key = SymmetricKey(data: secret)
    let fits = codes.map { HMAC<SHA256>.isValidAuthenticationCode($0, authenticating: body, using: key) }
    guard fits.contains(true) else { throw .wrong }
  }

  /// Nil where it is no SHA-256 in hexadecimal.
  private static func bytes(hex text: Substring) -> [UInt8]? {
    let digits = text.utf8.filter { $0 != 0x20 }
    guard digits.count == SHA256.byteCount * 2 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

/// A payload that is not proven to be PagerDuty's. Nothing was written.
public enum SignatureRefused: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is a secret, and no signature came.
  case missing
  case unreadable
  case wrong

  public var description: String {
    let header = PagerDutySignature.header
    return switch self {
    case .missing:
      "the payload has no signature, and a secret is set: give the request's \(header) with --signature; nothing was written"
    case .unreadable:
      "the signature is not of the form v1=<64 hexadecimal digits>: give the request's \(header) as it came; nothing was written"
    case .wrong:
      "the signature does not fit the payload: it was changed on its way, or the secret is another subscription's; nothing was "
        + "written. Pass the body on byte by byte, and compare the secret with PagerDuty's"
    }
  }
}
