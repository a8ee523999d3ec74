/// What `checklist show new-release` prints of `Sample.version`.
extension Sample {
  static let checklistText = ##"""
    New release (new-release v7)
      SHA-256       a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
      made          2026-12-06 08:30 UTC by ana, from v6
      reason        lesson 12
      deploy        new-release
      team          platform
      environments  staging, prod
      start         Mon-Thu 09:00-11:30
      expected      3h
      parameter     version: Release version, for example v205 (matches ^v[0-9]+$)

    pre
        1  Generate the final release {{version}} [id final-release]
        2  Tell who must attend [id attend; expect: 10m]

    during
      Deploy
        3  Canary runner_z1/0 healthy [id canary; value: healthy runners]
        4  Deploy, and watch the canaries [id deploy; killer; deploys; expect: 1h; value: updated; failed]
        5    Every runner on the new release [id runners]

        6  Switch the load balancer [id switch; killer; no-return]

    post
        7  Smoke tests [id smoke; killer; wait: 15m]
        8  Look at `the` dashboards | logs [id dashboards]
        9  Publish {{version}} to {{nobody}} [id publish]
       10  Only for a new stemcell [id stemcell; if: stemcell = yes]

    rollback
           Roll back when more than one runner fails.
       11  Deploy the previous manifest [id rollback-deploy; deploys]

    """##
}
