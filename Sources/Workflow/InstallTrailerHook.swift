import Domain
import Exchange
import Foundation
import Host

/// Puts the hook that names the prod pair into a git repository. A hook of somebody else's is never written over.
public struct InstallTrailerHook {
  public enum Outcome: Hashable, Sendable {
    case installed(path: String)
    /// One of ours was there, of another version or for another team.
    case renewed(path: String)
    case alreadyThere(path: String)
  }

  private static let name = "prepare-commit-msg"
  /// Bytes of a hook that is looked at; a larger one is somebody else's.
  private static let mostBytes = 1 << 20

  private let team: TeamName?
  private let folder: String
  private let git: Git

  /// - Parameters:
  ///   - team: whose pair it names; nil leaves that to the program.
  ///   - folder: an absolute path in the repository.
  public init(team: TeamName?, in folder: String, git: Git = Git()) {
    self.team = team
    self.folder = folder
    self.git = git
  }

  /// - Throws: ``TrailerHookError``, and what git and writing throw.
  public func run() throws -> Outcome {
    guard let repository = try GitRepository.containing("\(folder)/\(Self.name)", git: git) else {
      throw TrailerHookError.notInGit(folder: folder)
    }
    let hooks = try repository.hooksFolder
    let path = "\(hooks)/\(Self.name)"
    let script = TrailerHook.script(team: team)
    var status = stat()
    guard lstat(path, &status) == 0 else {
      try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
      try FileAccess.create(path, with: Array(script.utf8))
      try makeExecutable(path)
      return .installed(path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG, let there = try? FileAccess.read(path, limit: Self.mostBytes),
      TrailerHook.isOurs(String(decoding: there, as: UTF8.self))
    else { throw TrailerHookError.foreign(path: path) }
    let isSame = there == Array(script.utf8)
    if !isSame { try FileAccess.replace(path, with: Array(script.utf8)) }
    try makeExecutable(path)
    return isSame ? .alreadyThere(path: path) : .renewed(path: path)
  }

  /// As git's own template has its hooks; whoever may read it may run it.
  private func makeExecutable(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, chmod(path, status.st_mode & 0o7777 | (status.st_mode & 0o444) >> 2) == 0 else {
      throw FileError.inputOutput(path: path, detail: "can't be made executable: \(String(cString: strerror(errno)))")
    }
  }
}

/// Why a hook was not put into a repository. Nothing was written.
public enum TrailerHookError: Error, Hashable, Sendable {
  case notInGit(folder: String)
  case foreign(path: String)
}

extension TrailerHookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notInGit(let folder):
      "\(folder) is in no git repository: go to one, or put what `prodpair pair trailers --hook` prints where you want it"
    case .foreign(let path):
      """
      \(path) is there already and is not ours, so it was left as it is: let it run what `prodpair pair trailers --hook` \
      prints as well, or move it out of the way
      """
    }
  }
}
