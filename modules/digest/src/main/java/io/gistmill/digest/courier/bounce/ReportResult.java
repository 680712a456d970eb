package io.gistmill.digest.courier.bounce;

/// What became of a report.
enum ReportResult {
  /// The ledger has it.
  COUNTED,
  /// The ledger had it before.
  KNOWN,
  /// It bears no mark of ours: anybody can have written it.
  UNPROVEN,
  /// The ledger holds no such mail, or no longer.
  UNKNOWN,
  /// It is no report of failure, and no complaint.
  OTHER,
  /// It cannot be made out.
  UNREADABLE
}
