/// Makes any text safe to show: the one gate between stored text and a terminal, a pipe or a message.
///
/// Nothing in the result moves the cursor, changes the reading order or hides. Controls become their
/// pictures (`␛`), invisible and unassigned characters become their numbers (`<U+202E>`), combining
/// marks are capped, emoji sequences are cut to their base. Showing twice is showing once.
///
///     visible("a\u{1B}[2J\u{202E}b")  // "a␛[2J<U+202E>b"
///
/// - Parameter keepingLineBreaks: lets LF through, for text that is split into lines afterwards. CR and
///   TAB never pass.
/// - Complexity: O(*n*); printable ASCII comes back as it is, without a copy.
public func visible(_ text: some StringProtocol, keepingLineBreaks: Bool = false) -> String {
  let text = String(text)
  if text.utf8.isPrintableASCII { return text }
  var sanitizer = Sanitizer(keepingLineBreaks: keepingLineBreaks)
  return sanitizer.visible(text)
}

/// Makes bytes that should be UTF-8, but need not be, safe to show; each invalid part becomes U+FFFD.
public func visible(bytes: some Collection<UInt8>, keepingLineBreaks: Bool = false) -> String {
  visible(String(decoding: bytes, as: UTF8.self), keepingLineBreaks: keepingLineBreaks)
}

extension Sequence<UInt8> {
  /// A byte a column, and nothing to hide. Most text is, so its bytes are looked at where they lie:
  /// where the compiler does not know what kind of text it is, an iterator would be asked for each.
  public var isPrintableASCII: Bool { withContiguousStorageIfAvailable(holdsNothingElse) ?? allSatisfy(isPrintable) }
}

private func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

/// Without a way out in the middle, so that the compiler looks at many bytes at once.
private func holdsNothingElse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var others: UInt8 = 0
  for byte in bytes { others |= isPrintable(byte) ? 0 : 1 }
  return others == 0
}
