/// What `run show 42 --markdown` prints of `Sample.full()`.
extension Sample {
  static let fullPage = ##"""
    # Run 42: New release (new-release v7) in prod, rolled-back

    |  |  |
    | --- | --- |
    | State | rolled-back |
    | Artifact | `cf-release@v205` |
    | Digest | `sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f` |
    | Environment | prod (production) |
    | Team | platform |
    | Pair | ana (Ana), bo (Bo \| &lt;U+202E&gt;B) |
    | Version | new-release v7, by ana |
    | SHA-256 | `a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1` |
    | Parameters | version = v205 |
    | Plan | none, begun for an incident |
    | Started | 2026-12-07 09:30 Europe/Berlin (2026-12-07T08:30:00.000Z) |
    | Ended | 2026-12-07 12:21 Europe/Berlin (2026-12-07T11:21:00.000Z) |
    | Took | 2h51m, 20m of it paused |
    | Incident | 9 |
    | Staging | run 41, except dashboards skipped: none in staging |
    | Steps | 10 of 10 settled |
    | Times | Europe/Berlin, unless said otherwise |

    ## Overridden rules

    | Rule | What stood in the way | Reason | By | At |
    | --- | --- | --- | --- | --- |
    | start-window | new-release starts Mon-Thu 09:00-11:30, and it is 2026-12-07 08:30 UTC | customers cannot log in | ana | 09:30 |
    | working-hours | team platform works Mon-Fri 09:00-17:00, and it is 2026-12-07 08:30 UTC | customers cannot log in | ana | 09:30 |
    | freeze | production is frozen from 2026-12-01 through 2026-12-31: year's end | customers cannot log in | ana | 09:30 |
    | no-return | switch was done | the old balancer is still there | ana | 12:00 |

    ## Exceptions

    | No. | Step | State | Reason | By | At |
    | --- | --- | --- | --- | --- | --- |
    | 8 | Look at \`the\` dashboards \| logs | skipped | ␛\[2J&lt;U+202E&gt;x \| &lt;img src=x onerror=y&gt; \`rm\` @<!-- -->ops \#<!-- -->12 !\[a\](http:<!-- -->//e.example) \*\*b\*\* www<!-- -->.e.example :<!-- -->tada: <span>$</span>x<span>$</span><br>\| second \| line | bo | 11:52 |
    | 9 | Publish v205 to {{nobody}} | deferred | blob store down | bo | 11:53 |

    ## Worth knowing

    - 12:00 ana entered rollback: errors everywhere
    - 12:21 ana marked the run as rolled back, by its own rollback: errors everywhere
    - Confirmed, but unverified: 6 switch
    - Countersigned late: 7 smoke
    - Failed attempts: 3 canary
    - Done out of order: 2 attend
    - Entries withdrawn: 3 canary
    - Came back from an earlier run: 9 publish

    ## Changed since the pair last ran it

    - Since then: v7 by ana: step deploy is new

    ## Pre

    | No. | Step | State | By | At | Took | Confirmed | On the record |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 1 | Generate the final release v205 | ✔ done | ana | 09:32 |  |  | 09:32 ana done [written 10:02] |
    | 2 | Tell who must attend | ✔ done | bo | 09:31 |  |  | 09:31 bo done [out of order] |

    ## During

    | No. | Step | State | By | At | Took | Confirmed | On the record |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 3 | Deploy: Canary runner\_z1/0 healthy | ✔ done | bo | 10:02 | 12m |  | 09:43 bo failed (1st attempt, took 3m), reason given later<br>09:44 bo attached canary\|1.log, 2048 bytes, SHA-256 `c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3`<br>09:45 bo noted: ␛\[2J&lt;U+202E&gt;x \| &lt;img src=x onerror=y&gt; \`rm\` @<!-- -->ops \#<!-- -->12 !\[a\](http:<!-- -->//e.example) \*\*b\*\* www<!-- -->.e.example :<!-- -->tada: <span>$</span>x<span>$</span><br>\| second \| line<br>09:46 ana gave the reason owed for failed of 09:43 by bo: port 34567 in use<br>\| by another agent<br>10:00 ana done [withdrawn], value "13 healthy"<br>10:01 ana withdrew done of 10:00 by ana: miscounted<br>10:02 bo done (2nd attempt, started by ana, took 12m), value "14 healthy" |
    | 4 | Deploy: Deploy, and watch the canaries<br>**killer**<br>**deploys** | ✔ done | ana | 11:00 | 57m | bo, verified | 11:00 ana done (took 57m), value "95 updated, 0 failed"<br>11:01 bo confirmed, verified |
    | 5 | Deploy: Every runner on the new release | ✔ done | bo | 10:50 |  |  |  |
    | 6 | Switch the load balancer<br>**killer**<br>**no return** | ✔ done | ana | 11:02 |  | bo, unverified | 11:02 ana done<br>11:03 bo confirmed, unverified [typed at the login ana]<br>12:00 ana overrode a rule: no-return: switch was done: the old balancer is still there |

    ## Post

    | No. | Step | State | By | At | Took | Confirmed | On the record |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 7 | Smoke tests<br>**killer** | ✔ done | ana | 11:50 | 24m | bo, verified, late | 11:50 ana done (took 24m)<br>11:51 ana went on without the other of the pair, unverified: bo is on the phone<br>2026-12-08 10:30 bo countersigned late, verified |
    | 8 | Look at \`the\` dashboards \| logs | ↷ skipped | bo | 11:52 |  |  | 11:52 bo skipped: ␛\[2J&lt;U+202E&gt;x \| &lt;img src=x onerror=y&gt; \`rm\` @<!-- -->ops \#<!-- -->12 !\[a\](http:<!-- -->//e.example) \*\*b\*\* www<!-- -->.e.example :<!-- -->tada: <span>$</span>x<span>$</span><br>\| second \| line |
    | 9 | Publish v205 to {{nobody}} | ⧗ deferred | bo | 11:53 |  |  | 09:30 ana brought back what was deferred: run 40: Publish v204: blob store down<br>11:53 bo deferred: blob store down |
    | 10 | Only for a new stemcell<br>only for stemcell = yes | – inactive |  |  |  |  |  |

    ## Rollback

    | No. | Step | State | By | At | Took | Confirmed | On the record |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 11 | Deploy the previous manifest<br>**deploys** | ✔ done | bo | 12:20 |  |  |  |

    ## Evidence

    | File | Bytes | SHA-256 | Step | By | At |
    | --- | --- | --- | --- | --- | --- |
    | canary\|1.log | 2048 | `c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3` | canary | bo | 09:44 |

    ## People

    | Who | Role | From | Until |
    | --- | --- | --- | --- |
    | ana (Ana) | pair | 09:30 |  |
    | bo (Bo \| &lt;U+202E&gt;B) | pair | 09:30 |  |
    | cy | observer | 11:25 |  |

    ## The run itself

    | At | By | What |
    | --- | --- | --- |
    | 09:30 | ana | started the run |
    | 09:30 | ana | put ana on the run as pair |
    | 09:30 | ana | put bo on the run as pair |
    | 09:30 | ana | overrode a rule: start-window: new-release starts Mon-Thu 09:00-11:30, and it is 2026-12-07 08:30 UTC: customers cannot log in |
    | 09:30 | ana | overrode a rule: working-hours: team platform works Mon-Fri 09:00-17:00, and it is 2026-12-07 08:30 UTC: customers cannot log in |
    | 09:30 | ana | overrode a rule: freeze: production is frozen from 2026-12-01 through 2026-12-31: year's end: customers cannot log in |
    | 09:30 | ana | gave the proof from staging: run 41, except dashboards skipped: none in staging |
    | 09:31 | bo | entered pre |
    | 09:40 | bo | entered during |
    | 11:04 | bo | paused the run: lunch |
    | 11:24 | bo | resumed the run |
    | 11:25 | ana | put cy on the run as observer |
    | 11:26 | ana | entered post |
    | 12:00 | ana | entered rollback: errors everywhere |
    | 12:21 | ana | finished the run: completed-except-deferred |
    | 12:21 | ana | marked the run as rolled back, by its own rollback: errors everywhere |

    """##
}
