package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierRegistryTest {

  @TempDir private Path folder;

  @Test
  void findsWhatTheServiceFilesName() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, Elm.class);

    assertThat(registry.names()).containsExactly("elm", "oak");
    assertThat(registry.problems()).isEmpty();
    assertThat(registry.activate(List.of("oak", "elm", "oak")))
        .extracting(ActiveClassifier::id)
        .containsExactly("oak@1", "elm@1");
  }

  @Test
  void listsTheKnownNamesForAnUnknownOne() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, Elm.class);

    assertThatThrownBy(() -> registry.activate(List.of("oak", "ash")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no classifier is called 'ash'; known are: elm, oak");
  }

  @Test
  void saysWhenThereIsNone() {
    ClassifierRegistry registry = ClassifierRegistry.discover(noClasses(List.of()));

    assertThatThrownBy(() -> registry.activate(List.of("oak")))
        .hasMessage("no classifier is called 'oak'; known are: none");
  }

  @Test
  void oneBrokenFactoryDoesNotStopTheOthers() throws IOException {
    ClassifierRegistry registry =
        discover(Exploding.class, Unnamed.class, Shouting.class, Unlinked.class, Oak.class);

    assertThat(registry.names()).containsExactly("oak");
    assertThat(registry.problems()).hasSize(4);
    assertThat(registry.problems().get(0)).endsWith("no licence for maple");
    assertThat(registry.problems().get(1)).endsWith("Unnamed cannot be used: its name is null");
    assertThat(registry.problems().get(2))
        .endsWith("its name 'OAK!' should hold lower-case letters, digits and dashes");
    assertThat(registry.problems().get(3)).endsWith("cannot be used: a library is missing");
  }

  @Test
  void aClassThatIsNotThereIsReported() throws IOException {
    ClassifierRegistry registry = discover(List.of("com.example.Gone", Oak.class.getName()));

    assertThat(registry.names()).containsExactly("oak");
    assertThat(registry.problems()).singleElement().asString().contains("com.example.Gone");
  }

  @Test
  void ofSeveralWithOneNameNoneIsUsed() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, SecondOak.class, Elm.class, ThirdOak.class);

    assertThat(registry.names()).containsExactly("elm");
    assertThat(registry.problems()).hasSize(2);
    assertThat(registry.problems().getFirst())
        .contains("'oak' is taken by")
        .contains("SecondOak and io")
        .endsWith("remove all but one");
    assertThatThrownBy(() -> registry.activate(List.of("oak")))
        .hasMessageContaining("known are: elm (the name 'oak' is taken by");
  }

  @Test
  void aFactoryThatMakesNothingIsNamed() throws IOException {
    ClassifierRegistry registry = discover(Lazy.class);

    assertThatThrownBy(() -> registry.activate(List.of("lazy")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("classifier 'lazy' could not be made: its factory made nothing");
  }

  private ClassifierRegistry discover(Class<?>... factories) throws IOException {
    return discover(List.of(factories).stream().map(Class::getName).toList());
  }

  private ClassifierRegistry discover(List<String> factories) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(ClassifierFactory.class.getName()), factories);
    return ClassifierRegistry.discover(noClasses(List.of(folder.toUri())));
  }

  /// Sees the test's classes, and the service files of the given folders.
  private static ClassLoader noClasses(List<URI> folders) {
    URL[] urls = folders.stream().map(ClassifierRegistryTest::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ClassifierRegistryTest.class.getClassLoader());
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A factory under a name.
  public abstract static class Named implements ClassifierFactory {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Set<String> topics() {
      return Set.of("trees");
    }

    @Override
    public Classifier create() {
      return WordClassifier.active(id(), 1, "trees").classifier();
    }
  }

  public static final class Oak extends Named {
    public Oak() {
      super("oak");
    }
  }

  public static final class SecondOak extends Named {
    public SecondOak() {
      super("oak");
    }
  }

  public static final class ThirdOak extends Named {
    public ThirdOak() {
      super("oak");
    }
  }

  public static final class Elm extends Named {
    public Elm() {
      super("elm");
    }
  }

  public static final class Shouting extends Named {
    public Shouting() {
      super("OAK!");
    }
  }

  public static final class Exploding extends Named {
    public Exploding() {
      super("maple");
      throw new IllegalStateException("no licence for maple");
    }
  }

  public static final class Unnamed extends Named {
    @SuppressWarnings("NullAway")
    public Unnamed() {
      super(null);
    }
  }

  public static final class Unlinked extends Named {
    public Unlinked() {
      super("unlinked");
    }

    @Override
    public Set<String> topics() {
      throw new NoClassDefFoundError("a library is missing");
    }
  }

  public static final class Lazy extends Named {
    public Lazy() {
      super("lazy");
    }

    @Override
    @SuppressWarnings("NullAway")
    public Classifier create() {
      return null;
    }
  }
}
