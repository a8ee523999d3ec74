import CSQLite
import Glibc

/// The kind of file system that a path lies on, and whether a store may live there.
///
/// SQLite's locks and its shared memory need one kernel: on a network file system processes of two machines
/// overwrite each other (sqlite.org/wal.html: "WAL does not work over a network filesystem").
public struct FileSystem: Hashable, Sendable {
  public var name: String
  public var isNetwork: Bool

  public init(name: String, isNetwork: Bool) {
    self.name = name
    self.isNetwork = isNetwork
  }

  /// By the magic numbers of statfs(2) and linux/magic.h.
  static let known: [Int: FileSystem] = [
    0x6969: .network("NFS"), 0x517B: .network("SMB"), 0xFF53_4D42: .network("CIFS"), 0xFE53_4D42: .network("SMB2"),
    0x5346_414F: .network("AFS"), 0x6B41_4653: .network("AFS"), 0x7375_7245: .network("Coda"),
    0x564C: .network("NCP"), 0x0102_1997: .network("9p"), 0x00C3_6400: .network("Ceph"),
    0x0BD0_0BD0: .network("Lustre"), 0x4750_4653: .network("GPFS"), 0x1983_0326: .network("BeeGFS"),
    0x0116_1970: .network("GFS2"), 0x7461_636F: .network("OCFS2"),
    0xEF53: .local("ext4"), 0x5846_5342: .local("XFS"), 0x9123_683E: .local("Btrfs"), 0x2FC1_2FC1: .local("ZFS"),
    0x0102_1994: .local("tmpfs"), 0x794C_7630: .local("overlayfs"), 0xF2F5_2010: .local("F2FS"),
    0xCA45_1A4E: .local("bcachefs"), 0x8584_58F6: .local("ramfs"),
  ]

  static let fuseMagic = 0x6573_5546

  /// FUSE file systems that stay on this machine; any other may lead anywhere.
  static let localFuse: Set<String> = ["fuse.fuse-overlayfs", "fuseblk", "fuse.gocryptfs", "fuse.encfs"]

  /// The file system of an existing path, as the kernel says.
  static func of(_ path: String) -> FileSystem {
    let magic = csqlite_file_system_magic(path)
    guard magic >= 0 else { return .local("unknown") }
    if magic == fuseMagic { return fuse(mountType(of: path) ?? "fuse") }
    return known[magic] ?? .local("type 0x" + String(magic, radix: 16))
  }

  static func fuse(_ type: String) -> FileSystem { FileSystem(name: type, isNetwork: !localFuse.contains(type)) }

  private static func network(_ name: String) -> FileSystem { FileSystem(name: name, isNetwork: true) }
  private static func local(_ name: String) -> FileSystem { FileSystem(name: name, isNetwork: false) }

  /// The mount's type in mountinfo, which tells `fuse.sshfs` from other FUSE; nil when it can't be found.
  private static func mountType(of path: String) -> String? {
    guard let real = StoreFile.realPath(path), let table = StoreFile.text(of: "/proc/self/mountinfo") else {
      return nil
    }
    var best: (length: Int, type: String)?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
      let mount = fields[4].replacing("\\040", with: " ")
      guard real == mount || real.hasPrefix(mount == "/" ? "/" : mount + "/") else { continue }
      if mount.count >= best?.length ?? 0 { best = (mount.count, String(fields[dash + 1])) }
    }
    return best?.type
  }
}
