import Crypto

/// The hash chain that ties each entry to all before it.
enum JournalChain {
  /// What stands before the first entry: it ties the chain to its store.
  static func genesis(storeID: String) -> [UInt8] {
    Array(SHA256.hash(data: Array("prodpair journal \(storeID)".utf8)))
  }
}
