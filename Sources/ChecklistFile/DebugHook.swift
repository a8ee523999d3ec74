nonisolated(unsafe) var debugHook: ([UInt8], [StepShape]) -> Void = { _, _ in }
