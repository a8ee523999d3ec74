import Domain
import Foundation
import Store
import Terminal
import Workflow

/// The program's screens, played on the demo without a terminal, as pictures and as text.
///
/// They are the same on every machine and at every time of day: the clock stands still, the stores are the story's, and
/// nothing of whoever draws them is asked.
///
/// ```swift
/// for picture in try Gallery().pictures() { try write(picture.svg, to: "docs/pictures/\(picture.name).svg") }
/// ```
public final class Gallery: Sendable {
  private let directory: String
  private let stages: [Scene.World: Stage]

  /// A Thursday morning, inside of every start window of the story's teams.
  static let now = Instant(milliseconds: 1_795_080_000_000)

  /// Tells the demo into a private directory, which is gone when the gallery is: a second or so.
  public init() throws {
    directory = NSTemporaryDirectory() + "/prodpair-gallery-" + UUID().uuidString
    do {
      stages = [
        .demo: try Stage(telling: Demo(now: Self.now, login: "ana"), at: directory + "/demo.sqlite"),
        .learning: try Stage(telling: Demo(now: Self.now, login: "ana"), at: directory + "/learning.sqlite").learning()
          .grooming(),
        .fresh: try Stage(makingAt: directory + "/fresh.sqlite", now: Self.now),
        .redlined: try Stage(redliningAt: directory + "/redlined.sqlite", now: Self.now),
        .reviewing: try Stage(redliningAt: directory + "/reviewing.sqlite", now: Self.now).reviewing(),
        .handingOver: try Stage(redliningAt: directory + "/handing-over.sqlite", now: Self.now).handingOver(),
        .burning: try Stage(redliningAt: directory + "/burning.sqlite", now: Self.now).burning(),
        .deploying: try Stage(deployingAt: directory + "/deploying.sqlite", now: Self.now),
        .imported: try Stage(makingAt: directory + "/imported.sqlite", with: Stage.wikiPage, now: Self.now),
      ]
    } catch {
      try? FileManager.default.removeItem(atPath: directory)
      throw error
    }
  }

  deinit {
    for stage in stages.values { try? stage.store.close() }
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Every scene in its own size, and the run in some more looks.
  ///
  /// - Throws: where a scene does not come to what it is of.
  public func pictures() throws -> [Picture] {
    try Shot.all.map { try picture(of: $0) }
  }

  func picture(of shot: Shot) throws -> Picture {
    let screen = render(try play(shot.scene, size: shot.size, glyphs: shot.glyphs))
    guard screen.text.contains(shot.scene.landmark) else {
      throw Stage.Slip.elsewhere(scene: shot.name, landmark: shot.scene.landmark, screen: screen.text)
    }
    let svg = ScreenPicture(of: screen, title: shot.title, theme: shot.theme).svg
    return Picture(name: shot.name, title: shot.title, svg: svg, text: screen.text)
  }

  /// Every scene in every one of ``Snapshot/sizes``.
  public func snapshots() throws -> [Snapshot] {
    try Scene.all.flatMap { scene in try Snapshot.sizes.map { try snapshot(of: scene, $0) } }
  }

  func snapshot(of scene: Scene, _ size: Size) throws -> Snapshot {
    let isUsual = size == Snapshot.usual
    return Snapshot(
      of: scene, render(try play(scene, size: size)),
      inASCII: isUsual ? render(try play(scene, size: size, glyphs: .ascii)) : nil)
  }

  func play(_ scene: Scene, size: Size, glyphs: Glyphs = .unicode) throws -> App {
    try stage(of: scene).play(scene, size: size, glyphs: glyphs)
  }

  func stage(of scene: Scene) throws -> Stage {
    guard let stage = stages[scene.world] else { throw Stage.Slip.noWorld(scene: scene.name) }
    return stage
  }
}
