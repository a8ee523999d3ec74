import Domain

extension Chart {
  /// A figure over the stretches of its window.
  public init(_ figure: Figure, of numbers: Numbers) {
    let name = figure.name
    let isMonthly = numbers.window.labels.first.map { $0.count > 5 } ?? false
    let each = isMonthly ? "each month" : "each week from its first day"
    self.init(
      title: name.title,
      sentence: "\(NumberWords.value(figure)), \(NumberWords.n(figure)); \(each).", unit: name.chartUnit,
      labels: numbers.window.labels, layers: [Series(name.chartSeries, figure.trend)],
      lines: name == .toilShare
        ? [Series("\(ToilShare.limit) %", figure.trend.map { _ in Double(ToilShare.limit) })]
        : name == .runDuration ? [Series("as expected", figure.trend.map { _ in 100 })] : [])
  }

  /// Deployments that went well and those that failed, one on the other.
  public init(deploymentsOf numbers: Numbers) {
    let figure = numbers[.deployments]
    let failed = numbers.window.stretches.map { stretch in
      Double(figure.counted.count { one in one.isHit && one.at.map(stretch.contains) ?? false })
    }
    let well = zip(figure.trend, failed).map { all, failed in all.map { $0 - failed } }
    self.init(
      title: "Deployments and failures",
      sentence: "\(figure.n) deployments, of which \(figure.part("failed") ?? 0) failed.", unit: "deployments",
      labels: numbers.window.labels, layers: [Series("went well", well), Series("failed", failed)])
  }
}

extension FigureName {
  /// What the chart's numbers count.
  var chartUnit: String {
    switch self {
    case .deployments: "deployments"
    case .frequency: "deployments a week"
    case .leadTime, .recoveryTime, .lessonLatency, .timeToDetect, .timeToMitigate, .timeToResolve: "hours, median"
    case .runDuration: "% of expected, median"
    case .workdayShare, .failRate, .reworkRate, .stepYield, .retroLateness, .toilShare: "%"
    case .recurrence: "times"
    case .actionAge: "open actions"
    case .pairLoad: "duties"
    }
  }

  var chartSeries: String {
    switch self {
    case .actionAge: "open at the end"
    case .recurrence: "came back"
    case .pairLoad: "duties begun"
    default: title.lowercased()
    }
  }
}
