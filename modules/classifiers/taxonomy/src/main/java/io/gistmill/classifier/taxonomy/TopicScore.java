package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found for one topic in one post.
final class TopicScore {

  private static final int MAX_EVIDENCE = 5;

  private record Proof(double points, Evidence evidence) {
    static final Comparator<Proof> STRONGEST =
        Comparator.comparingDouble(Proof::points)
            .reversed()
            .thenComparing(proof -> proof.evidence().part())
            .thenComparingInt(proof -> proof.evidence().index())
            .thenComparingInt(proof -> proof.evidence().start());
  }

  private final List<Proof> proofs = new ArrayList<>();
  private double sum;

  void add(double points) {
    sum += points;
  }

  void prove(double points, Evidence evidence) {
    proofs.add(new Proof(points, evidence));
  }

  double sum() {
    return sum;
  }

  List<Evidence> evidence() {
    return proofs.stream()
        .sorted(Proof.STRONGEST)
        .limit(MAX_EVIDENCE)
        .map(Proof::evidence)
        .toList();
  }
}
