/// An attribute of an element: its name from a fixed list, its value escaped when it is written.
public struct HTMLAttribute: Hashable, Sendable {
  let name: String
  let value: String

  private init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

  /// The only way to an address that leads off the page.
  init(_ address: LinkAddress) { self.init("href", address.text) }

  public static func `class`(_ names: String) -> Self { Self("class", names) }
  public static func id(_ id: String) -> Self { Self("id", id) }
  public static func rel(_ words: String) -> Self { Self("rel", words) }
  public static func scope(_ scope: String) -> Self { Self("scope", scope) }
  public static func colspan(_ columns: Int) -> Self { Self("colspan", "\(columns)") }
  public static func start(_ number: Int) -> Self { Self("start", "\(number)") }
  public static func datetime(_ rfc3339: String) -> Self { Self("datetime", rfc3339) }
  public static func tooltip(_ words: String) -> Self { Self("title", words) }
  public static let isOpen = Self("open", "open")
  /// So that a region which scrolls can be scrolled with keys.
  public static let focusable = Self("tabindex", "0")

  public static func role(_ role: String) -> Self { Self("role", role) }
  public static func label(_ words: String) -> Self { Self("aria-label", words) }
  public static func labelled(by ids: String...) -> Self { Self("aria-labelledby", ids.joined(separator: " ")) }
  public static let hidden = Self("aria-hidden", "true")

  static func jump(to id: String) -> Self { Self("href", "#" + id) }

  /// A number of a drawing: `x`, `width`, `x1`, `r`; whatever it is, only digits can come out.
  public static func number(_ name: DrawnNumber, _ value: Double) -> Self { Self(name.rawValue, drawn(value)) }

  public static func viewBox(width: Double, height: Double) -> Self {
    Self("viewBox", "0 0 \(drawn(width)) \(drawn(height))")
  }

  /// The points of a line or an area.
  public static func points(_ points: [(x: Double, y: Double)]) -> Self {
    Self("points", points.map { "\(drawn($0.x)),\(drawn($0.y))" }.joined(separator: " "))
  }

  /// Where a text stands beside its point.
  public static func anchor(_ anchor: DrawnAnchor) -> Self { Self("text-anchor", anchor.rawValue) }

  public enum DrawnNumber: String, Sendable { case x, y, width, height, x1, y1, x2, y2, cx, cy, r, rx }
  public enum DrawnAnchor: String, Sendable { case start, middle, end }

  /// To a hundredth, in digits that no locale changes; 0 for what is no number.
  static func drawn(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
