extension Demo {
  /// The operating system underneath is switched: three versions.
  enum StemcellUpgrade {
    static let revisions = [
      Revision(
        at: .week(-8, .monday, "09:40"), by: "gus", reason: "written after the upgrade to jammy, while we remembered",
        edits: [.whole(first)]),
      Revision(
        at: .week(-5, .wednesday, "11:10"), by: "eli",
        reason: "staging ran out of addresses: compiling workers take them too; look for room first",
        edits: [
          .after(
            "value: \"kernel; what could hurt\" -->",
            #"""
            - [ ] See that the cloud has room for the instances in flight and the compiling workers <!-- id: quota; expect: 4m; value: "addresses free" -->
            """#)
        ]),
      Revision(
        at: .week(-3, .friday, "10:30"), by: "ana",
        reason: "incident 12: the night's upgrade closed the hole, and nobody could prove it; see it on an instance",
        edits: [
          .before(
            "- [ ] Run the smoke tests",
            #"""
            - [ ] Prove on a running instance that {{cve}} is closed <!-- id: fix-proved; killer; expect: 6m; value: "package version seen"; if: cve != none -->
              ```sh
              bosh ssh runner_z1/0 --results --command 'dpkg-query -W openssl; uname -r'
              ```
              *Could not check* is not *passed*.
            """#)
        ]),
    ]

    private static let first = #"""
      ---
      checklist: stemcell-upgrade
      title: Stemcell upgrade
      deploy: stemcell-upgrade
      team: platform
      environments: [staging, prod]
      start: Mon-Thu 09:00-11:30
      expected: 3h
      parameters:
        - name: stemcell
          ask: Stemcell version, for example 1.423
          pattern: ^[0-9]+(\.[0-9]+)*$
        - name: cve
          ask: The vulnerability that it closes, or none
          pattern: ^(none|CVE-[0-9]{4}-[0-9]{4,})$
          default: none
      ---
      # Stemcell upgrade

      Every instance is built anew and its apps move; the releases stay as they are. Haste is when the steps are needed.

      ## Pre

      - [ ] Tell every team with apps on the platform that instances will restart <!-- id: announce; role: ops product manager; expect: 4m; value: "change number" -->
      - [ ] Check the image against the digest in its release notes <!-- id: digest; killer; expect: 5m; value: "SHA-256, first eight digits" -->
        ```sh
        sha256sum ~/Downloads/bosh-stemcell-"{{stemcell}}"-*.tgz
        ```
      - [ ] Read the release notes up to {{stemcell}}, all of them <!-- id: release-notes; role: navigator; expect: 12m; value: "kernel; what could hurt" -->
      - [ ] See {{cve}} named there as fixed <!-- id: fix-named; expect: 3m; if: cve != none -->

      ## During

      - [ ] Log in to the jump box, both in one session <!-- id: jump-box; expect: 3m -->
      - [ ] Log in to the director, and read its name aloud <!-- id: director; killer; expect: 2m -->
        ```sh
        bosh log-in && bosh env
        ```
      - [ ] Upload the stemcell to the director <!-- id: upload; expect: 9m -->
        ```sh
        bosh upload-stemcell ~/bosh-stemcell-"{{stemcell}}"-*.tgz
        ```
      - [ ] Deploy, and see the canary of each job healthy on the new image <!-- id: deploy; killer; deploys; expect: 1h; value: "updated; failed" -->
        ```sh
        bosh deploy ~/manifests/cf.yml
        ```
        The difference names the stemcell and nothing else. *Compiling packages* in prod: cancel the task.
      - [ ] Wait 10 minutes, and watch memory and disk on the runners <!-- id: watch; role: navigator; wait: 10m; expect: 11m; value: "highest memory" -->

      ## Post

      - [ ] See that no instance is left on the old stemcell <!-- id: all-new; expect: 4m; value: "instances on the old one" -->
        ```sh
        bosh stemcells
        ```
      - [ ] Run the smoke tests <!-- id: smoke; expect: 6m; value: "passed; failed" -->
      - [ ] Tell everybody that it is over, and write down what was learned <!-- id: close; expect: 3m; value: "what was learned" -->

      ## Rollback

      Roll back when a canary does not come up on the new image and the cause is not known within 15 minutes.

      - [ ] Say aloud and in the channel that we roll back, and why <!-- id: rollback-call; value: "what prompted it" -->
      - [ ] Deploy the manifest with the old stemcell <!-- id: rollback-deploy; killer; deploys; expect: 1h; value: "updated; failed" -->

      """#
  }
}
