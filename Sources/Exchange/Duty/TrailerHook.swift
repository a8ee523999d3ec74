import Domain

/// A git hook that adds the pair on duty to a commit's message.
public enum TrailerHook {
  /// `prepare-commit-msg`, for a POSIX shell. It adds the lines that are not there yet to a message that is given (`-m`,
  /// `-F`), and never stands in the way of a commit: where `prodpair` is missing, fails or names nobody, it does nothing.
  ///
  /// An empty message stays empty, and gives the commit up as it would without the hook: where an editor is opened the
  /// lines are comments, since git takes a text that is there before for one that somebody wrote. A commit that is made
  /// anew (amended, rebased, picked) is another pair's work and keeps its message; so does one that takes back.
  ///
  /// - Parameter team: whose pair; nil leaves it to `prodpair`, which knows where there is only one.
  public static func script(team: TeamName? = nil) -> String {
    let option = team.map { " --team \(quoted($0.text))" } ?? ""
    return #"""
      #!/bin/sh
      \#(mark) Goes to .git/hooks/prepare-commit-msg, and is to be
      # executable. It never stops a commit, and makes none of an empty message: without prodpair, or with nobody on duty,
      # it does nothing; in the editor the pair is a comment. A commit that is made anew keeps the message it has.
      file=${1:-}
      [ -f "$file" ] || exit 0
      case ${2:-} in
        merge | squash | commit) exit 0 ;;
      esac
      if folder=$(git rev-parse --git-dir 2> /dev/null); then
        for name in rebase-merge rebase-apply CHERRY_PICK_HEAD REVERT_HEAD; do
          [ -e "$folder/$name" ] && exit 0
        done
      fi
      # A revert without conflicts leaves no other trace.
      grep -q '^This reverts commit [0-9a-f]' "$file" && exit 0
      comment=$(git config --get core.commentChar 2> /dev/null)
      case $comment in
        '' | auto) comment='#' ;;
      esac
      # Git says so where no editor is opened: such a message has no comments.
      if [ "${2:-}" = message ] && [ "${GIT_EDITOR:-}" = : ]; then comment=$(printf '\001'); fi
      export comment
      if [ "${2:-}" = message ]; then
        awk '
          index($0, ENVIRON["comment"] " ------------------------ >8 ------------------------") == 1 { exit }
          index($0, ENVIRON["comment"]) != 1 && NF { text = 1; exit }
          END { exit !text }' "$file" || exit 0
      fi
      lines=$(prodpair pair trailers\#(option) 2> /dev/null < /dev/null) || exit 0
      lines=$(printf '%s\n' "$lines" | grep '^Co-authored-by: ') || exit 0
      export lines
      if [ "${2:-}" = message ]; then
        printf '%s\n' "$lines" | while IFS= read -r line; do
          grep -qixF -e "$line" "$file" && continue
          git -c core.commentChar="$comment" interpret-trailers --in-place --no-divider --if-exists addIfDifferent \
            --trailer "$line" "$file" 2> /dev/null || :
        done
        exit 0
      fi
      grep -qF -e "$comment Co-authored-by: " "$file" && exit 0
      # Above the first comment of git's own, so that what a comment is stays its decision.
      message=$(awk '
        !seen && index($0, ENVIRON["comment"]) == 1 {
          seen = 1
          if (!index($0, " >8 ")) {
            print ""
            print ENVIRON["comment"] " The pair on duty, to be named by taking the first two characters away:"
            count = split(ENVIRON["lines"], pair, "\n")
            for (i = 1; i <= count; i++) print ENVIRON["comment"] " " pair[i]
            print ENVIRON["comment"]
          }
        }
        { print }' "$file") && printf '%s\n' "$message" > "$file"
      exit 0

      """#
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
