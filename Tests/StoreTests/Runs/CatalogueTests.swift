import Testing

@testable import Store

@Suite("The catalogue of tables")
struct CatalogueTests {
  @Test("The catalogue says of every table what the schema says")
  func matchesSchema() throws {
    let world = try World()
    #expect(try world.store.read { try $0.catalogueProblems() } == [])
  }
}
