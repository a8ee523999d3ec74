/// What the run screen looks like ten minutes in, with ana at the deploy.
extension RunScreenTests {
  static let smallList = #"""
     RUN 42  release v3  staging  cf-release@v205    10m of ~3h
     ana (you) + bo  unplanned
     pre ▮▮ 2/2   during ▮▯▯▯▯▯ 1/6   post ▯▯ 0/1
    ─ steps ────────────────────────────────────────── 4 of 11 ─
     PRE 2/2                                                   ┃
     ✔   1 Tell the operations channel               ana 09:32 ┃
     ✔   2 Pull the manifests                        ana 09:32 ┃
     DURING 1/6                                                ┃
     ✔   3 Log in to the jump box                     bo 09:34 ┃
     ▶   4 Deploy v205, and watch the canaries ⚑ $      ana 5m ┃
     ·   5 Wait, and watch the dashboard             waits 15m ┃
     ·   6 Every runner on the new release                     ┃
     ·   7   Zone 1                                            │
     ·   8   Zone 2                                            │
         9 Tell the EU desk                                    │
     Space done  $ run it  x failed  y copy  c note      ? more
    """#

  static let smallDetail = #"""
     RUN 42  release v3  staging  cf-release@v205    10m of ~3h
     ana (you) + bo  unplanned
     pre ▮▮ 2/2   during ▮▯▯▯▯▯ 1/6   post ▯▯ 0/1
    ─ step 4 ───────────────────────────────────────────────────
     Deploy v205, and watch the canaries
     ⚑ killer: takes two  deploys  records updated; failed
     expect 1h  $ assisted  ▶ ana 5m

     Watch the first canary to its end.

     │ bosh -n deploy cf.yml -v ${version}

     Expect 95 runners updated, none failed.

     ▶ ana is at it since 09:35, 5m
     Space done  $ run it  x failed  y copy  c note      ? more
    """#

  static let usual = #"""
     RUN 42  release v3  staging  cf-release@v205                        10m of ~3h
     ana (you) + bo  unplanned
     pre ▮▮ 2/2   during ▮▯▯▯▯▯ 1/6   post ▯▯ 0/1
    ─ steps ────────────────────────────────────────────────────────────── 4 of 11 ─
     PRE 2/2                                                                       ┃
     ✔   1 Tell the operations channel                                   ana 09:32 ┃
     ✔   2 Pull the manifests                                            ana 09:32 ┃
     DURING 1/6                                                                    ┃
     ✔   3 Log in to the jump box                                         bo 09:34 ┃
     ▶   4 Deploy v205, and watch the canaries ⚑ $                          ana 5m ┃
     ·   5 Wait, and watch the dashboard                                 waits 15m ┃
     ·   6 Every runner on the new release                                         ┃
     ·   7   Zone 1                                                                │
     ·   8   Zone 2                                                                │
         9 Tell the EU desk                                                        │
    ─ step 4 ──────────────────────────────────────────────────────────── 4 more ↓ ─
     Deploy v205, and watch the canaries
     ⚑ killer: takes two  deploys  records updated; failed  expect 1h  $ assisted
     ▶ ana 5m

     Watch the first canary to its end.

     │ bosh -n deploy cf.yml -v ${version}
     Space done  $ run it  x failed  y copy  Enter detail  c note  o other   ? more
    """#

  static let wide = #"""
     RUN 42  release v3  staging  cf-release@v205  ana (you) + bo  unplanned                                     10m of ~3h
     pre ▮▮ 2/2   during ▮▯▯▯▯▯ 1/6   post ▯▯ 0/1
    ─ steps ──────────────────────────────────────────────── 4 of 11 ─┬─ step 4 ────────────────────────────────────────────
     PRE 2/2                                                          │ Deploy v205, and watch the canaries
     ✔   1 Tell the operations channel                     ana 09:32  │ ⚑ killer: takes two  deploys
     ✔   2 Pull the manifests                              ana 09:32  │ records updated; failed  expect 1h  $ assisted
     DURING 1/6                                                       │ ▶ ana 5m
     ✔   3 Log in to the jump box                           bo 09:34  │
     ▶   4 Deploy v205, and watch the canaries ⚑ $            ana 5m  │ Watch the first canary to its end.
     ·   5 Wait, and watch the dashboard                   waits 15m  │
     ·   6 Every runner on the new release                            │ │ bosh -n deploy cf.yml -v ${version}
     ·   7   Zone 1                                                   │
     ·   8   Zone 2                                                   │ Expect 95 runners updated, none failed.
         9 Tell the EU desk                                           │
     POST 0/1  not begun                                              │ ▶ ana is at it since 09:35, 5m
        10 Publish the final release                                  │
     ROLLBACK 0/1  not entered                                        │
        11 Deploy the previous manifest                               │
                                                                      │
                                                                      │
                                                                      │
                                                                      │
                                                                      │
                                                                      │
                                                                      │
     Space done  $ run it  x failed  y copy  Enter detail  c note  r redline  o other  a attach  w withdraw  q quit  ? more
    """#

  static let ascii = #"""
     RUN 42  release v3  staging  cf-release@v205                        10m of ~3h
     ana (you) + bo  unplanned
     pre ## 2/2   during #..... 1/6   post .. 0/1
    - steps -------------------------------------------------------------- 4 of 11 -
     PRE 2/2                                                                       #
     +   1 Tell the operations channel                                   ana 09:32 #
     +   2 Pull the manifests                                            ana 09:32 #
     DURING 1/6                                                                    #
     +   3 Log in to the jump box                                         bo 09:34 #
     >   4 Deploy v205, and watch the canaries K $                          ana 5m #
     .   5 Wait, and watch the dashboard                                 waits 15m #
     .   6 Every runner on the new release                                         #
     .   7   Zone 1                                                                |
     .   8   Zone 2                                                                |
         9 Tell the EU desk                                                        |
    - step 4 ------------------------------------------------------------ 4 more v -
     Deploy v205, and watch the canaries
     K killer: takes two  deploys  records updated; failed  expect 1h  $ assisted
     > ana 5m

     Watch the first canary to its end.

     | bosh -n deploy cf.yml -v ${version}
     Space done  $ run it  x failed  y copy  Enter detail  c note  o other   ? more
    """#
}
