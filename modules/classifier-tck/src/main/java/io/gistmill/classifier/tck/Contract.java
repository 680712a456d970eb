package io.gistmill.classifier.tck;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Everything that a factory and its classifiers promise, tried one after the other.
///
/// Each trial makes classifiers of its own, asks them and closes each exactly once. Foreign code
/// that throws or hangs ends its trial and no other.
public final class Contract {

  private final List<Check> checks;

  private Contract(List<Check> checks) {
    this.checks = checks;
  }

  /// @param posts that should get topics; with none, what is promised of tags is tried only as far
  ///   as other posts happen to get some
  public static Contract of(ClassifierFactory factory, List<Post> posts) {
    var subject = new Subject(factory, List.copyOf(posts));
    return new Contract(
        Stream.concat(
                new FactoryTrials(subject).all().stream(),
                new ClassifierTrials(subject).all().stream())
            .toList());
  }

  /// What is tried, in this order.
  public List<String> promises() {
    return checks.stream().map(Check::promise).toList();
  }

  /// Tries one.
  ///
  /// @param promise one of [#promises]
  public Finding attempt(String promise) throws InterruptedException {
    for (Check check : checks) {
      if (check.promise().equals(promise)) {
        return check.run();
      }
    }
    throw new IllegalArgumentException("nothing is tried under '" + promise + "'");
  }

  /// Tries all.
  ///
  /// @param told each as soon as it is known
  public List<Finding> attemptAll(Consumer<Finding> told) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    for (Check check : checks) {
      Finding finding = check.run();
      told.accept(finding);
      findings.add(finding);
    }
    return Collections.unmodifiableList(findings);
  }
}
