extension Demo {
  /// Minutes, not hours: the topology changes and nothing else. Two versions.
  enum ManifestOnly {
    static let revisions = [
      Revision(
        at: .week(-8, .monday, "10:05"), by: "cy", reason: "small changes went out by hand, and by one person",
        edits: [.whole(first)]),
      Revision(
        at: .week(-4, .monday, "15:30"), by: "eli",
        reason: "four new routers ran for a day and got no traffic: count what they serve, not that they run",
        edits: [
          .before(
            "- [ ] Tell the channel",
            #"""
            - [ ] See that the new instances take their share of the traffic <!-- id: share; role: navigator; expect: 4m; value: "least; most" -->
            """#)
        ]),
    ]

    private static let first = #"""
      ---
      checklist: manifest-only
      title: Manifest-only deploy
      deploy: manifest-only
      team: platform
      environments: [staging, prod]
      expected: 30m
      parameters:
        - name: commit
          ask: Commit of the manifests, as git log shows it
          pattern: ^[0-9a-f]{7,40}$
        - name: shrinks
          ask: Does it take instances away, yes or no
          pattern: ^(yes|no)$
          default: "no"
      ---
      # Manifest-only deploy

      Ten routers become twenty. If the difference names a release or a stemcell, it is another deploy.

      ## Pre

      - [ ] Read the difference of {{commit}} line by line, both <!-- id: identity; killer; expect: 4m; value: "instances before; after" -->
        ```sh
        cd ~/manifests && git fetch origin && git show --patch "{{commit}}"
        ```
      - [ ] See that the cloud has room: instances, addresses, disks <!-- id: quota; expect: 2m -->

      ## During

      - [ ] Log in to the director, and read its name aloud <!-- id: director; expect: 2m -->
        ```sh
        bosh log-in && bosh env
        ```
      - [ ] Take the instances that go away out of service, and wait until they are empty <!-- id: drain; expect: 8m; value: "instances drained"; if: shrinks = yes -->
      - [ ] Deploy, and watch the first new instance before the rest <!-- id: deploy; deploys; expect: 9m; value: "created; updated; failed" -->
        ```sh
        bosh deploy ~/manifests/cf.yml
        ```

      ## Post

      - [ ] Count the instances in each zone, all running <!-- id: count; expect: 2m; value: "running a zone" -->
      - [ ] Tell the channel that it is over <!-- id: close; expect: 1m -->

      ## Rollback

      Roll back when an instance fails and the cause is not known within 10 minutes.

      - [ ] Deploy the manifest of the commit before <!-- id: rollback-deploy; deploys; expect: 10m; value: "updated; failed" -->

      """#
  }
}
