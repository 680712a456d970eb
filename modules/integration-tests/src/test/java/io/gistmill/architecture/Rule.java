package io.gistmill.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// A rule, and code that breaks it: a rule that nothing can break proves nothing.
///
/// @param offence compilation units, each with its package
record Rule(String name, ArchRule rule, List<String> offence) {

  static Rule of(String name, ArchRule rule, String... offence) {
    return new Rule(name, rule, List.of(offence));
  }

  @Override
  public String toString() {
    return name;
  }
}
