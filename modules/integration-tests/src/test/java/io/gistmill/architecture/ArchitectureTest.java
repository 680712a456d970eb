package io.gistmill.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The directions and prohibitions that hold for the code that ships, and proof that each of them
/// can be broken.
class ArchitectureTest {

  private static final Pattern MODULE = Pattern.compile("<module>modules/([^<]+)</module>");

  /// They see everything by their nature, and nothing depends on them.
  private static final Set<String> SEE_ALL = Set.of("integration-tests", "benchmarks");

  private static MainClasses classes;

  @BeforeAll
  static void readClasses() {
    classes = MainClasses.read();
  }

  static Stream<Rule> rules() {
    return Stream.concat(DirectionRules.all(), PurityRules.all());
  }

  static List<CodeModule> modules() {
    return CodeModule.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCodeKeepsTheRule(Rule rule) {
    rule.rule().allowEmptyShould(false).check(classes.code());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleRejectsWhatBreaksIt(Rule rule, @TempDir Path folder) throws IOException {
    JavaClasses offence = Offence.compile(rule.offence(), folder);

    assertThatThrownBy(() -> rule.rule().check(offence))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Offender1");
  }

  @Test
  void testsWaitForFactsAndNeverSleep() {
    PurityRules.sleep().rule().check(classes.withTests());
  }

  @Test
  void theTableNamesEveryModule() throws IOException {
    String pom = Files.readString(MainClasses.ROOT.resolve("pom.xml"), StandardCharsets.UTF_8);
    Set<String> built = new TreeSet<>();
    MODULE.matcher(pom).results().forEach(module -> built.add(module.group(1)));
    built.removeAll(SEE_ALL);

    Set<String> known = CodeModule.ALL.stream().map(CodeModule::folder).collect(Collectors.toSet());

    assertThat(known).isEqualTo(built);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyClassLiesUnderItsModulesPackage(CodeModule module) {
    List<JavaClass> compiled =
        classes.code().stream()
            .filter(type -> MainClasses.lies(type, module.folder() + "/target/classes"))
            .toList();

    assertThat(compiled)
        .isNotEmpty()
        .allMatch(type -> CodeModule.of(type).filter(module::equals).isPresent());
  }

  @Test
  void everyBusinessPackageExists() {
    Set<String> packages =
        classes.code().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(DirectionRules.business())
        .allMatch(business -> packages.contains(business.replace("..", "")));
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = unmarked(classes.code());

    assertThat(unmarked).as("packages whose package-info lacks @NullMarked").isEmpty();
  }

  @Test
  void anUnmarkedPackageIsFound(@TempDir Path folder) throws IOException {
    JavaClasses offence =
        Offence.compile(List.of("package io.gistmill.bare; class Offender1 {}"), folder);

    assertThat(unmarked(offence)).containsExactly("io.gistmill.bare");
  }

  private static Set<String> unmarked(JavaClasses classes) {
    Set<String> packages = new TreeSet<>();
    classes.stream()
        .filter(type -> !isTemplate(type))
        .map(JavaClass::getPackage)
        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
        .forEach(found -> packages.add(found.getName()));
    return packages;
  }

  /// Generated, together with the nameless classes inside, which hold parts of a page.
  private static boolean isTemplate(JavaClass type) {
    return type.getName().startsWith(type.getPackageName() + ".Jte");
  }
}
