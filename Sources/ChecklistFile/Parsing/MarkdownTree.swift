import CMarkGFM
import Synchronization

/// The tree that cmark-gfm makes of a text.
enum MarkdownTree {
  /// cmark-gfm keeps its extensions in a global that it does not guard; a `static let` runs once for all threads.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// While it parses, cmark-gfm puts the signs of a parser's extensions into a global table, and takes them out again:
  /// two parsers at a time, in two threads, would read each other's.
  private static let isParsing = Mutex<Void>(())

  /// What `body` makes of the tree's document; nil when there was no memory for one. No node outlives the call.
  static func read<Result>(
    _ bytes: ArraySlice<UInt8>, extensions: [String], options: Int32 = CMARK_OPT_DEFAULT,
    _ body: (OpaquePointer) -> Result
  ) -> Result? {
    _ = registration
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      isParsing.withLock { _ in cmark_parser_feed(parser, base, buffer.count) }
    }
    var finished: OpaquePointer?
    isParsing.withLock { _ in finished = cmark_parser_finish(parser) }
    guard let document = finished else { return nil }
    defer { cmark_node_free(document) }
    return body(document)
  }

  /// Calls `visit` for each node on the way in, and on the way out where it is one that can have children.
  static func walk(_ root: OpaquePointer, _ visit: (_ node: OpaquePointer, _ isEntered: Bool) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if let node = cmark_iter_get_node(iterator) { visit(node, event == CMARK_EVENT_ENTER) }
    }
  }

  static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// For the nodes of extensions, whose types are no constants.
  static func typeName(_ node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }
}
