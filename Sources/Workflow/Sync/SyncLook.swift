import Host

extension SyncChecklists.Line {
  /// Syncs the file as it stands, or says what that would do, and what is worth knowing beside.
  mutating func take(_ standing: SyncFile.Standing, of file: SyncFile) throws {
    if standing.differsInLineEnds { remarks.append("but for how its lines end") }
    look(with: file.git)
    found = try file.sync(standing)
  }

  /// Notes what git knows of the file beside its content: whether others have changed it, as of the last fetch.
  mutating func look(with git: Git) {
    do throws(GitError) {
      guard let repository = try GitRepository.containing(path, git: git) else { return }
      if let behind = try repository.commitsBehindUpstream(path), behind.count > 0 { self.behind = behind }
    } catch {
      // Without git there is nothing that it could know.
      if error != .gitAbsent { remarks.append("git was not asked: \(error)") }
    }
  }
}
