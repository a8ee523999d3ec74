/// What a checklist with everything in it looks like.
extension ChecklistPageTests {
  static let expected = """
    New release
    ───────────
    version       new-release v7, by ana: first
    environments  staging, prod
    starts        Mon-Thu 09:00-11:30
    expected      3h

    A run asks for
    version       Release version, for example v205
                  matches ^v[0-9]+$

    Two people do it together.

    PRE  2 steps
      1 Pull manifests of {{version}}
        expect 10m  role driver
        │ git pull

      2 Tell the EU desk
        only if version = v205

    DURING  2 steps
    Zone 1
      3 Deploy, and watch the canaries ⚑
        ⚑ killer: takes two  ⚠ no way back  deploys
        records updated; failed
      4   Settle
          waits 15m

    ROLLBACK  1 step
    Roll back when two runners fail.

      5 Deploy the previous manifest
    """
}
