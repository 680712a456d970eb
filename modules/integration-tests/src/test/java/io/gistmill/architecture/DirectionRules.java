package io.gistmill.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.stream.Stream;

/// Who may use whom.
final class DirectionRules {

  private static final String[] BUSINESS = {
    "io.gistmill.domain..",
    "io.gistmill.classifier",
    "io.gistmill.classifier.api..",
    "io.gistmill.classifier.taxonomy..",
    "io.gistmill.digest.courier.ledger..",
    "io.gistmill.digest.desk..",
    "io.gistmill.digest.mailroom..",
    "io.gistmill.digest.render..",
    "io.gistmill.producer.archive..",
    "io.gistmill.producer.clock..",
    "io.gistmill.producer.feed..",
    "io.gistmill.producer.source",
    "io.gistmill.web..",
    "io.gistmill.runtime.state.."
  };

  private DirectionRules() {}

  static Stream<Rule> all() {
    return Stream.concat(
        CodeModule.ALL.stream().map(DirectionRules::directions),
        Stream.of(
            domain(),
            concreteClassifiers(),
            streams(),
            windowedStores(),
            businessWithoutKafka(),
            businessWithoutClock(),
            broker(),
            cycles()));
  }

  /// The packages in which Gistmill's own rules stand, as plain Java.
  static List<String> business() {
    return List.of(BUSINESS);
  }

  private static Rule directions(CodeModule module) {
    String stranger =
        module.folder().equals("launcher")
            ? "io.gistmill.testsupport.MemoryTable<String>"
            : "io.gistmill.launcher.Main";
    return Rule.of(
        "directions of " + module.folder(),
        noClasses()
            .that(module.classes())
            .should()
            .dependOnClassesThat(module.forbidden())
            .because(module.reason()),
        "package " + module.root() + "; class Offender1 { " + stranger + " it; }");
  }

  private static Rule domain() {
    return Rule.of(
        "the domain is plain Java",
        classes()
            .that()
            .resideInAPackage("io.gistmill.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.gistmill.domain..", "org.jspecify..")
            .because("what a post or a digest is must outlive every library"),
        "package io.gistmill.domain; class Offender1 { org.slf4j.Logger log; }");
  }

  /// The trained classifier weighs the terms of the taxonomy with all else, so it names that one.
  private static Rule concreteClassifiers() {
    return Rule.of(
        "no code names a concrete classifier",
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "io.gistmill.classifier.taxonomy..", "io.gistmill.classifier.trained..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gistmill.classifier.taxonomy..")
            .because("what our own classifiers can do, a plug-in must be able to do"),
        "package io.gistmill.launcher; class Offender1 {"
            + " Object it = new io.gistmill.classifier.taxonomy.TaxonomyClassifierFactory(); }");
  }

  private static Rule streams() {
    return Rule.of(
        "Kafka Streams stays in the shell",
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "..topology..", "io.gistmill.contracts..", "io.gistmill.runtime.streams..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..")
            .because("a rule that needs a topology to be tested will not be tested enough"),
        "package io.gistmill.digest.desk;"
            + " class Offender1 { org.apache.kafka.streams.StreamsBuilder it; }");
  }

  private static Rule windowedStores() {
    return Rule.of(
        "no windowed stores",
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "org\\.apache\\.kafka\\.streams\\.(state|kstream)\\."
                    + "(Timestamped)?(Window|Session|TimeWindow|SlidingWindow).*")
            .because(
                "their changelogs go by record time, and an old archive would lose its state at the"
                    + " first retention check"),
        "package io.gistmill.digest.topology; class Offender1 {"
            + " org.apache.kafka.streams.state.WindowStore<String, String> it; }");
  }

  private static Rule businessWithoutKafka() {
    return Rule.of(
        "business rules know nothing of Kafka",
        noClasses()
            .that()
            .resideInAnyPackage(BUSINESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.rocksdb..")
            .because("the simulator runs them a thousand times a minute over logs in memory"),
        "package io.gistmill.digest.mailroom; class Offender1 {"
            + " org.apache.kafka.clients.producer.Producer<String, String> it; }");
  }

  private static Rule businessWithoutClock() {
    return Rule.of(
        "business rules measure no time",
        noClasses()
            .that()
            .resideInAnyPackage(BUSINESS)
            .should()
            .accessTargetWhere(Targets.method("nanoTime", System.class))
            .because("a clock may say when to pause, never what to decide"),
        "package io.gistmill.digest.desk; class Offender1 {"
            + " java.util.function.LongSupplier it = System::nanoTime; }");
  }

  private static Rule broker() {
    return Rule.of(
        "broker classes stay in embedded-kafka",
        noClasses()
            .that()
            .resideOutsideOfPackage("io.gistmill.embeddedkafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "kafka..",
                "org.apache.kafka.controller..",
                "org.apache.kafka.coordinator..",
                "org.apache.kafka.image..",
                "org.apache.kafka.metadata..",
                "org.apache.kafka.raft..",
                "org.apache.kafka.server..",
                "org.apache.kafka.storage..")
            .because("they are no public API of Kafka and change with every release"),
        "package io.gistmill.launcher; class Offender1 { kafka.server.KafkaRaftServer it; }");
  }

  private static Rule cycles() {
    return Rule.of(
        "packages form no cycle",
        slices()
            .matching("io.gistmill.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle can only be understood all at once"),
        "package io.gistmill.a; public class Offender1 { io.gistmill.b.Offender2 it; }",
        "package io.gistmill.b; public class Offender2 { io.gistmill.a.Offender1 it; }");
  }
}
