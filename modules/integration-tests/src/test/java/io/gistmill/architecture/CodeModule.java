package io.gistmill.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One module with code that ships or supports tests.
///
/// @param folder below `modules`
/// @param root the package under which all its classes lie
/// @param allowed folders of the modules that it may use
/// @param reason why no more are allowed
record CodeModule(String folder, String root, List<String> allowed, String reason) {

  private static final List<String> SENDERS =
      List.of("domain", "contracts", "service-runtime", "query", "delivery", "web-client");

  private static final String MEET_ON_TOPICS =
      "services meet on topics alone, so that each can be deployed, scaled and replaced by itself";

  static final List<CodeModule> ALL =
      List.of(
          new CodeModule(
              "domain", "io.gistmill.domain", List.of(), "everything else stands on the domain"),
          new CodeModule(
              "classifier-api",
              "io.gistmill.classifier.api",
              List.of("domain"),
              "whoever writes a classifier should need to know nothing but posts"),
          new CodeModule(
              "classifier-tck",
              "io.gistmill.classifier.tck",
              List.of("domain", "classifier-api"),
              "whoever tests a classifier needs what its author has, and JUnit"),
          new CodeModule(
              "service-runtime",
              "io.gistmill.runtime",
              List.of(),
              "a runner of state machines must not know any of them"),
          new CodeModule(
              "contracts",
              "io.gistmill.contracts",
              List.of("domain"),
              "the catalogue of topics is shared by services that know nothing of one another"),
          new CodeModule(
              "embedded-kafka",
              "io.gistmill.embeddedkafka",
              List.of(),
              "the broker is a stand-in for a cluster, which knows nothing of Gistmill"),
          new CodeModule(
              "classifiers/engine-support",
              "io.gistmill.classifier.engine",
              List.of("domain", "classifier-api"),
              "what engines share must not know any of them"),
          new CodeModule(
              "classifiers/taxonomy",
              "io.gistmill.classifier.taxonomy",
              List.of("domain", "classifier-api", "classifiers/engine-support"),
              "our own classifiers get no more than anybody else's, but the reading of settings"),
          new CodeModule(
              "classifiers/http",
              "io.gistmill.classifier.http",
              List.of("domain", "classifier-api", "classifiers/engine-support", "web-client"),
              "an engine gets no more than anybody else's classifier, but the guarded client"),
          new CodeModule(
              "classifiers/chat",
              "io.gistmill.classifier.chat",
              List.of("domain", "classifier-api", "classifiers/engine-support", "web-client"),
              "an engine gets no more than anybody else's classifier, but the guarded client"),
          new CodeModule(
              "classifiers/trained",
              "io.gistmill.classifier.trained",
              List.of("domain", "classifier-api", "classifiers/taxonomy"),
              "our own classifiers get no more than anybody else's, but the terms of the taxonomy"),
          new CodeModule(
              "query",
              "io.gistmill.query",
              List.of("domain"),
              "who checks a filter and who applies it must read it in the same way"),
          new CodeModule(
              "classifiers/embedding",
              "io.gistmill.classifier.embedding",
              List.of("domain", "classifiers/trained", "classifiers/neural"),
              "what is heavy serves the trained classifier alone, and can be left out"),
          new CodeModule(
              "classifiers/neural",
              "io.gistmill.classifier.neural",
              List.of(),
              "what runs models serves whoever brings one"),
          new CodeModule(
              "classifiers/onnx",
              "io.gistmill.classifier.onnx",
              List.of(
                  "domain", "classifier-api", "classifiers/engine-support", "classifiers/neural"),
              "an engine gets no more than anybody else's classifier, but what runs models"),
          new CodeModule(
              "web-client",
              "io.gistmill.web",
              List.of(),
              "a guarded client of HTTP serves whoever meets addresses that somebody typed"),
          new CodeModule(
              "delivery",
              "io.gistmill.delivery",
              List.of("domain", "web-client"),
              "handing over a message needs to know nothing of where it comes from"),
          new CodeModule(
              "producer",
              "io.gistmill.producer",
              List.of("domain", "contracts", "service-runtime", "web-client"),
              MEET_ON_TOPICS),
          new CodeModule(
              "classifier",
              "io.gistmill.classifier",
              List.of("domain", "contracts", "service-runtime", "classifier-api"),
              MEET_ON_TOPICS + "; classifiers are found, never compiled against"),
          new CodeModule("digest", "io.gistmill.digest", SENDERS, MEET_ON_TOPICS),
          new CodeModule("gateway", "io.gistmill.gateway", SENDERS, MEET_ON_TOPICS),
          new CodeModule(
              "launcher",
              "io.gistmill.launcher",
              List.of(
                  "domain",
                  "contracts",
                  "service-runtime",
                  "embedded-kafka",
                  "classifier-api",
                  "classifier-tck",
                  "query",
                  "web-client",
                  "delivery",
                  "producer",
                  "classifier",
                  "classifiers/trained",
                  "digest",
                  "gateway"),
              "the launcher finds classifiers as plug-ins, though it names the one that it trains,"
                  + " and test code does not ship"),
          new CodeModule(
              "test-support",
              "io.gistmill.testsupport",
              List.of("domain", "contracts", "service-runtime", "embedded-kafka"),
              "the tests of every service use it, so it may use none of them"));

  /// The module of a class by its package; empty for classes that are not ours.
  static Optional<CodeModule> of(JavaClass type) {
    return ALL.stream()
        .filter(module -> module.holds(type))
        .max(Comparator.comparingInt(module -> module.root.length()));
  }

  private boolean holds(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(root + ".");
  }

  DescribedPredicate<JavaClass> classes() {
    return DescribedPredicate.describe(
        "are in " + folder, type -> of(type).filter(this::equals).isPresent());
  }

  DescribedPredicate<JavaClass> forbidden() {
    return DescribedPredicate.describe(
        "are in a module other than " + folder + " and " + allowed,
        type -> of(type).filter(module -> !mayUse(module)).isPresent());
  }

  private boolean mayUse(CodeModule module) {
    return module.equals(this) || allowed.contains(module.folder);
  }
}
