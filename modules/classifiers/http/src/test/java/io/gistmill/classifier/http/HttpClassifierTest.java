package io.gistmill.classifier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Evidence.Part;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.testsupport.peer.RawPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpClassifierTest {

  private static final String BEES = "{\"tags\":[{\"topic\":\"bees\",\"confidence\":0.8}]}";

  @Test
  void outcomesComeInTheOrderOfThePosts() {
    // given: a service that fails posts which it is told to
    try (var service =
            new Service(
                request -> {
                  var outcomes = new ArrayList<String>();
                  request
                      .path("posts")
                      .forEach(
                          post ->
                              outcomes.add(
                                  post.path("text").stringValue().equals("bad")
                                      ? "{\"failed\":\"too bad\"}"
                                      : BEES));
                  return Service.answer(String.join(",", outcomes));
                });
        Classifier classifier = service.factory("batch: 2\n").create()) {

      // when
      List<Outcome> outcomes = classifier.classify(Posts.texts("a", "b", "bad", "c", "bad"));

      // then
      assertThat(outcomes).hasSize(5);
      assertThat(outcomes.get(0)).isEqualTo(tagged(service, "bees", 0.8));
      assertThat(reason(outcomes.get(2))).isEqualTo("the service says: too bad");
      assertThat(outcomes.get(3)).isEqualTo(outcomes.get(0));
      assertThat(reason(outcomes.get(4))).isEqualTo("the service says: too bad");
      assertThat(service.requests()).hasSize(3);
    }
  }

  private static Outcome tagged(Service service, String topic, double confidence) {
    String id = service.factory("").id();
    return new Outcome.Tagged(id, List.of(new Tag(topic, Fixed.of(confidence), id, List.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "text, 0, 3, bees",
    "text, 0, 1, 🐝",
    "quoted, 1, 2, 蜂",
    "link, 0, 8, hive.example",
    "title, 0, 0, A"
  })
  void offsetsInCodePointsBecomeThoseInUnits(String part, int index, int start, String words) {
    // given
    Post post =
        Posts.post("A🐝", "🍯🐝 bees", List.of("x", "🐝🐝蜂"), List.of("https://hive.example"));
    String outcome =
        String.format(
            Locale.ROOT,
            """
            {"tags":[{"topic":"bees","confidence":1,"evidence":[
              {"part":"%s","index":%d,"start":%d,"text":"%s"}]}]}
            """,
            part,
            index,
            start,
            words);

    // when
    Evidence evidence = evidence(outcome, post);

    // then
    assertThat(evidence.text()).isEqualTo(words);
    assertThat(whole(post, evidence).substring(evidence.start())).startsWith(words);
  }

  private static String whole(Post post, Evidence evidence) {
    return switch (evidence.part()) {
      case TITLE -> String.valueOf(post.title());
      case TEXT -> post.text();
      case QUOTED -> post.quoted().get(evidence.index()).text();
      case LINK -> post.links().get(evidence.index());
    };
  }

  private static Evidence evidence(String outcome, Post post) {
    try (var service = new Service(Service.always(outcome));
        Classifier classifier = service.factory("").create()) {
      Outcome only = classifier.classify(List.of(post)).getFirst();
      assertThat(only).isInstanceOf(Outcome.Tagged.class);
      return ((Outcome.Tagged) only).tags().getFirst().evidence().getFirst();
    }
  }

  @Test
  void halvesOfPairsAreSentAsSignsOfReplacementAndFoundAgain() {
    // given
    Post post = Posts.text("\uD83Dx bees");
    String outcome =
        "{\"tags\":[{\"topic\":\"bees\",\"confidence\":1,\"evidence\":"
            + "[{\"part\":\"text\",\"start\":3,\"text\":\"bees\"}]}]}";

    // when
    Evidence evidence = evidence(outcome, post);

    // then
    assertThat(evidence).isEqualTo(new Evidence(Part.TEXT, 0, 3, "bees"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'tags':7}|outcomes[0].tags should be a list",
        "{}|outcomes[0].tags should be a list",
        "{'tags':[{'topic':'cats','confidence':1}]}|tags[0].topic is 'cats', which classifier.yml",
        "{'tags':[{'topic':'bees','confidence':'NaN'}]}|confidence should be a number from 0 to 1",
        "{'tags':[{'topic':'bees','confidence':1e400}]}|confidence should be a number from 0 to 1",
        "{'tags':[{'topic':'bees','confidence':-1}]}|confidence should be a number from 0 to 1",
        "{'tags':[{'topic':'bees','confidence':1},{'topic':'bees','confidence':1}]}|a second time",
        "{'tags':[7,7,7]}|should hold each topic once at most",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'body','start':0,'text':'a'}]}]}|part"
            + " should be title, text, quoted or link",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'title','start':0,'text':'a'}]}]}|names"
            + " a part that the post lacks",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'text','start':1,'text':'a'}]}]}|'a'"
            + " does not stand at 1; start counts code points",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'text','start':9,'text':'a'}]}]}|'a'"
            + " does not stand at 9",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'text','start':-1,'text':'a'}]}]}|start"
            + " should be a whole number from 0",
        "{'tags':[{'topic':'bees','confidence':1,'evidence':[{'part':'text','start':0,'text':''}]}]}|text"
            + " should be the words",
      })
  void nonsenseAboutOnePostFailsThatPost(String outcome, String reason) {
    try (var service = new Service(Service.always(outcome.replace('\'', '"')));
        Classifier classifier = service.factory("").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a b")).getFirst()))
          .startsWith("the service answered nonsense: ")
          .contains(reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html>|what is no JSON",
        "[1]|version should be 1",
        "{'version':2,'outcomes':[]}|version should be 1",
        "{'version':1}|outcomes should be a list",
        "{'version':1,'outcomes':[]}|outcomes should hold 2, one for each post, but holds 0",
      })
  void nonsenseAsAWholeFailsAllPosts(String answer, String reason) {
    try (var service = new Service(request -> answer.replace('\'', '"'));
        Classifier classifier = service.factory("").create()) {
      assertThat(classifier.classify(Posts.texts("a", "b")))
          .hasSize(2)
          .allSatisfy(outcome -> assertThat(reason(outcome)).contains(reason));
    }
  }

  @Test
  void anotherServiceThanTheExpectedOneIsRefused() {
    try (var service = new Service(Service.always(BEES));
        Classifier classifier = service.factory("service: words@2\n").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .contains("is 'words@1', but classifier.yml expects 'words@2'");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void aBusyServiceIsAskedAgain(int status) {
    try (var service = new Service(status, 2, Service.always(BEES));
        Classifier classifier = service.factory("").create()) {
      List<Outcome> outcomes = classifier.classify(Posts.texts("a"));

      assertThat(outcomes).containsExactly(tagged(service, "bees", 0.8));
      assertThat(service.requests()).hasSize(3);
    }
  }

  @Test
  void afterTheLastRepeatThePostsFail() {
    try (var service = new Service(503, 9, Service.always(BEES));
        Classifier classifier = service.factory("retries: 1\n").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .isEqualTo("the service answered 503 (asked 2 times)");
    }
  }

  @Test
  void aServiceThatWantsMoreTimeThanThereIsIsNotWaitedFor() {
    try (var service = new Service(Service.always(BEES));
        Classifier classifier = service.factory("").create()) {
      service.peer().on("/classify", 429, Map.of("Retry-After", "3600"), new byte[0]);

      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .isEqualTo("the service answered 429: it was asked too often");
      assertThat(service.peer().asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, version 1",
    "401, see token-file",
    "404, see url",
    "413, smaller batch",
    "302, set url",
    "500, answered 500"
  })
  void otherStatusesFailAtOnceWithTheMend(int status, String mend) {
    try (var service = new Service(status, 9, Service.always(BEES));
        Classifier classifier = service.factory("").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst())).contains(mend);
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void aBrokenConnectionIsTriedAgain() {
    try (var peer = new RawPeer(out -> {});
        Classifier classifier =
            factory(peer.address().toString(), "retries: 1\nallow-private: true\n").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .endsWith("(asked 2 times)");
    }
  }

  @Test
  void aSilentServiceIsGivenUpWithinTheLimit() {
    // given
    long begin = System.nanoTime();
    try (var peer = new RawPeer(out -> new CountDownLatch(1).await());
        Classifier classifier =
            factory(peer.address().toString(), "time-limit: 1\nallow-private: true\n").create()) {

      // when
      List<Outcome> outcomes = classifier.classify(Posts.texts("a", "b"));

      // then
      assertThat(outcomes).hasSize(2);
      assertThat(reason(outcomes.getFirst())).contains("127.0.0.1");
      assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    byte[] much = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (var peer =
            new RawPeer(
                out -> {
                  out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  while (true) {
                    out.write(much);
                  }
                });
        Classifier classifier =
            factory(peer.address().toString(), "retries: 0\ntime-limit: 20\nallow-private: true\n")
                .create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .contains("is larger than 8192 KiB");
    }
  }

  @Test
  void aPrivateAddressWantsItsSetting() {
    try (Classifier classifier = factory("http://127.0.0.1:9/", "").create()) {
      assertThat(reason(classifier.classify(Posts.texts("a")).getFirst()))
          .contains("is not posted to")
          .endsWith("set allow-private: true");
    }
  }

  @Test
  void connectionsAreUsedAgain() {
    try (var service = new Service(Service.always(BEES));
        Classifier classifier = service.factory("batch: 1\n").create()) {
      classifier.classify(Posts.texts("a", "b", "c", "d", "e"));

      assertThat(service.requests()).hasSize(5);
      assertThat(service.connections()).isEqualTo(1);
    }
  }

  @Test
  void theTokenOfAFileIsSentAndNeverTold(@TempDir Path folder) throws IOException {
    // given
    Files.writeString(folder.resolve("token"), "s3cret\n");
    try (var service = new Service(401, 9, Service.always(BEES))) {
      ClassifierFactory factory = service.factory("token-file: token\n", folder);
      try (Classifier classifier = factory.create()) {

        // when
        Outcome outcome = classifier.classify(Posts.texts("a")).getFirst();

        // then
        assertThat(service.peer().asked().getFirst().headers())
            .containsEntry("authorization", "Bearer s3cret");
        assertThat(outcome.toString() + factory + classifier).doesNotContain("s3cret");
      }
    }
  }

  @Test
  void headerAndSchemeCanBeOthers(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("token"), "s3cret");
    try (var service = new Service(Service.always(BEES));
        Classifier classifier =
            service.factory("token-file: token\nheader: X-Key\n", folder).create()) {
      classifier.classify(Posts.texts("a"));

      assertThat(service.peer().asked().getFirst().headers()).containsEntry("x-key", "s3cret");
    }
  }

  @Test
  void aTokenThatIsNotThereIsToldAtTheStart(@TempDir Path folder) {
    try (var service = new Service(Service.always(BEES))) {
      ClassifierFactory file = service.factory("token-file: token\n", folder);
      ClassifierFactory variable = service.factory("token-env: GISTMILL_NOT_SET\n", folder);

      assertThatThrownBy(file::create).hasMessageContaining("cannot be read: is it there");
      assertThatThrownBy(variable::create)
          .hasMessageContaining("the variable GISTMILL_NOT_SET is not set");
    }
  }

  @Test
  void whoWroteAPostIsNotSent() {
    try (var service = new Service(Service.always(BEES));
        Classifier classifier = service.factory("").create()) {
      classifier.classify(
          List.of(Posts.post("A", "b", List.of("c"), List.of("https://d.example"))));

      assertThat(service.requests())
          .containsExactly(
              """
              {"version":1,"posts":[{"id":"id","title":"A","text":"b",\
              "quoted":[{"text":"c"}],"links":["https://d.example"]}]}\
              """);
    }
  }

  private static ClassifierFactory factory(String url, String more) {
    String settings = "engine: http\nurl: " + url + "\ntopics: {bees: Bees}\n";
    return new HttpEngine().factory("mine", settings + more, Path.of(""));
  }

  private static String reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).reason();
  }
}
