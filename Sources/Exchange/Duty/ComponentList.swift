import Domain

/// `pair component list`, for people and for programs.
public enum ComponentList {
  /// A table; empty when there are no components.
  public static func text(_ components: [Component]) -> String {
    TextTable(
      columns: [.init("COMPONENT"), .init("TEAM"), .init("CALL, IN THIS ORDER"), .init("NOTE")],
      rows: components.map { component in
        [
          component.name.text, component.team.text, component.developers.map(\.text).joined(separator: ", "),
          component.note,
        ]
      }
    ).text
  }

  public static func json(_ components: [Component]) -> JSON { JSON(components, element: json) }

  public static func json(_ component: Component) -> JSON {
    [
      "component": .string(component.name.text), "team": JSON(component.team),
      "developers": JSON(component.developers), "note": .string(component.note),
    ]
  }
}
