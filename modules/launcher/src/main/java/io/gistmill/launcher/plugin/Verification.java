package io.gistmill.launcher.plugin;

import io.gistmill.classifier.Listing;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.Contract;
import io.gistmill.classifier.tck.Finding;
import io.gistmill.domain.Post;
import java.io.PrintWriter;
import java.util.List;

/// Tries whether a plug-in can be loaded and keeps its promises, and tells each as it goes.
final class Verification {

  private final Candidate candidate;
  private final List<Post> posts;
  private final PrintWriter out;

  /// @param posts that should get topics
  Verification(Candidate candidate, List<Post> posts, PrintWriter out) {
    this.candidate = candidate;
    this.posts = posts;
    this.out = out;
  }

  /// @return whether all is well
  boolean run() throws InterruptedException {
    List<String> problems = candidate.registry().problems();
    problems.forEach(problem -> tell(new Finding("it can be loaded", problem)));
    boolean good = problems.isEmpty();
    for (Listing listing : candidate.listings()) {
      good &= verify(listing);
    }
    return good;
  }

  private boolean verify(Listing listing) throws InterruptedException {
    String id = listing.name() + "@" + listing.version();
    out.println(id + " with the topics " + String.join(", ", listing.topics()));
    tell(new Finding("it can be loaded, apart from Gistmill's own classes", null));
    ClassifierFactory factory = candidate.registry().bareFactory(listing.name());
    List<Finding> findings = inItsContext(factory);
    long broken = findings.stream().filter(finding -> !finding.kept()).count();
    out.println(
        broken == 0
            ? id + " keeps what it promises"
            : id + " breaks " + broken + " of " + findings.size() + " promises");
    out.flush();
    return broken == 0;
  }

  /// As the stream calls it; the trials' threads inherit the context.
  private List<Finding> inItsContext(ClassifierFactory factory) throws InterruptedException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(factory.getClass().getClassLoader());
    try {
      return Contract.of(factory, posts).attemptAll(this::tell);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void tell(Finding finding) {
    out.println((finding.kept() ? "ok    " : "FAIL  ") + finding.promise());
    if (!finding.kept()) {
      out.println("      " + finding.broken());
    }
    out.flush();
  }
}
