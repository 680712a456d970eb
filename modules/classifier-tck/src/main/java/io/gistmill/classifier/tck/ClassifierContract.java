package io.gistmill.classifier.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The promises of a classifier as tests. Extend it beside your classifier:
///
/// ```java
/// class WeatherContractTest extends ClassifierContract {
///   @Override
///   protected ClassifierFactory factory() {
///     return new WeatherFactory();
///   }
///
///   @Override
///   protected List<Post> posts() {
///     return List.of(Posts.text("Storm and heavy rain at the coast"));
///   }
/// }
/// ```
public abstract class ClassifierContract {

  /// A new factory, as Gistmill makes it.
  protected abstract ClassifierFactory factory();

  /// Posts that should get at least one topic each.
  protected abstract List<Post> posts();

  /// Whether a service file names the factory, as that of a plug-in does. Not so for what an engine
  /// makes of settings.
  protected boolean isFoundAsAService() {
    return true;
  }

  @TestFactory
  Stream<DynamicTest> keepsItsPromises() {
    Contract contract = Contract.of(factory(), posts());
    return contract.promises().stream()
        .map(promise -> dynamicTest(promise, () -> attempt(contract, promise)));
  }

  private static void attempt(Contract contract, String promise) throws InterruptedException {
    Finding finding = contract.attempt(promise);
    if (!finding.kept()) {
      Assertions.fail(finding.promise() + "\n  " + finding.broken());
    }
  }

  @Test
  void isFoundByItsServiceFile() {
    Assumptions.assumeTrue(isFoundAsAService());
    Class<?> type = factory().getClass();
    assertTrue(
        ServiceLoader.load(ClassifierFactory.class, type.getClassLoader()).stream()
            .anyMatch(provider -> provider.type() == type),
        () ->
            "factory 1: no service file names it; write the line '"
                + type.getName()
                + "' into META-INF/services/"
                + ClassifierFactory.class.getName());
  }
}
