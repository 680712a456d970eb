package io.gistmill.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Arrays;
import java.util.List;

/// Methods that are called or referred to.
final class Targets {

  private Targets() {}

  static DescribedPredicate<JavaAccess<?>> method(String name, Class<?>... owners) {
    List<String> names = Arrays.stream(owners).map(Class::getName).toList();
    return DescribedPredicate.describe(
        name + " of " + names,
        access -> access.getName().equals(name) && names.contains(owner(access)));
  }

  /// A constructor without arguments.
  static DescribedPredicate<JavaAccess<?>> bareConstructor(Class<?>... owners) {
    List<String> names = Arrays.stream(owners).map(Class::getName).toList();
    return DescribedPredicate.describe(
        "new, without arguments, of " + names,
        access -> names.contains(owner(access)) && isBareConstructor(access));
  }

  private static boolean isBareConstructor(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
        && target.getRawParameterTypes().isEmpty();
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }
}
