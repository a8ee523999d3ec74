/// The checklists that a new store starts with, one for each deploy type.
public enum StarterChecklists {
  /// The files as they stand in this folder, UTF-8, in the order in which a team meets them.
  public static let all: [(fileName: String, bytes: [UInt8])] = [
    ("new-release.md", PackageResources.new_release_md),
    ("stemcell-upgrade.md", PackageResources.stemcell_upgrade_md),
    ("manifest-only.md", PackageResources.manifest_only_md),
  ]
}
