import Text

/// A whole HTML page in one file: it needs no script, and fetches nothing.
///
/// Light or dark as the reader's system is, A4 when it is printed, one column on a phone. The policy in its head forbids
/// whatever it does not need, in case something got past the escaping. Its style knows these classes:
///
/// - `lead` on a paragraph under the title, `quiet` for what matters less, `n` on cells of numbers, `nowrap`;
/// - `cards` on a `dl` whose pairs, each in a `div`, are shown as figures side by side;
/// - `facts` on a `dl` of names and values, pairs in a `div` each;
/// - `beside` on a `div` whose children stand side by side where there is room; `panel` on a box;
/// - `wide` on a `div` around a table or a drawing that may be wider than a phone: it scrolls by itself;
/// - `bad`, `good`, `warn` for words, `tag` for a word in a frame;
/// - in drawings: `ink`, `soft`, `axis`, `grid`, `fill-one` to `fill-four`, `fill-bad`, `fill-good`, `fill-warn`,
///   `line-one` and so on.
///
/// ```swift
/// HTMLPage("Numbers of platform", style: "", body: [
///   HTMLParts.section("lead-time", "Lead time", [.element(.p, ["n = 12"])])
/// ]).text
/// ```
public struct HTMLPage: Sendable {
  public let text: String

  /// - Parameters:
  ///   - title: of the window, and of nothing on the page.
  ///   - style: beside the common one; a literal, so that nobody's text gets into it. It has no `<` and no `&`.
  public init(_ title: String, style: StaticString = "", body: [HTML]) {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="referrer" content="no-referrer"/>

      """
    HTML.element(.title, [visible(title).html]).write(to: &page)
    page += "\n<style>\n\(HTMLStyle.common)\n\(style)\n</style>\n</head>\n<body>\n"
    HTML.element(.main, body).write(to: &page)
    text = page + "</body>\n</html>\n"
  }

  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
}
