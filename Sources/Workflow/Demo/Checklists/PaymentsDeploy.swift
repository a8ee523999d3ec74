extension Demo {
  /// The application team's own checklist: its app, its environments. Two versions.
  enum PaymentsDeploy {
    static let revisions = [
      Revision(
        at: .week(-8, .tuesday, "10:20"), by: "hana", reason: "we saw the platform team's lists, and wanted one",
        edits: [.whole(first)]),
      Revision(
        at: .week(-5, .thursday, "16:05"), by: "ivo",
        reason: "4.9.0 went back: half of the traffic was too much to find out with; a tenth first, for ten minutes",
        edits: [
          .before(
            "- [ ] Send all traffic to",
            #"""
            - [ ] Send a tenth of the traffic to it, for 10 minutes <!-- id: tenth; wait: 10m; expect: 11m; value: "refused payments" -->
              ```sh
              cf map-route payments-next pay --weight 10
              ```
            """#)
        ]),
    ]

    private static let first = #"""
      ---
      checklist: payments-deploy
      title: Payments deploy
      deploy: application
      team: payments
      environments: [pay-staging, pay-prod]
      start: Mon-Thu 09:00-15:00
      expected: 45m
      parameters:
        - name: version
          ask: Version of the app, for example 4.8.0
          pattern: ^[0-9]+\.[0-9]+\.[0-9]+$
      ---
      # Payments deploy

      ## Pre

      - [ ] See that no settlement runs: the next one is more than an hour away <!-- id: settlement; killer; expect: 2m; value: "next settlement" -->
      - [ ] Tell the card desk which version comes, and when <!-- id: card-desk; expect: 2m -->

      ## During

      - [ ] Push {{version}} beside the running one, without traffic <!-- id: push; expect: 5m -->
        ```sh
        cf push payments-next -f manifest.yml --no-route --var version="{{version}}"
        ```
      - [ ] Pay one cent with the test card, and refund it <!-- id: cent; expect: 3m; value: "payment id" -->
      - [ ] Send all traffic to {{version}} <!-- id: switch; deploys; expect: 3m; value: "instances" -->
        ```sh
        cf map-route payments-next pay && cf unmap-route payments pay
        ```
      - [ ] Watch refused payments and latency for a while <!-- id: watch; expect: 12m; value: "refused; p99" -->

      ## Post

      - [ ] Keep the old version stopped, not deleted, until tomorrow <!-- id: keep-old; expect: 2m -->
      - [ ] Tell the card desk that it is over <!-- id: close; expect: 2m -->

      ## Rollback

      Roll back when more than one payment in a hundred is refused that was not before.

      - [ ] Send all traffic back to the old version <!-- id: rollback-switch; deploys; expect: 3m; value: "back at" -->
        ```sh
        cf map-route payments pay && cf unmap-route payments-next pay
        ```
      - [ ] Refund what was charged twice <!-- id: refund; value: "payments refunded" -->

      """#
  }
}
