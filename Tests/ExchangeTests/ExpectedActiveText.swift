/// `Sample.active()` in ASCII at 72 columns.
extension Sample {
  static let activeText = ##"""
    Run 42: New release (new-release v7) in staging, running
      state       running
      artifact    cf-release@v205
      digest      sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0
                  | f0f0f0f0f0f0f0f
      environment staging (staging)
      team        platform
      pair        ana (Ana), bo (Bo | <U+202E>B)
      version     new-release v7, by ana
      SHA-256     a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
                  | a1a1a1a1
      parameters  version = v205
      plan        none, begun for an incident
      started     2026-12-07 09:30 Europe/Berlin
                  | (2026-12-07T08:30:00.000Z)
      took        12m so far
      incident    9
      steps       2 of 9 settled
      times       Europe/Berlin, unless said otherwise

    Exceptions
      ^ 6 switch overridden by ana: done by hand

    Worth knowing
      - Not settled: 3 canary, 4 deploy, 5 runners, 6 switch
      - Waiting for the other of the pair to confirm: 6 switch
      - A reason is owed: 2 attend
      - Done out of order: 6 switch
      - Came back from an earlier run: 9 publish

    pre
      + done             1  Generate the final release v205
                            09:32 ana done
      / not-applicable   2  Tell who must attend
                            09:33 bo not-applicable, reason still owed

    during
      Deploy
      > started          3  Canary runner_z1/0 healthy
                            09:36 bo started
      . open             4  Deploy, and watch the canaries [killer,
                            | deploys]
      . open             5    Every runner on the new release

      ^ overridden       6  Switch the load balancer [killer, no return]
                            09:35 ana overridden [out of order]: done by
                            | hand
                            waits for the other of the pair to confirm

    post (not entered)
      _ inactive         7  Smoke tests [killer]
      _ inactive         8  Look at `the` dashboards | logs
      _ inactive         9  Publish v205 to {{nobody}}
                            09:30 ana brought back what was deferred: run
                            | 40: Publish v204: blob store down
      _ inactive        10  Only for a new stemcell [only for stemcell =
                            | yes]

    rollback (not entered)
      _ inactive        11  Deploy the previous manifest [deploys]

    People
      ana (Ana), pair, from 09:30
      bo (Bo | <U+202E>B), pair, from 09:30

    The run itself
      09:30 ana started the run
      09:30 ana put ana on the run as pair
      09:30 ana put bo on the run as pair
      09:32 ana entered pre
      09:35 ana entered during

    """##
}
