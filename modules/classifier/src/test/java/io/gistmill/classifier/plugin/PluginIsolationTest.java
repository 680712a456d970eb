package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Listing;
import io.gistmill.classifier.TestPosts;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.testsupport.JavaJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plug-in sees, and what it does not.
class PluginIsolationTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void pluginsBringDifferentVersionsOfOneLibrary() throws IOException {
    // given
    for (String version : List.of("1", "2")) {
      Path plugin = folder.resolve("words" + version);
      Path library = library(version).write(plugin.resolve("library.jar"));
      Sources.of("words" + version)
          .saying("org.example.library.Library.version()")
          .jar()
          .against(library)
          .write(plugin.resolve("plugin.jar"));
    }

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(registry.problems()).isEmpty();
    assertThat(says(registry, "words1")).isEqualTo("version 1");
    assertThat(says(registry, "words2")).isEqualTo("version 2");
  }

  @Test
  void aPluginsOwnLibraryWinsOverGistmills() throws IOException {
    // given a library of the same names as one on Gistmill's class path
    String type = "tools.jackson.databind.ObjectMapper";
    Path library =
        new JavaJar()
            .source(
                type,
                """
                package tools.jackson.databind;
                public class ObjectMapper {
                  @Override public String toString() { return "the plug-in's own"; }
                }
                """)
            .write(folder.resolve("words/jackson.jar"));
    Sources.of("words")
        .saying("new " + type + "().toString()")
        .jar()
        .against(library)
        .write(folder.resolve("words/plugin.jar"));

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(says(registry, "words")).isEqualTo("the plug-in's own");
  }

  @Test
  void aPluginCannotEndTheProcess() throws IOException {
    // given
    Path library =
        new JavaJar()
            .source(
                "org.example.library.Door",
                """
                package org.example.library;
                public class Door {
                  public static String leave() {
                    try {
                      Runtime.getRuntime().halt(3);
                      return "gone";
                    } catch (SecurityException e) {
                      return e.getMessage();
                    }
                  }
                }
                """)
            .write(folder.resolve("words/library.jar"));
    Sources.of("words")
        .saying("org.example.library.Door.leave()")
        .jar()
        .against(library)
        .write(folder.resolve("words/plugin.jar"));

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(says(registry, "words")).isEqualTo("a classifier may not end the process");
  }

  @Test
  void aPluginSeesNothingElseOfGistmill() throws IOException {
    // given
    plugin("words", "look(\"io.gistmill.classifier.Tagger\")");
    plugin("kafka", "look(\"org.apache.kafka.common.TopicPartition\")");
    plugin("shared", "look(\"org.slf4j.Logger\") + look(\"io.gistmill.domain.Post\")");
    plugin("jdk", "look(\"java.net.http.HttpClient\") + look(\"java.sql.Connection\")");

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(says(registry, "words")).isEqualTo("hidden;");
    assertThat(says(registry, "kafka")).isEqualTo("hidden;");
    assertThat(says(registry, "shared")).isEqualTo("seen;seen;");
    assertThat(says(registry, "jdk")).isEqualTo("seen;seen;");
  }

  @Test
  void whatOthersPutIntoAPackageOfTheLogIsFoundInItsJars() throws IOException {
    // given
    new JavaJar()
        .source("org.slf4j.bridge.Own", "package org.slf4j.bridge; public class Own {}")
        .write(folder.resolve("words/bridge.jar"));
    plugin("words", "look(\"org.slf4j.bridge.Own\") + look(\"org.slf4j.bridge.Gone\")");

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(says(registry, "words")).isEqualTo("seen;hidden;");
  }

  @Test
  void aRewrittenClassKnowsItsJar() throws IOException {
    // given
    Path library =
        new JavaJar()
            .source(
                "org.example.library.Door",
                """
                package org.example.library;
                public class Door {
                  public static void leave() {
                    System.exit(3);
                  }
                  public static String jar() {
                    return Door.class.getProtectionDomain().getCodeSource().getLocation() + "";
                  }
                }
                """)
            .write(folder.resolve("words/library.jar"));
    Sources.of("words")
        .saying("org.example.library.Door.jar()")
        .jar()
        .against(library)
        .write(folder.resolve("words/plugin.jar"));

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(says(registry, "words")).isEqualTo(library.toUri().toURL().toString());
  }

  private void plugin(String name, String expression) throws IOException {
    Sources.of(name)
        .saying(expression)
        .initialising(
            """
            private static String look(String type) {
              try {
                Class.forName(type);
                return "seen;";
              } catch (ClassNotFoundException e) {
                return "hidden;";
              }
            }
            """)
        .jar()
        .write(folder.resolve(name + "/plugin.jar"));
  }

  @Test
  void serviceFilesAndResourcesOfGistmillAreNotFoundAgain() throws IOException {
    // given
    Sources.of("words")
        .saying(
            "String.valueOf(Factory.class.getResource(\"/log4j2-test.xml\")) + ServiceLoader.load("
                + "ClassifierFactory.class, Factory.class.getClassLoader()).stream().count()")
        .jar()
        .write(folder.resolve("words/plugin.jar"));

    // when
    ClassifierRegistry registry = discover();

    // then
    assertThat(registry.names()).containsExactly("words");
    assertThat(says(registry, "words")).isEqualTo("null1");
  }

  @Test
  void itsOwnClassLoaderIsTheThreadsContextWhileItWorks() throws IOException {
    // given
    String here =
        "Thread.currentThread().getContextClassLoader() == Factory.class.getClassLoader()";
    Sources.of("words")
        .constructing("made = " + here + ";")
        .initialising("private final boolean made;")
        .creating(
            "boolean created = "
                + here
                + "; return posts -> List.of(new Outcome.Failed(id(), made + \" \" + created + \" \""
                + " + ("
                + here
                + ")));")
        .jar()
        .write(folder.resolve("words/plugin.jar"));
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    // when
    String said = says(discover(), "words");

    // then
    assertThat(said).isEqualTo("true true true");
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void aPluginIsNeverAskedOnTheThreadOfTheStream() throws IOException {
    // given one that would like to be
    Sources.of("words").jar().write(folder.resolve("words/plugin.jar"));

    // when
    List<ActiveClassifier> active = discover().activate(List.of("words"));

    // then
    assertThat(active).extracting(ActiveClassifier::inPlace).containsExactly(false);
  }

  @Test
  void aListingTellsWhereItLies() throws IOException {
    // given
    Sources.of("words").jar().write(folder.resolve("some-words/plugin.jar"));

    // when
    List<Listing> listings = discover().listings();

    // then
    assertThat(listings).hasSize(1);
    assertThat(listings.getFirst().name()).isEqualTo("words");
    assertThat(listings.getFirst().origin()).isEqualTo(folder.resolve("some-words").toString());
    assertThat(listings.getFirst().topics()).containsExactly("words-topic");
  }

  @Test
  void aFolderThatDoesNotExistHoldsNone() {
    ClassifierRegistry registry =
        ClassifierRegistry.discover(getClass().getClassLoader(), folder.resolve("absent"));

    assertThat(registry.names()).isEmpty();
    assertThat(registry.problems()).isEmpty();
  }

  @Test
  void whatIsNoPluginIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve("README.md"), "our plug-ins");

    assertThat(discover().problems()).isEmpty();
  }

  private static JavaJar library(String version) {
    return new JavaJar()
        .source(
            "org.example.library.Library",
            """
            package org.example.library;
            public final class Library {
              public static String version() { return "version VERSION"; }
            }
            """
                .replace("VERSION", version));
  }

  private ClassifierRegistry discover() {
    return ClassifierRegistry.discover(getClass().getClassLoader(), folder);
  }

  private static String says(ClassifierRegistry registry, String name) {
    try (Classifier classifier = registry.activate(name).classifier()) {
      Outcome outcome = classifier.classify(List.of(TestPosts.post("p1", "text"))).getFirst();
      return ((Outcome.Failed) outcome).reason();
    }
  }
}
