package io.gistmill.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// What would let a machine, a moment or chance into the output. Whoever needs an exception names
/// the class here, with the reason.
final class PurityRules {

  /// Asks a cluster again and again, within a limit, since no event tells when a topic is there.
  private static final String ASKS_AGAIN = "io.gistmill.contracts.AdminCalls";

  /// Hands the machine's clock and zone to whoever is told to run by them.
  private static final String MACHINE = "io.gistmill.launcher.machine.Machine";

  /// Asks the machine which day it is, since what a service charges is limited by the day; no
  /// outcome depends on it but that nothing was asked.
  private static final String SPENDS = "io.gistmill.classifier.chat.ChatEngine";

  /// The same for summaries.
  private static final String SPENDS_TOO = "io.gistmill.classifier.chat.ChatSummariserEngine";

  private PurityRules() {}

  static Stream<Rule> all() {
    return Stream.of(now(), machine(), chance(), sleep(), exit(), statics());
  }

  private static Rule now() {
    DescribedPredicate<JavaAccess<?>> clocks =
        Targets.method(
                "now",
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                Year.class,
                YearMonth.class,
                ZonedDateTime.class)
            .or(Targets.method("currentTimeMillis", System.class))
            .or(Targets.method("system", Clock.class, InstantSource.class))
            .or(Targets.method("systemUTC", Clock.class))
            .or(Targets.method("systemDefaultZone", Clock.class))
            .or(Targets.bareConstructor(Date.class));
    return Rule.of(
        "time comes from ticks",
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MACHINE)
            .and()
            .doNotHaveFullyQualifiedName(SPENDS)
            .and()
            .doNotHaveFullyQualifiedName(SPENDS_TOO)
            .should()
            .accessTargetWhere(clocks)
            .because("a replay must give the same digests as the day itself"),
        "package io.gistmill.digest.desk; class Offender1 {"
            + " java.util.function.Supplier<java.time.Instant> it = java.time.Instant::now; }");
  }

  private static Rule machine() {
    DescribedPredicate<JavaAccess<?>> defaults =
        Targets.method("systemDefault", ZoneId.class)
            .or(Targets.method("getDefault", Locale.class, TimeZone.class));
    return Rule.of(
        "nothing depends on the machine's zone or language",
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MACHINE)
            .should()
            .accessTargetWhere(defaults)
            .because("the same log must give the same bytes on every machine"),
        "package io.gistmill.digest.render; class Offender1 {"
            + " Object it = java.time.ZoneId.systemDefault(); }");
  }

  private static Rule chance() {
    DescribedPredicate<JavaAccess<?>> draws =
        Targets.bareConstructor(Random.class, SplittableRandom.class)
            .or(Targets.method("random", Math.class))
            .or(Targets.method("randomUUID", UUID.class))
            .or(Targets.method("current", ThreadLocalRandom.class));
    return Rule.of(
        "ids are derived and seeds are given",
        noClasses()
            .should()
            .accessTargetWhere(draws)
            .because("whatever is drawn is different after a crash"),
        "package io.gistmill.domain; class Offender1 {"
            + " Object it = new java.util.SplittableRandom(); }");
  }

  /// For tests too.
  static Rule sleep() {
    return Rule.of(
        "nobody sleeps",
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ASKS_AGAIN)
            .should()
            .accessTargetWhere(
                Targets.method("sleep", Thread.class, TimeUnit.class)
                    .or(Targets.method("parkNanos", LockSupport.class)))
            .because("a fixed pause is too short on a busy machine and too long on any other"),
        "package io.gistmill.producer.publish; class Offender1 {"
            + " void it() throws InterruptedException { Thread.sleep(1); } }");
  }

  private static Rule exit() {
    return Rule.of(
        "only a main class ends the process",
        noClasses()
            .that(describe("have no main method", type -> !hasMain(type)))
            .should()
            .accessTargetWhere(
                Targets.method("exit", System.class, Runtime.class)
                    .or(Targets.method("halt", Runtime.class)))
            .because("whoever starts a service must be able to close it and to read its failure"),
        "package io.gistmill.runtime.streams; class Offender1 { void it() { System.exit(1); } }");
  }

  private static boolean hasMain(JavaClass type) {
    return type.tryGetMethod("main", String[].class).isPresent();
  }

  private static Rule statics() {
    return Rule.of(
        "no static field changes",
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("two services in one process would share it"),
        "package io.gistmill.contracts; class Offender1 { static String it; }");
  }
}
