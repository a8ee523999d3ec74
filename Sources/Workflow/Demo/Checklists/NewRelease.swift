extension Demo {
  /// The checklist that has learned the most: seven versions, each from something that went wrong.
  enum NewRelease {
    static let revisions = [
      Revision(
        at: .week(-8, .monday, "09:10"), by: "dee", reason: "the wiki page, as one list that two people can tick",
        edits: [.whole(first)]),
      Revision(
        at: .week(-7, .wednesday, "15:20"), by: "ana",
        reason: "support heard of v199 from its customers; and one person alone had compared the digest",
        edits: [
          .before(
            "### The artifact",
            #"""
            - [ ] Tell support and the components' developers when it starts, and who is at hand <!-- id: announce; role: ops product manager; expect: 4m; value: "change number; who is at hand" -->

            """#),
          .replace("id: identity; expect: 4m", with: "id: identity; killer; expect: 4m"),
        ]),
      Revision(
        at: .week(-6, .thursday, "11:05"), by: "bo",
        reason: "the rehearsal of v200 found no manifest to go back to: keep the running one first",
        edits: [
          .before(
            "- [ ] Upload the release",
            #"""
            - [ ] Record what runs now, and keep its manifest for the way back <!-- id: before; expect: 3m; value: "release running; instances failing" -->
              ```sh
              bosh manifest > ~/cf-before-"{{version}}".yml && ls -l ~/cf-before-"{{version}}".yml
              bosh instances --failing
              ```
            """#)
        ]),
      Revision(
        at: .week(-5, .thursday, "14:30"), by: "ana",
        reason: "runner 96 failed: port 34567 was taken from the ephemeral range; check static ports before the deploy",
        edits: [
          .before(
            "- [ ] See that the stemcell",
            #"""
            - [ ] See that no statically assigned port lies in the ephemeral range 32768-61000 <!-- id: ports; expect: 3m -->
              ```sh
              grep -rnE 'port: *[0-9]+' ~/manifests | awk '{ p = $NF + 0 } p >= 32768 && p <= 61000'
              ```
              It prints nothing. Any line that it prints is a port that the kernel may give to somebody else first.
            """#)
        ]),
      Revision(
        at: .week(-4, .thursday, "15:45"), by: "fumi",
        reason:
          "logs were dropped while the log aggregators restarted one by one; scale them to 5 before, wait for the buffers",
        edits: [
          .before(
            "- [ ] Update one runner",
            #"""
            - [ ] Scale the log aggregators to 5, all running <!-- id: aggregators; expect: 6m; value: "aggregators running" -->
              ```sh
              bosh deploy ~/manifests/cf.yml -v log_aggregators=5
              bosh instances | grep -c 'log_aggregator.*running'
              ```
            - [ ] Wait 5 minutes, until the aggregators' buffers are empty <!-- id: buffers; wait: 5m; expect: 6m; value: "longest buffer" -->
            """#),
          .before(
            "- [ ] Publish the final",
            #"""
            - [ ] Scale the log aggregators back, and see that no log was dropped <!-- id: logs; expect: 6m; value: "logs dropped" -->
            """#),
        ]),
      Revision(
        at: .week(-2, .thursday, "11:40"), by: "cy",
        reason:
          "v203 went back the next morning: errors had risen slowly, and nobody knew whether its migration could be undone; compare with yesterday, and say where the way back ends",
        edits: [
          .replace(
            "    pattern: ^v[0-9]+$\n",
            with: #"""
                  pattern: ^v[0-9]+$
                - name: migration
                  ask: Does the release change a database schema, yes or no
                  pattern: ^(yes|no)$
                  default: "no"

              """#),
          .after(
            "value: \"error rate\" -->",
            #"""
            - [ ] Compare errors and latency with the same hour yesterday, at each load balancer <!-- id: compare; role: navigator; expect: 5m; value: "errors today; yesterday" -->
            - [ ] Run the migration that the old release cannot live with <!-- id: migrate; killer; no-return; expect: 15m; value: "rows changed"; if: migration = yes -->

              After this the way is forward: the old release does not run on the new schema.
            """#),
        ]),
      Revision(
        at: .week(-1, .thursday, "11:50"), by: "gus",
        reason: "the last runner of v205 took 9 minutes for want of disk; look for room before, and name the slowest",
        edits: [
          .before(
            "- [ ] See that the stemcell",
            #"""
            - [ ] See that every runner has a tenth of its disk free <!-- id: disk; expect: 3m; value: "fullest runner" -->
              ```sh
              bosh ssh runner_z1 --results --command 'df --output=pcent /var/vcap/data' | sort -n | tail -1
              ```
            """#),
          .replace("value: \"last runner\"", with: "value: \"last runner; slowest\""),
        ]),
    ]

    private static let first = #"""
      ---
      checklist: new-release
      title: New release
      deploy: new-release
      team: platform
      environments: [staging, prod]
      start: Mon-Thu 09:00-11:30
      expected: 2h30m
      parameters:
        - name: version
          ask: Release version, for example v198
          pattern: ^v[0-9]+$
      ---
      # New release

      Staging first, then prod, with the same artifact. The *driver* types; the *navigator* reads each step aloud,
      watches, and says stop.

      ## Pre

      ### The artifact

      - [ ] Generate the final release {{version}}, once for all environments <!-- id: final-release; expect: 6m; value: "SHA-256, first eight digits" -->
        ```sh
        test -e "releases/cf/cf-{{version}}.yml" || bosh create-release --final --version "{{version}}"
        sha256sum "releases/cf/cf-{{version}}.yml"
        ```
      - [ ] Compare its digest with the one that was tested before this environment <!-- id: identity; expect: 4m -->

        All 64 digits. One differs: stop here.

      ### The environment

      - [ ] See that the manifests are the latest from git, with nothing uncommitted <!-- id: manifests; expect: 3m; value: "manifest commit" -->
        ```sh
        cd ~/manifests && git fetch origin && git status --short --branch
        ```
      - [ ] See that the stemcell is the one that {{version}} was compiled on <!-- id: stemcell; expect: 3m -->

      ## During

      ### On the jump box

      - [ ] Log in to the jump box, both in one session <!-- id: jump-box; expect: 3m -->
        ```sh
        ssh -t jumpbox tmux new-session -A -s deploy
        ```
      - [ ] Log in to the director, and read its name aloud <!-- id: director; killer; expect: 2m -->
        ```sh
        bosh log-in && bosh env
        ```
        Most accidents begin in the wrong window.
      - [ ] Upload the release {{version}} to the director <!-- id: upload; expect: 6m -->
        ```sh
        bosh upload-release "releases/cf/cf-{{version}}.yml"
        ```

      ### The deploy

      - [ ] Update one runner, and see the canary healthy on {{version}} <!-- id: canary; deploys; expect: 9m -->
        ```sh
        bosh deploy ~/manifests/cf.yml --canaries 1 --max-in-flight 0
        bosh instances --ps | grep runner_z1/0
        ```
      - [ ] Deploy, and watch the canaries <!-- id: deploy; killer; deploys; expect: 40m; value: "updated; failed" -->
        ```sh
        bosh deploy ~/manifests/cf.yml
        ```
        Both read the difference before anybody answers *yes*. If the connection drops, the task goes on.
      - [ ] Follow the runners one by one until the last <!-- id: runners; role: navigator; expect: 15m; value: "last runner" -->
      - [ ] Wait 15 minutes, and watch requests and errors at the load balancers <!-- id: watch; role: navigator; wait: 15m; expect: 16m; value: "error rate" -->

      ## Post

      - [ ] Run the smoke tests, by hand once and then the scheduled set <!-- id: smoke; expect: 8m; value: "passed; failed" -->
        ```sh
        bosh run-errand smoke-tests
        ```
        - [ ] Push an app, and bind a service to it <!-- id: smoke-push -->
        - [ ] Reach it twenty times from outside, with no failure <!-- id: smoke-reach -->
      - [ ] Check the dashboards and the logs <!-- id: dashboards; role: navigator; expect: 6m -->
      - [ ] Publish the final release {{version}} <!-- id: publish; expect: 3m -->
        ```sh
        git tag --annotate "{{version}}" --message "Release {{version}}" && git push origin "{{version}}"
        ```
      - [ ] Tell everybody that it is over, and write down what was learned <!-- id: close; expect: 3m; value: "what was learned" -->

      ## Rollback

      Roll back when a canary fails and the cause is not known within 15 minutes, when more than one runner fails, or
      when requests fail at a load balancer for 5 minutes.

      - [ ] Say aloud and in the channel that we roll back, and why <!-- id: rollback-call; value: "what prompted it" -->
      - [ ] Deploy the manifest that ran before <!-- id: rollback-deploy; killer; deploys; expect: 40m; value: "updated; failed" -->
        ```sh
        bosh deploy ~/cf-before-"{{version}}".yml
        ```
      - [ ] See requests recover at the load balancers <!-- id: rollback-watch; value: "recovered at" -->

      """#
  }
}
