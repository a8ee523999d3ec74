import Foundation
import TestSupport

/// A program that answers as `bosh` does, and prints what a director prints while 96 runners are updated.
///
/// It waits after the 40th until a file `go-on` is in its directory. The 96th fails, unless a file `ports-moved` is there.
enum SimulatedBosh {
  static let runners = 96
  static let waitsAfter = 40

  static let script = #"""
    #!/bin/sh
    case "$*" in
    env)
      printf 'Using environment %s as user admin\n\nName      director\nVersion   280.0.9\n' "'10.0.0.6'"
      exit 0 ;;
    "run-errand smoke")
      echo "Instance   smoke/0"
      echo "Exit Code  0"
      exit 0 ;;
    esac
    echo "Using deployment 'cf-prod'"
    echo
    echo "Director task 1203"
    echo "  Started preparing deployment > Preparing deployment. Done (00:00:02)"
    runner=0
    while [ $runner -lt 95 ]; do
      echo "  Started updating job runner_z1 > runner_z1/$runner. Done (00:01:06)"
      runner=$((runner + 1))
      if [ $runner -eq 40 ]; then
        while [ ! -e go-on ]; do sleep 0.05; done
      fi
    done
    if [ -e ports-moved ]; then
      echo "  Started updating job runner_z1 > runner_z1/95. Done (00:01:06)"
      echo
      echo "Task 1203 done"
      exit 0
    fi
    echo "  Started updating job runner_z1 > runner_z1/95. Failed: port 34567 in use (00:10:12)"
    echo
    echo "Error 400007: 'runner_z1/95' is not running after update: port 34567 in use"
    echo
    echo "Task 1203 error"
    echo
    echo "For a more detailed error report, run: bosh task 1203 --debug"
    exit 1
    """#

  static let checklist = """
    ---
    checklist: new-release
    title: New release
    deploy: new-release
    environments: [staging, prod]
    parameters:
      - name: runners
        default: "\(runners)"
    ---
    # New release

    ## Pre
    - [ ] The director answers <!-- id: director; mode: check; matches: "^Name +director"; timeout: 5m -->
      ```sh
      bosh env
      ```
    ## During
    - [ ] Deploy, and watch the canaries <!-- id: deploy; killer; deploys; value: "updated; failed"; progress: "(runner_z1/[0-9]+)[.] Done"; total: "{{runners}}" -->
      ```sh
      bosh -n deploy
      ```
    ## Post
    - [ ] Requests go through <!-- id: smoke; mode: check; matches: "Exit Code +0" -->
      ```sh
      bosh run-errand smoke
      ```

    """

  /// Makes the program in a folder, and the directory that deploys run in.
  static func install(in folder: Folder) throws -> (programs: String, directory: String) {
    let programs = folder("bin")
    let directory = folder("team/deploy")
    for path in [programs, directory] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    try Script.write(script, to: programs + "/bosh")
    for path in [programs, directory] { try Program.must(["chmod", "755", path]) }
    return (programs, directory)
  }
}
