package io.gistmill.gateway.store;

/// A piece of a long list.
///
/// @param limit how many at the most
/// @param offset how many before it
public record Slice(int limit, int offset) {

  public static Slice first(int limit) {
    return new Slice(limit, 0);
  }

  /// @param page from 1
  public static Slice page(int page, int size) {
    return new Slice(size, Math.multiplyExact(Math.max(0, page - 1), size));
  }
}
