/// What `run show 42` prints of `Sample.full()`.
extension Sample {
  static let fullText = ##"""
    Run 42: New release (new-release v7) in prod, rolled-back
      state       rolled-back
      artifact    cf-release@v205
      digest      sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
      environment prod (production)
      team        platform
      pair        ana (Ana), bo (Bo | <U+202E>B)
      version     new-release v7, by ana
      SHA-256     a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
      parameters  version = v205
      plan        none, begun for an incident
      started     2026-12-07 09:30 Europe/Berlin (2026-12-07T08:30:00.000Z)
      ended       2026-12-07 12:21 Europe/Berlin (2026-12-07T11:21:00.000Z)
      took        2h51m, 20m of it paused
      incident    9
      staging     run 41, except dashboards skipped: none in staging
      steps       10 of 10 settled
      times       Europe/Berlin, unless said otherwise

    Overridden rules
      ⚠ start-window, overridden by ana, 09:30: new-release starts Mon-Thu 09:00-11:30, and it is 2026-12-07 08:30 UTC
        because: customers cannot log in
      ⚠ working-hours, overridden by ana, 09:30: team platform works Mon-Fri 09:00-17:00, and it is 2026-12-07 08:30 UTC
        because: customers cannot log in
      ⚠ freeze, overridden by ana, 09:30: production is frozen from 2026-12-01 through 2026-12-31: year's end
        because: customers cannot log in
      ⚠ no-return, overridden by ana, 12:00: switch was done
        because: the old balancer is still there

    Exceptions
      ↷ 8 dashboards skipped by bo: ␛[2J<U+202E>x | <img src=x onerror=y> `rm` @ops #12 ![a](http://e.example) **b** www.e.example :tada: $x$
        | second | line
      ⧗ 9 publish deferred by bo: blob store down

    Worth knowing
      - 12:00 ana entered rollback: errors everywhere
      - 12:21 ana marked the run as rolled back, by its own rollback: errors everywhere
      - Confirmed, but unverified: 6 switch
      - Countersigned late: 7 smoke
      - Failed attempts: 3 canary
      - Done out of order: 2 attend
      - Entries withdrawn: 3 canary
      - Came back from an earlier run: 9 publish

    Changed since the pair last ran it
      - v7 by ana: step deploy is new

    pre
      ✔ done             1  Generate the final release v205
                            09:32 ana done [written 10:02]
      ✔ done             2  Tell who must attend
                            09:31 bo done [out of order]

    during
      Deploy
      ✔ done             3  Canary runner_z1/0 healthy
                            09:43 bo failed (1st attempt, took 3m), reason given later
                            09:44 bo attached canary|1.log, 2048 bytes, SHA-256 c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3
                            09:45 bo noted: ␛[2J<U+202E>x | <img src=x onerror=y> `rm` @ops #12 ![a](http://e.example) **b** www.e.example :tada: $x$
                            | second | line
                            09:46 ana gave the reason owed for failed of 09:43 by bo: port 34567 in use
                            | by another agent
                            10:00 ana done [withdrawn], value "13 healthy"
                            10:01 ana withdrew done of 10:00 by ana: miscounted
                            10:02 bo done (2nd attempt, started by ana, took 12m), value "14 healthy"
      ✔ done             4  Deploy, and watch the canaries [killer, deploys]
                            11:00 ana done (took 57m), value "95 updated, 0 failed"
                            11:01 bo confirmed, verified
      ✔ done             5    Every runner on the new release
                              10:50 bo done

      ✔ done             6  Switch the load balancer [killer, no return]
                            11:02 ana done
                            11:03 bo confirmed, unverified [typed at the login ana]
                            12:00 ana overrode a rule: no-return: switch was done: the old balancer is still there

    post
      ✔ done             7  Smoke tests [killer]
                            11:50 ana done (took 24m)
                            11:51 ana went on without the other of the pair, unverified: bo is on the phone
                            2026-12-08 10:30 bo countersigned late, verified
      ↷ skipped          8  Look at `the` dashboards | logs
                            11:52 bo skipped: ␛[2J<U+202E>x | <img src=x onerror=y> `rm` @ops #12 ![a](http://e.example) **b** www.e.example :tada: $x$
                            | second | line
      ⧗ deferred         9  Publish v205 to {{nobody}}
                            09:30 ana brought back what was deferred: run 40: Publish v204: blob store down
                            11:53 bo deferred: blob store down
      – inactive        10  Only for a new stemcell [only for stemcell = yes]

    rollback
      ✔ done            11  Deploy the previous manifest [deploys]
                            12:20 bo done

    People
      ana (Ana), pair, from 09:30
      bo (Bo | <U+202E>B), pair, from 09:30
      cy, observer, from 11:25

    The run itself
      09:30 ana started the run
      09:30 ana put ana on the run as pair
      09:30 ana put bo on the run as pair
      09:30 ana overrode a rule: start-window: new-release starts Mon-Thu 09:00-11:30, and it is 2026-12-07 08:30 UTC: customers cannot log in
      09:30 ana overrode a rule: working-hours: team platform works Mon-Fri 09:00-17:00, and it is 2026-12-07 08:30 UTC: customers cannot log in
      09:30 ana overrode a rule: freeze: production is frozen from 2026-12-01 through 2026-12-31: year's end: customers cannot log in
      09:30 ana gave the proof from staging: run 41, except dashboards skipped: none in staging
      09:31 bo entered pre
      09:40 bo entered during
      11:04 bo paused the run: lunch
      11:24 bo resumed the run
      11:25 ana put cy on the run as observer
      11:26 ana entered post
      12:00 ana entered rollback: errors everywhere
      12:21 ana finished the run: completed-except-deferred
      12:21 ana marked the run as rolled back, by its own rollback: errors everywhere

    """##
}
