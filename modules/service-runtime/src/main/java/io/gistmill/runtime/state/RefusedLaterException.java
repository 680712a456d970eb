package io.gistmill.runtime.state;

/// An event that had waited in a table cannot be worked on. It has left the table, and the record
/// at hand is another one and innocent: only the event itself is rejected, and the machine is asked
/// to work on.
public final class RefusedLaterException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final byte[] key;
  private final byte[] value;

  /// @param key of the event's record
  /// @param value the event, as its record had it
  /// @param cause an [ImpossibleEventException] where that is nobody's bug here
  public RefusedLaterException(byte[] key, byte[] value, RuntimeException cause) {
    super(cause);
    this.key = key.clone();
    this.value = value.clone();
  }

  public byte[] key() {
    return key.clone();
  }

  public byte[] value() {
    return value.clone();
  }
}
