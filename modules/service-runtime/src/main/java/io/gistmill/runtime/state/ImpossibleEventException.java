package io.gistmill.runtime.state;

/// An event says something that cannot be, such as a topic that nobody knows. Its record is
/// rejected with this reason, and that is nobody's bug here.
///
/// A machine throws this before it has changed any table.
public final class ImpossibleEventException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// @param reason for people; says what is wrong and the mend
  public ImpossibleEventException(String reason) {
    super(reason);
  }
}
