package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Listing;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.Tagging;
import io.gistmill.classifier.TestPosts;
import io.gistmill.classifier.api.ClassifierEngine;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Outcome;
import io.gistmill.testsupport.JavaJar;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each way in which a plug-in can be broken: it gets advice, and its sound neighbour works.
class BrokenPluginsTest {

  @TempDir private Path folder = Path.of("");

  /// Puts something broken into a folder.
  @FunctionalInterface
  interface Damage {
    void into(Path plugin) throws IOException;
  }

  /// @param what is wrong
  /// @param says what the advice holds
  record Case(String what, Damage damage, String... says) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "no service file",
            plugin -> Sources.of("broken").bare().write(plugin.resolve("broken.jar")),
            "no jar of it has a file META-INF/services/" + ClassifierFactory.class.getName(),
            "write one with the name of the factory's class"),
        new Case(
            "an empty service file",
            plugin ->
                Sources.of("broken")
                    .bare()
                    .service(ClassifierFactory.class, "# nothing")
                    .write(plugin.resolve("broken.jar")),
            "names no class; write the name"),
        new Case(
            "a service file that names a class that is not there",
            plugin ->
                Sources.of("broken")
                    .bare()
                    .service(ClassifierFactory.class, "com.example.Gone")
                    .write(plugin.resolve("broken.jar")),
            "Provider com.example.Gone not found",
            "a service file names public classes that implement ClassifierFactory"),
        new Case(
            "a class that is no factory",
            plugin ->
                Sources.of("broken")
                    .bare()
                    .source("com.example.Other", "package com.example; public class Other {}")
                    .service(ClassifierFactory.class, "com.example.Other")
                    .write(plugin.resolve("broken.jar")),
            "com.example.Other not a subtype"),
        new Case(
            "a constructor that throws",
            broken(
                Sources.of("broken")
                    .constructing("throw new IllegalStateException(\"no licence\");")),
            "com.example.broken.Factory cannot be used: it threw IllegalStateException (no licence)",
            "mend its constructor"),
        new Case(
            "a constructor with parameters",
            broken(Sources.of("broken").replacing("Factory()", "Factory(int size)")),
            "give the class a public constructor without parameters"),
        new Case(
            "a static initialiser that throws",
            broken(
                Sources.of("broken").initialising("static final int X = Integer.parseInt(\"y\");")),
            "its static initialiser threw NumberFormatException",
            "let the class load without it"),
        new Case(
            "a constructor that calls itself without end",
            broken(Sources.of("broken").constructing("new Factory();")),
            "its stack has overflowed"),
        new Case(
            "a library that was forgotten",
            plugin -> {
              Path library =
                  new JavaJar()
                      .source("org.example.Lib", "package org.example; public class Lib {}")
                      .write(plugin.resolve("../../elsewhere/lib.jar"));
              Sources.of("broken")
                  .initialising("static final Object LIB = new org.example.Lib();")
                  .jar()
                  .against(library)
                  .write(plugin.resolve("broken.jar"));
            },
            "the class org.example.Lib is not in its jars",
            "put the library that has it beside them"),
        new Case(
            "compiled for a newer Java",
            plugin ->
                Sources.of("broken")
                    .jar()
                    .compiledFor("com/example/broken/Factory.class", 40)
                    .write(plugin.resolve("broken.jar")),
            "com.example.broken.Factory was compiled for Java 40, and this is Java "
                + Runtime.version().feature(),
            "compile it with --release " + Runtime.version().feature()),
        new Case(
            "a jar that is no jar",
            plugin -> Files.writeString(plugin.resolve("broken.jar"), "<html>Not found</html>"),
            "broken.jar cannot be read as a jar",
            "build or copy it anew"),
        new Case("an empty folder", plugin -> {}, "neither jars nor a classifier.yml"),
        new Case(
            "jars and settings",
            plugin -> {
              Sources.of("broken").jar().write(plugin.resolve("broken.jar"));
              Files.writeString(plugin.resolve("classifier.yml"), "engine: echo\n");
            },
            "holds jars and a classifier.yml",
            "take the other away"),
        new Case(
            "a name that breaks the rules",
            broken(Sources.of("broken").replacing("return \"NAME\"", "return \"Broken One\"")),
            "its name 'Broken One' should hold lower-case letters, digits and dashes"),
        new Case(
            "a name that is null",
            broken(Sources.of("broken").replacing("return \"NAME\"", "return null")),
            "its name() returns null; return a value"),
        new Case(
            "topics that are null",
            broken(Sources.of("broken").replacing("Set.of(\"NAME-topic\")", "null")),
            "its topics() returns null"),
        new Case(
            "a topic that can be no stream",
            broken(Sources.of("broken").replacing("NAME-topic", "Weather & Climate")),
            "its topic 'Weather & Climate' should hold lower-case letters, digits and dashes"),
        new Case(
            "the topic of all posts",
            broken(Sources.of("broken").replacing("NAME-topic", "all")),
            "its topic 'all' is the name of a stream of all classifiers; rename it"),
        new Case(
            "a version of two words",
            broken(Sources.of("broken").replacing("return \"1\"", "return \"first try\"")),
            "its version 'first try' should hold"),
        new Case(
            "too long a time limit",
            broken(
                Sources.of("broken")
                    .initialising(
                        "@Override public java.time.Duration timeLimit() {"
                            + " return java.time.Duration.ofHours(1); }")),
            "its timeLimit() of PT1H should lie above PT0S and at most at PT1M"),
        new Case(
            "a batch of none",
            broken(Sources.of("broken").initialising("@Override public int batch() { return 0; }")),
            "its batch() of 0 should be from 1 to 32"),
        new Case(
            "the name of a neighbour",
            broken(Sources.of("broken").replacing("return \"NAME\"", "return \"a-sound-one\"")),
            "the name 'a-sound-one' is taken by the plug-in in",
            "which stays; rename this one"),
        new Case(
            "settings without an engine",
            plugin -> Files.writeString(plugin.resolve("classifier.yml"), "url: x\n"),
            "it names no engine; write 'engine: ' and one of: (none is installed)"),
        new Case(
            "settings that are no YAML",
            plugin -> Files.writeString(plugin.resolve("classifier.yml"), "engine: [\n"),
            "classifier.yml: line",
            "not readable as YAML"));
  }

  private static Damage broken(Sources sources) {
    return plugin -> sources.jar().write(plugin.resolve("broken.jar"));
  }

  @BeforeEach
  void soundNeighbour() throws IOException {
    Sources.of("a-sound-one").jar().write(folder.resolve("plugins/a-sound-one/plugin.jar"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachGetsAdviceAndStopsNoOther(Case broken) throws IOException {
    // given
    broken.damage().into(Files.createDirectory(folder.resolve("plugins/broken")));

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(registry.names()).containsExactly("a-sound-one");
    assertThat(registry.problems()).hasSize(1);
    assertThat(registry.problems().getFirst())
        .startsWith("plug-in 'broken' (" + folder.resolve("plugins/broken") + "): ")
        .contains(broken.says());
    assertThat(reason(registry, "a-sound-one")).isEqualTo("here");
  }

  @Test
  void aJarBesideTheFoldersIsToldItsPlace() throws IOException {
    Sources.of("loose").jar().write(folder.resolve("plugins/loose.jar"));

    assertThat(discover().problems())
        .singleElement()
        .asString()
        .contains("move it to " + folder.resolve("plugins/loose/loose.jar"));
  }

  @Test
  void aNameOfGistmillsOwnStaysGistmills() throws IOException {
    // given
    Path own = Sources.of("taxonomy").jar().write(folder.resolve("own/own.jar"));
    Sources.of("taxonomy").jar().write(folder.resolve("plugins/taxonomy/plugin.jar"));
    try (var loader = new URLClassLoader(new URL[] {own.toUri().toURL()}, loader())) {

      // when
      ClassifierRegistry registry = ClassifierRegistry.discover(loader, folder.resolve("plugins"));

      // then
      assertThat(registry.listings())
          .extracting(Listing::name, Listing::origin)
          .contains(tuple("taxonomy", Listing.OWN));
      assertThat(registry.problems())
          .singleElement()
          .asString()
          .contains("'taxonomy' is taken by a classifier that comes with Gistmill, which stays");
    }
  }

  @Test
  void codeThatNeverReturnsWhileItLoadsIsLeftBehind() throws IOException {
    // given
    Sources.of("broken")
        .constructing("while (true) { Thread.onSpinWait(); if (Thread.interrupted()) return; }")
        .jar()
        .write(folder.resolve("plugins/broken/plugin.jar"));
    var plugins = new PluginFolder(List.of(), getClass().getClassLoader(), Duration.ofMillis(300));

    // when
    FoundPlugin found = plugins.open(folder.resolve("plugins/broken"));

    // then
    assertThat(found.factories()).isEmpty();
    assertThat(found.problems())
        .singleElement()
        .asString()
        .startsWith("its classes were not loaded within 300 ms; do slow work in create()");
  }

  @Test
  void aFolderThatMayNotBeReadIsTold() throws IOException {
    // given a file where the folder of plug-ins should be: rights do not hold for every user
    Path file = Files.writeString(folder.resolve("file"), "");

    // when
    ClassifierRegistry registry = ClassifierRegistry.discover(getClass().getClassLoader(), file);

    // then
    assertThat(registry.problems())
        .singleElement()
        .asString()
        .contains("cannot be read as a folder", "name a folder that holds plug-ins");
  }

  @ParameterizedTest
  @MethodSource("failingToBeMade")
  void whatCannotBeMadeFailsPostByPostAndDoesNotStopTheStart(String create, String reason)
      throws IOException {
    // given
    Sources.of("broken").creating(create).jar().write(folder.resolve("plugins/broken/plugin.jar"));
    ClassifierRegistry registry = discover();

    // when
    try (Taggers taggers = registry.taggers(registry.names(), Tagger.THRESHOLD, System::nanoTime)) {
      List<Outcome> outcomes =
          taggers.with(new TreeMap<>()).tag(TestPosts.post("p", "text")).outcomes();

      // then
      assertThat(outcomes)
          .containsExactly(
              new Outcome.Failed("a-sound-one@1", "here"),
              new Outcome.Failed("broken@1", "it could not be made: " + reason));
    }
  }

  static Stream<Arguments> failingToBeMade() {
    return Stream.of(
        Arguments.of(
            "throw new IllegalStateException(\"no model\");",
            "it threw IllegalStateException (no model)"),
        Arguments.of(
            "return null;",
            "it threw NullPointerException (its create() returns null; return a classifier)"));
  }

  @Test
  void aSwitchOutlivesThePluginThatItWasWrittenFor() throws IOException {
    // given
    Path jar = folder.resolve("plugins/weather/plugin.jar");
    Sources.of("weather").jar().write(jar);
    SortedMap<String, ClassifierSwitch> on = new TreeMap<>();
    on.put("weather", discover().standard("weather"));
    Files.delete(jar);
    Files.delete(folder.resolve("plugins/weather"));
    ClassifierRegistry registry = discover();

    // when
    try (Taggers taggers = registry.taggers(List.of(), Tagger.THRESHOLD, System::nanoTime)) {
      Tagging tagging = taggers.with(on).tag(TestPosts.post("p", "text"));

      // then
      assertThat(tagging.outcomes())
          .singleElement()
          .isEqualTo(
              new Outcome.Failed(
                  "weather@1", "no classifier is called 'weather'; known are: a-sound-one"));
    }
  }

  @Test
  void aSwitchOutlivesAnotherVersionOfItsPlugin() throws IOException {
    // given
    SortedMap<String, ClassifierSwitch> on = new TreeMap<>();
    on.put("a-sound-one", discover().standard("a-sound-one"));
    Sources.of("a-sound-one")
        .replacing("return \"1\"", "return \"2\"")
        .jar()
        .write(folder.resolve("plugins/a-sound-one/plugin.jar"));
    ClassifierRegistry registry = discover();

    // when
    try (Taggers taggers = registry.taggers(List.of(), Tagger.THRESHOLD, System::nanoTime)) {
      Tagging tagging = taggers.with(on).tag(TestPosts.post("p", "text"));

      // then
      assertThat(tagging.outcomes()).singleElement().isInstanceOf(Outcome.Failed.class);
      assertThat(tagging.outcomes().toString())
          .contains("was written for a-sound-one@1", "this installation has a-sound-one@2");
    }
  }

  @Test
  void aSwitchOutlivesOtherTopicsOfItsPlugin() throws IOException {
    // given
    ClassifierRegistry registry = discover();
    ClassifierSwitch standard = registry.standard("a-sound-one");
    var other =
        new ClassifierSwitch(
            standard.classifier(),
            standard.version(),
            standard.configuration(),
            new TreeMap<>(Map.of("gone", "Gone")));

    // when
    try (Taggers taggers = registry.taggers(List.of(), Tagger.THRESHOLD, System::nanoTime)) {
      Tagging tagging =
          taggers
              .with(new TreeMap<>(Map.of("a-sound-one", other)))
              .tag(TestPosts.post("p", "text"));

      // then
      assertThat(tagging.outcomes().toString())
          .contains("was written for a-sound-one@1 with the topics [gone]");
    }
  }

  @ParameterizedTest
  @MethodSource("configuring")
  void codeThatConfiguresIsHeldInBounds(String body, String reason) throws IOException {
    // given
    Sources.of("broken")
        .initialising(
            "@Override public ClassifierFactory configured(String configuration) {" + body + "}")
        .jar()
        .write(folder.resolve("plugins/broken/plugin.jar"));
    ClassifierFactory bare =
        FoundPlugin.bare(
            new PluginFolder(List.of(), loader())
                .open(folder.resolve("plugins/broken"))
                .factories()
                .getFirst());
    var factory =
        new PluginFactory(
            bare, new PluginContext(bare.getClass().getClassLoader()), Duration.ofMillis(300));

    // when, then
    assertThatThrownBy(() -> factory.configured("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> configuring() {
    return Stream.of(
        Arguments.of(
            "while (!Thread.interrupted()) Thread.onSpinWait(); return this;",
            "its configured() took longer than 300 ms"),
        Arguments.of("return configured(configuration);", "its stack has overflowed"),
        Arguments.of("throw new NoClassDefFoundError(\"org/example/Lib\");", "org.example.Lib"),
        Arguments.of("throw new IllegalArgumentException(\"two mistakes\");", "two mistakes"),
        Arguments.of("return null;", "its configured() returns null"));
  }

  @Test
  void anEngineMakesAClassifierOfSettings() throws IOException {
    // given
    Path plugin = Files.createDirectories(folder.resolve("plugins/echo-one"));
    Files.writeString(plugin.resolve("classifier.yml"), "engine: echo\nsays: hello\n");

    // when
    FoundPlugin found = new PluginFolder(List.of(new Echo()), loader()).open(plugin);

    // then
    assertThat(found.problems()).isEmpty();
    assertThat(found.factories()).extracting(ClassifierFactory::name).containsExactly("echo-one");
  }

  @Test
  void anUnknownEngineIsToldTheKnownOnes() throws IOException {
    // given
    Path plugin = Files.createDirectories(folder.resolve("plugins/echo-one"));
    Files.writeString(plugin.resolve("classifier.yml"), "engine: http\n");

    // when
    FoundPlugin found = new PluginFolder(List.of(new Echo()), loader()).open(plugin);

    // then
    assertThat(found.problems())
        .containsExactly(
            "classifier.yml: no engine is called 'http'; write 'engine: ' and one of: echo");
  }

  @Test
  void whatAnEngineHasAgainstSettingsIsTold() throws IOException {
    // given
    Path plugin = Files.createDirectories(folder.resolve("plugins/echo-one"));
    Files.writeString(plugin.resolve("classifier.yml"), "engine: echo\n");

    // when
    FoundPlugin found = new PluginFolder(List.of(new Echo()), loader()).open(plugin);

    // then
    assertThat(found.problems()).containsExactly("classifier.yml: says: missing; write 'says: x'");
  }

  private static ClassLoader loader() {
    return BrokenPluginsTest.class.getClassLoader();
  }

  private static String reason(ClassifierRegistry registry, String name) {
    try (var classifier = registry.activate(name).classifier()) {
      return ((Outcome.Failed) classifier.classify(List.of(TestPosts.post("p", "x"))).getFirst())
          .reason();
    }
  }

  private ClassifierRegistry discover() {
    return ClassifierRegistry.discover(loader(), folder.resolve("plugins"));
  }

  /// Needs the setting `says`.
  private static final class Echo implements ClassifierEngine {

    @Override
    public String kind() {
      return "echo";
    }

    @Override
    public ClassifierFactory factory(String name, String settings, Path folder) {
      if (!settings.contains("says: ")) {
        throw new IllegalArgumentException("says: missing; write 'says: x'");
      }
      return new EchoFactory(name);
    }
  }
}
