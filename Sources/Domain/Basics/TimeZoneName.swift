import Foundation

extension TimeZone {
  /// What a zone is called for people; UTC by that name, which Foundation knows as GMT.
  public var name: String { identifier == "GMT" ? "UTC" : identifier }
}
