import Domain

/// A git hook that adds the pair on duty to a commit's message.
public enum TrailerHook {
  /// `prepare-commit-msg`, for a POSIX shell. It adds the lines that are not there yet, leaves merges alone, and never
  /// stands in the way of a commit: where `prodpair` is missing, fails or names nobody, it does nothing. In the editor the
  /// pair is there before the subject is, so that a commit is given up by emptying the message.
  ///
  /// - Parameter team: whose pair; nil leaves it to `prodpair`, which knows where there is only one.
  public static func script(team: TeamName? = nil) -> String {
    let option = team.map { " --team \(quoted($0.text))" } ?? ""
    return """
      #!/bin/sh
      \(mark) Goes to .git/hooks/prepare-commit-msg, and is to be
      # executable. It never stops a commit: without prodpair, or with nobody on duty, it does nothing. To give a commit up
      # in the editor, empty the message.
      file=${1:-}
      [ -f "$file" ] || exit 0
      case ${2:-} in
        merge | squash) exit 0 ;;
      esac
      lines=$(prodpair pair trailers\(option) 2> /dev/null < /dev/null) || exit 0
      printf '%s\\n' "$lines" | while IFS= read -r line; do
        case $line in
          'Co-authored-by: '*) ;;
          *) continue ;;
        esac
        grep -qixF -e "$line" "$file" && continue
        git interpret-trailers --in-place --if-exists addIfDifferent --trailer "$line" "$file" 2> /dev/null || :
      done
      # In the editor the subject goes to the first line, and a blank one has to follow it.
      case ${2:-}$(sed -n '1p' "$file")$(sed -n '2p' "$file") in
        'Co-authored-by: '*)
          message=$(cat "$file") && printf '\\n%s\\n' "$message" > "$file"
          ;;
      esac
      exit 0

      """
  }

  /// Whether a hook is one of ours, of this version or another: only such a one may be written over.
  public static func isOurs(_ script: String) -> Bool {
    script.split(separator: "\n", maxSplits: 2).dropFirst().first?.hasPrefix(mark) ?? false
  }

  private static let mark = "# Adds the prod pair on duty to the message of a commit."

  /// One word for the shell, whatever is in it (POSIX, Shell Command Language, 2.2.2).
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
