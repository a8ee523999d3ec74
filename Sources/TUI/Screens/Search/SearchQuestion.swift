import Domain
import Store
import Workflow

/// What in the store has the words that somebody typed.
struct SearchQuestion: Question {
  /// As it was typed.
  var text: String

  /// Of each kind so many: a screen is no list, and more words find less.
  static let limit = 20

  func answer(from backend: any Backend) throws -> SearchStore.Result {
    let words = FilterWords.of(text).filter { !Domain.ItemWords.words(of: $0).isEmpty }
    guard !words.isEmpty else { return SearchStore.Result() }
    return try backend.onStore { store, _, _ in
      try store.read { try SearchStore(words, limit: Self.limit).run(in: $0) }
    }
  }
}
