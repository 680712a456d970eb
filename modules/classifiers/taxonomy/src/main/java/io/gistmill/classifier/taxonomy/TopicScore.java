package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found for one topic in one post.
final class TopicScore {

  private static final int MAX_EVIDENCE = 5;

  private record Proof(double points, PostPart part, int start, int end) {
    static final Comparator<Proof> STRONGEST =
        Comparator.comparingDouble(Proof::points)
            .reversed()
            .thenComparing(proof -> proof.part().kind())
            .thenComparingInt(proof -> proof.part().index())
            .thenComparingInt(Proof::start);

    Evidence evidence() {
      String words = part.original().substring(start, end);
      return new Evidence(part.kind(), part.index(), start, words);
    }
  }

  private final List<Proof> proofs = new ArrayList<>();
  private double sum;

  void add(double points) {
    sum += points;
  }

  void prove(double points, PostPart part, int start, int end) {
    proofs.add(new Proof(points, part, start, end));
  }

  void clear() {
    proofs.clear();
    sum = 0;
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
