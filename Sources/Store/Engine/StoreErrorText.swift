extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "There is no store at \(path). Make one with init, or name another with --store."
    case .exists(let path): "\(path) is there already and was left as it is. Choose another path, or move it away."
    case .cannotCreate(let path, let reason): "\(path) can't be created: \(reason)"
    case .noSuchGroup(let name): "There is no group \(name) on this machine, or you can't give files to it."
    case .notWritable(let path, let owner):
      "\(path) can't be written by you\(owner.map { "; it belongs to \($0)" } ?? ""). Nothing was changed. "
        + "Ask its owner for write access; a team's store needs mode 0660 in a setgid directory (doctor says more)."
    case .notADatabase(let path): "\(path) isn't a prodpair store, nor any SQLite database. It was left as it is."
    case .notAStore(let path, let applicationID):
      "\(path) is another application's database (application id \(applicationID)). It was left as it is."
    case .newer(let path, let found, let known):
      "\(path) was written by a later prodpair (schema \(found), this one knows \(known)). It was left as it is. "
        + "Update prodpair."
    case .upgradeNeedsCopy(let path, let copy, let reason):
      "\(path) is of an older schema, and the copy \(copy) that is made before it is brought up to date failed: "
        + "\(reason) The store was left as it is."
    case .upgradeNeedsRoom(let path, let found, let known):
      "\(path) is of schema \(found), and there is no room to bring it to \(known) (disk, quota or file-size limit). Beside the "
        + "store that can take as much as it has, for its copy and once more for its log, and as much among temporary files "
        + "($SQLITE_TMPDIR, else $TMPDIR, else /var/tmp). The store was left as it is."
    case .networkFileSystem(let path, let type):
      "\(path) lies on \(type), a file system shared over the network, where SQLite can lose data. "
        + "Keep the store on a local disk of one machine that all log in to."
    case .replaced(let path):
      "Another file has taken the place of \(path) since it was opened, as after a restore. Nothing was written. "
        + "Start again to use the new one."
    case .vanished(let path):
      "The store \(path) is no longer there: it was moved or removed since it was opened. Nothing was written. "
        + "It goes on when it is back."
    case .closed(let path): "The store \(path) is closed."
    case .busy(let path, let holder):
      "\(path) is being written by \(holder ?? "somebody else"). Nothing was written. Try again in a moment."
    case .corrupt(let place, let detail):
      "The store is damaged: \(place) \(detail). Nothing was written. Make a copy of the files, then run verify; "
        + "restore brings a backup back."
    case .full(let path): "There is no room to write \(path) (disk, quota or file-size limit). Nothing was written."
    case .inputOutput(let path, let detail): "\(path) can't be read or written: \(detail). Nothing was written."
    case .engine(let code, let detail): "The database refused: \(detail) (code \(code)). Nothing was written."
    case .noSuchRow(let table, let key): "There is no \(Self.noun(table)) \(key)."
    case .constraint(let detail): "The store refused it: \(detail). Nothing was written."
    case .nul(let table, let column):
      "Text for \(Self.noun(table)), \(column), contains a NUL character. Nothing was written. Remove it."
    case .appendOnly(let table): "\(Self.noun(table)) is only ever added to. Nothing was written."
    case .wrongColumns(let table, let columns):
      "\(Self.noun(table)) can't be written so: \(columns.joined(separator: ", ")). Nothing was written."
    case .notCatalogued(let table): "\(Self.noun(table)) is not in the catalogue. Nothing was written."
    case .noSuchEntry(let seq): "The journal has no entry \(seq)."
    case .nothingToUndo: "You have done nothing that undo could take back."
    case .nothingToRedo: "There is nothing to redo: your last change was not an undo."
    case .undoRefused(let seq, let refusal): "Entry \(seq) can't be undone: \(refusal). Nothing was changed."
    case .inUse(let path, let users):
      "\(path) is open in \(users.map(\.description).joined(separator: ", ")). Nothing was changed. "
        + "Close it there first."
    case .unsoundBackup(let path, let findings):
      "\(path) is not a sound copy of a store: \(findings.prefix(3).joined(separator: "; ")). Nothing was changed."
    }
  }

  /// What is wrong alone, as one sentence without its full stop: neither what was left untouched nor what helps.
  public var cause: String {
    let text = description
    return String(text[..<(text.range(of: ". Nothing was written")?.lowerBound ?? text.endIndex)])
  }

  private static func noun(_ table: String) -> String { table.replacing("_", with: " ") }
}

extension UndoRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .correctOnly(let hint): "it is a fact, which can only be corrected: \(hint)"
    case .never(let why): why
    case .alreadyUndone(let seq): "entry \(seq) has undone it already"
    case .changedSince(let table, let key, let entry):
      if let entry {
        "\(table) \(key) was changed since, in entry \(entry.seq) by \(entry.by) (\(entry.summary))"
      } else {
        "\(table) \(key) was changed since by nobody that the journal knows; run verify"
      }
    case .referredTo(let table, let key, let fromTable, let fromKey, let entry):
      "\(fromTable) \(fromKey)\(entry.map { ", entry \($0.seq) by \($0.by)," } ?? "") refers to \(table) \(key)"
    case .referenceGone(let table, let key, let toTable, let toKey):
      "\(table) \(key) refers to \(toTable) \(toKey), which is gone"
    case .otherSchema(let table, let version):
      "\(table) had other columns when it was written (schema \(version))"
    case .takenMeanwhile(let table, let key, let holder, let detail):
      "what \(table) \(key) held before has been given to \(holder ?? "another") since (\(detail))"
    case .contentNotKept(let table, let key): "the earlier content of \(table) \(key) was not kept"
    }
  }
}
