import CProcess
import Foundation

/// What the process that watches over a command does to itself, so that it depends on nobody.
public enum SupervisorProcess {
  /// Lets go of everything that whoever started it had open, but for the three standard streams. To be called first.
  public static func closeInherited() { cprocess_close_from(3) }

  /// Stays when the terminal goes, holds no directory, and finds what its children leave running.
  public static func detach() {
    signal(SIGHUP, SIG_IGN)
    _ = chdir("/")
    // Without it (an old kernel) what forks away is not found; all else is as it should be.
    _ = cprocess_adopt_orphans()
  }

  /// Has nothing to read and says nothing any more, so that whoever it answered may go.
  public static func letGoOfStreams() {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard nothing >= 0 else { return }
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(nothing, number) }
    close(nothing)
  }
}
