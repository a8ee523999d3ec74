import Testing

@testable import Host

@Suite struct SecretMaskTests {
  private func masked(_ pieces: [String], _ secrets: String...) -> String {
    var mask = SecretMask(secrets)
    var all: [UInt8] = []
    for piece in pieces { all += mask.masked(Array(piece.utf8)) }
    return String(decoding: all + mask.rest(), as: UTF8.self)
  }

  @Test("A secret is masked wherever a piece ends", arguments: 1...20)
  func pieces(size: Int) {
    let text = "the token is s3cr3t-token, s3cr3t-toke is not, s3cr3t-tokens3cr3t-token"
    let bytes = Array(text.utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
      String(decoding: bytes[$0..<min($0 + size, bytes.count)], as: UTF8.self)
    }
    #expect(masked(pieces, "s3cr3t-token") == "the token is ****, s3cr3t-toke is not, ********")
  }

  @Test("Of several the longest is masked, also where a shorter one is its beginning")
  func overlapping() {
    #expect(masked(["abcdef"], "abc", "abcdef") == "****")
    #expect(masked(["abc", "def"], "abc", "abcdef") == "****")
    #expect(masked(["abc", "xyz"], "abc", "abcdef") == "****xyz")
    #expect(masked(["xabcbcdx"], "abc", "bcbcd") == "x****x")
  }

  @Test("Lines of a secret are masked as a terminal prints them, and one by one")
  func lines() {
    let key = "-----BEGIN-----\nAAAABBBBCCCC\n-----END-----"
    #expect(masked(["key: \(key)!"], key) == "key: ****!")
    #expect(masked(["key: \(key.split(separator: "\n").joined(separator: "\r\n"))!"], key) == "key: ****!")
    #expect(masked(["only AAAABBBBCCCC of it"], key) == "only **** of it")
  }

  @Test("Without secrets, and with empty ones, all goes through at once")
  func none() {
    var mask = SecretMask([""])
    #expect(mask.isEmpty)
    let through = mask.masked([1, 2, 255])
    #expect(through == [1, 2, 255])
  }

  @Test("What only looks like the beginning comes at the end")
  func openEnd() {
    var mask = SecretMask(["secret"])
    let (first, rest) = (mask.masked(Array("x sec".utf8)), mask.rest())
    #expect(first == Array("x ".utf8))
    #expect(rest == Array("sec".utf8))
    #expect(mask.masked("secret and secret") == "**** and ****")
  }
}
