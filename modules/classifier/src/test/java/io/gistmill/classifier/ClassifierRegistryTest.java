package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  @Test
  void aClassifierIsTheOneThatItsSwitchDescribes() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, Grove.class);

    ClassifierSwitch oak = registry.standard("oak");
    ClassifierSwitch grove = registry.switchTo("grove", "birch larch");

    assertThat(oak)
        .isEqualTo(new ClassifierSwitch("oak", "1", "", new TreeMap<>(Map.of("trees", "trees"))));
    assertThat(grove.id()).isEqualTo("grove@birch-larch");
    assertThat(grove.topics()).containsExactly(entry("birch", "Birches"), entry("larch", "larch"));
    assertThat(registry.activate(grove).id()).isEqualTo("grove@birch-larch");
    assertThat(registry.activate(oak).topics()).containsExactly("trees");
  }

  @Test
  void whatIsAddedStandsBesideWhatWasActive() throws IOException {
    ClassifierRegistry registry = discover(Grove.class);
    ClassifierSwitch active = registry.switchTo("grove", "birch larch");

    ClassifierSwitch more = registry.add(active, "yew");

    assertThat(more.configuration()).isEqualTo("birch larch yew");
    assertThat(more.topics()).containsOnlyKeys("birch", "larch", "yew");
  }

  @Test
  void mistakesOfAConfigurationAreTold() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, Grove.class);

    assertThatThrownBy(() -> registry.switchTo("grove", "birch BIRCH"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such trees: BIRCH");
    assertThatThrownBy(() -> registry.switchTo("oak", "birch"))
        .hasMessage("the classifier 'oak' takes no configuration");
    assertThatThrownBy(() -> registry.add(registry.standard("oak"), "birch"))
        .hasMessage("nothing can be added to the classifier 'oak'");
    assertThatThrownBy(() -> registry.switchTo("ash", "birch"))
        .hasMessage("no classifier is called 'ash'; known are: grove, oak");
    assertThatThrownBy(() -> registry.switchTo("grove", "x".repeat(600_000)))
        .hasMessageContaining("has 600000 bytes; at most 524288 fit into a switch");
  }

  @Test
  void whatComesWithGistmillGoesByItsOwnVersionBehindASwitchOfAnotherRelease() throws IOException {
    // given
    ClassifierRegistry registry = discover(Grove.class);
    var written = new ClassifierSwitch("grove", "9", "birch", new TreeMap<>());
    var ofALaterRelease = new ClassifierSwitch("grove", "9", "OAK", new TreeMap<>());

    // when
    ActiveClassifier active = registry.activate(written);
    try (Taggers taggers = registry.taggers(List.of(), Tagger.THRESHOLD, System::nanoTime)) {
      taggers.with(new TreeMap<>(Map.of("grove", written)));

      // then
      assertThat(active.id()).isEqualTo("grove@birch");
      assertThat(active.topics()).containsExactly("birch");
      assertThat(taggers.states()).extracting(state -> state.to().id()).contains("grove@birch");
      assertThat(ClassifierSet.of(registry, List.of(written)).ids()).contains("grove@birch");
    }

    // and: a configuration that is not understood stops it
    assertThatThrownBy(() -> registry.activate(ofALaterRelease)).hasMessage("no such trees: OAK");
    assertThat(registry.asInstalled(ofALaterRelease)).isEqualTo(ofALaterRelease);
    assertThat(registry.asInstalled(written.switchedOff()))
        .isEqualTo(registry.switchTo("grove", "birch").switchedOff());
  }

  @Test
  void taggersAreSharedByThoseWhoAskForTheSame() throws IOException {
    ClassifierRegistry registry = discover(Oak.class, Grove.class);
    Taggers taggers = registry.taggers(List.of("oak"), Tagger.THRESHOLD, System::nanoTime);
    var switches = new TreeMap<String, ClassifierSwitch>();
    Tagger before = taggers.with(switches);
    switches.put("grove", registry.switchTo("grove", "yew"));

    Tagger after = taggers.with(switches);

    assertThat(after).isNotSameAs(before).isSameAs(taggers.with(new TreeMap<>(switches)));
    assertThat(before.topics()).containsExactly("trees");
    assertThat(after.topics()).containsExactly("trees", "yew");
    assertThat(taggers.with(new TreeMap<>())).isSameAs(before);
  }

  @Test
  void taggersAreClosedTogether() throws IOException {
    Taggers taggers =
        discover(Oak.class).taggers(List.of("oak"), Tagger.THRESHOLD, System::nanoTime);
    Tagger tagger = taggers.with(new TreeMap<>());

    taggers.close();
    taggers.close();

    assertThatThrownBy(() -> tagger.tag(TestPosts.post("p1", "trees")))
        .hasMessage("the classifiers have been closed");
    assertThatThrownBy(() -> taggers.with(new TreeMap<>()))
        .hasMessage("the classifiers have been closed");
  }

  @Test
  @Timeout(30)
  void oneThatHangsWhileItIsClosedForAnEndedThreadHoldsUpNobody() throws Exception {
    // given
    Taggers taggers =
        discover(Clinging.class).taggers(List.of("clinging"), Tagger.THRESHOLD, System::nanoTime);
    Thread ended = Thread.ofPlatform().start(() -> taggers.with(new TreeMap<>()));
    ended.join();
    Clinging.CLINGS.set(true);

    // when
    Tagger tagger = taggers.with(new TreeMap<>());
    Tagging tagging = tagger.tag(TestPosts.post("p1", "trees"));

    // then
    Clinging.CLOSING.await();
    assertThat(tagging.topics()).hasSize(1);
    Clinging.LET.countDown();
    taggers.close();
  }

  @Test
  void theOneOfASwitchThatIsPastIsClosedWhenNobodyUsesIt() throws IOException {
    // given
    ClassifierRegistry registry = discover(Oak.class, Grove.class);
    try (Taggers taggers = registry.taggers(List.of("oak"), Tagger.THRESHOLD, System::nanoTime)) {
      Tagger past = taggers.with(new TreeMap<>());
      assertThat(taggers.with(new TreeMap<>())).isSameAs(past);
      var switches = new TreeMap<String, ClassifierSwitch>();
      switches.put("grove", registry.switchTo("grove", "yew"));
      Tagger present = taggers.with(switches);

      // when
      taggers.release(past);
      Tagging stillUsed = past.tag(TestPosts.post("p1", "trees"));
      taggers.release(past);
      taggers.release(present);

      // then
      assertThat(stillUsed.topics()).hasSize(1);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> past.tag(TestPosts.post("p1", "trees")))
                      .hasMessage("the classifiers have been closed"));
      assertThat(taggers.atWork()).isFalse();

      // and: the last one is kept for whoever comes back
      assertThat(taggers.with(switches)).isSameAs(present);
      assertThat(present.tag(TestPosts.post("p1", "trees")).topics()).hasSize(1);
    }
  }

  @Test
  @Timeout(30)
  void oneThatHangsWhileItIsClosedAfterATrialDoesNotHoldUpTheStart() throws IOException {
    ClassifierRegistry registry = discover(Sticky.class);

    Taggers taggers = registry.taggers(List.of("sticky"), Tagger.THRESHOLD, System::nanoTime);

    assertThat(Sticky.CLOSING.getCount()).isZero();
    taggers.close();
  }

  @Test
  void unknownNamesAreTaggersOfNobody() throws IOException {
    ClassifierRegistry registry = discover(Oak.class);

    assertThatThrownBy(() -> registry.taggers(List.of("ash"), Tagger.THRESHOLD, System::nanoTime))
        .hasMessage("no classifier is called 'ash'; known are: oak");
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

  /// Knows the trees of its configuration.
  public static final class Grove implements ClassifierFactory {
    private final List<String> trees;

    public Grove() {
      this(List.of("birch"));
    }

    private Grove(List<String> trees) {
      this.trees = trees;
    }

    @Override
    public String name() {
      return "grove";
    }

    @Override
    public String version() {
      return String.join("-", trees);
    }

    @Override
    public Set<String> topics() {
      return Set.copyOf(trees);
    }

    @Override
    public Map<String, String> topicNames() {
      return Map.of("birch", "Birches");
    }

    @Override
    public String configuration() {
      return String.join(" ", trees);
    }

    @Override
    public ClassifierFactory configured(String configuration) {
      List<String> wanted = List.of(configuration.split(" ", -1));
      List<String> wrong = wanted.stream().filter(tree -> !tree.matches("[a-z]+")).toList();
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException("no such trees: " + String.join(", ", wrong));
      }
      return new Grove(wanted);
    }

    @Override
    public String merged(String addition) {
      return configuration() + " " + addition;
    }

    @Override
    public Classifier create() {
      return WordClassifier.active(id(), 1, trees.toArray(String[]::new)).classifier();
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

  /// Hangs while it is closed, which it may for a minute.
  public static final class Clinging extends Named {
    private static final AtomicBoolean CLINGS = new AtomicBoolean();
    private static final CountDownLatch CLOSING = new CountDownLatch(1);
    private static final CountDownLatch LET = new CountDownLatch(1);

    public Clinging() {
      super("clinging");
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofSeconds(60);
    }

    @Override
    public Classifier create() {
      Classifier words = super.create();
      return new Classifier() {
        @Override
        public List<Outcome> classify(List<Post> posts) {
          return words.classify(posts);
        }

        @Override
        public void close() {
          if (CLINGS.get()) {
            CLOSING.countDown();
            cling();
          }
        }
      };
    }

    private static void cling() {
      try {
        LET.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Hangs whenever it is closed, until it is interrupted.
  public static final class Sticky extends Named {
    private static final CountDownLatch CLOSING = new CountDownLatch(1);

    public Sticky() {
      super("sticky");
    }

    @Override
    public Duration timeLimit() {
      return Duration.ofMillis(100);
    }

    @Override
    public Classifier create() {
      Classifier words = super.create();
      return new Classifier() {
        @Override
        public List<Outcome> classify(List<Post> posts) {
          return words.classify(posts);
        }

        @Override
        public void close() {
          CLOSING.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      };
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
