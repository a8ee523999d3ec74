import Testing

/// What a chart looks like in a window.
struct ExpectedChart {
  var sample: SampleChart
  var width: Int
  var height: Int
  var ascii = false
  var text: String

  static let all = [
    ExpectedChart(
      sample: .burndown, width: 60, height: 14,
      text: """
        Burndown of iteration 12
        8 of 16 points are left on 2026-12-10, where an even pace
        would leave 8.
        20┤  16
          ┤●●●●●●●●  13      13
          ┤███████ ●●●●●●●●▂▂▂▂▂▂▂
          ┤███████ ███████ ●●●●●●●●   8
        10┤███████ ███████ ███████ ●●●●●●●●
          ┤███████ ███████ ███████ ███████ ●●●●●●●●
          ┤███████ ███████ ███████ ███████         ●●●●●●●●
          ┤███████ ███████ ███████ ███████                 ●●●●●●●●
         0└─────────────────────────────────────────────────────────
           12-07   12-08   12-09   12-10   12-11   12-12   12-13
        █ left  ● even pace  (points)

        """),
    ExpectedChart(
      sample: .burndown, width: 60, height: 14, ascii: true,
      text: """
        Burndown of iteration 12
        8 of 16 points are left on 2026-12-10, where an even pace
        would leave 8.
        20|  16
          |oooooooo  13      13
          |####### oooooooo
          |####### ####### oooooooo   8
        10|####### ####### ####### oooooooo
          |####### ####### ####### ####### oooooooo
          |####### ####### ####### #######         oooooooo
          |####### ####### ####### #######                 oooooooo
         0+---------------------------------------------------------
           12-07   12-08   12-09   12-10   12-11   12-12   12-13
        # left  o even pace  (points)

        """),
    ExpectedChart(
      sample: .flow, width: 80, height: 24,
      text: """
        Cumulative flow
        60 of 89 items are accepted on 2026-11-30, and 5 in progress.
        100┤
           ┤
           ┤                                                  ··········
           ┤                                      ······················
           ┤                              ························++++++
           ┤                  ························++++++++++++++++++
           ┤      ························++++++++++++++++++++++++══╱╱╱╱
           ┤····················++++++++++++++++++++++++++++══╱╱╱╱╱╱▒▒██
           ┤········++++++++++++++++++++++++++++++++++++╱╱╱╱░░▒▒████████
         50┤++++++++++++++++++++++++++++++++++++++══╱╱╱╱▒▒██████████████
           ┤++++++++++++++++++++++++++++++++╱╱══╱╱▒▒████████████████████
           ┤++++++++++++++++++++++++++════╱╱▚▚▚▚████████████████████████
           ┤++++++++++++++++++++════╱╱▚▚▚▚██████████████████████████████
           ┤++++++++++++++++══╱╱░░╱╱████████████████████████████████████
           ┤++++++++══++╱╱╱╱░░██████████████████████████████████████████
           ┤++++══╱╱░░╱╱████████████████████████████████████████████████
           ┤╱╱╱╱╱╱▒▒████████████████████████████████████████████████████
           ┤▒▒██████████████████████████████████████████████████████████
          0└────────────────────────────────────────────────────────────────────────────
            11-01 11-04 11-07 11-10 11-13 11-16 11-19 11-22 11-25 11-28
        █ accepted  ▒ delivered  ▚ finished  ░ rejected  ╱ started  ═ planned
        + unstarted  · unscheduled  (items)

        """),
    ExpectedChart(
      sample: .flow, width: 40, height: 10, ascii: true,
      text: """
        60 of 89 items are accepted on
        2026-11-30, and 5 in progress.
        100|                      . ......
           |.++++++++++++++++++++=//%#####
           |++++//:%######################
          0+------------------------------------
            11-01 11-07 11-13 11-19 11-25
        # accepted  % delivered  @ finished
        : rejected  / started  = planned
        + unstarted  . unscheduled  (items)

        """),
    ExpectedChart(
      sample: .velocity, width: 70, height: 15,
      text: """
        Velocity
        The velocity is 12 points, the average of the last 3 iterations, and
        varies by 20 %.
        20┤
          ┤                13
          ┤┄┄┄┄┄┄┄┄┄┄┄┄▂▂▂▂▂▂▂▂▂▂▂┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄11.3┄┄┄┄┄┄┄┄┄12┄┄┄┄┄┄
          ┤●●●●●8●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●●
        10┤▂▂▂▂▂▂▂▂▂▂▂┄███████████┄┄┄┄┄┄┄┄┄┄┄┄┄███████████┄███████████┄
          ┤███████████ ███████████             ███████████ ███████████
          ┤███████████ ███████████             ███████████ ███████████
          ┤███████████ ███████████             ███████████ ███████████
         0└───────────────────────────────────────────────────────────────────
           11-02       11-09       11-16       11-23       11-30
        █ as a whole team  ● velocity  ┄ 20 % around  (points)

        """),
    ExpectedChart(
      sample: .toil, width: 40, height: 10,
      text: """
        Toil
        Toil is 38 % of what was accepted since
        2026-12-07 (3 of 8 items); it was above
        50 % in 1 of 4 iterations.
        60┤●●●60●●●●●●●●●●●●●●●●●●●●●●●●37.5●●●
          ┤████████                   ▇▇▇▇▇▇▇▇
          ┤████████    0              ████████
         0└─────────────────────────────────────
           11-16    11-23    11-30    12-07
        █ toil  ● 50 %  (%)

        """),
  ]
}

extension ExpectedChart: CustomTestStringConvertible {
  var testDescription: String { "\(sample.rawValue) \(width)x\(height)\(ascii ? " in ASCII" : "")" }
}
