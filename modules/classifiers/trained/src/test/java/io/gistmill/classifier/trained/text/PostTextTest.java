package io.gistmill.classifier.trained.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostTextTest {

  private final PostText text = new PostText(2);

  @Test
  void gramsAreLocatedInEachPartAsThePostHasThem() {
    List<String> places = locate(TrainingFile.post("Big  Oven", "用 烤箱", List.of("", "flood")));

    assertThat(places)
        .containsExactly(
            "TITLE 0 Big",
            "TITLE 0 Oven",
            "TITLE 0 Big  Oven",
            "TEXT 0 用",
            "TEXT 0 烤",
            "TEXT 0 用 烤",
            "TEXT 0 箱",
            "TEXT 0 烤箱",
            "TEXT 0 用 烤箱",
            "QUOTED 1 flood");
  }

  @Test
  void runsThatAreTooLongToBeCountedAreLocatedToo() {
    var bag = new Bag();
    Post post = TrainingFile.post(null, "望远镜头", List.of());

    text.read(post, bag);

    assertThat(hashes(bag))
        .contains(text.hashOf("远镜"))
        .doesNotContain(new PostText(4).hashOf("望远镜头"));
    assertThat(located(post)).contains("TEXT 0 望远镜", "TEXT 0 望远镜头");
  }

  @Test
  void partsDoNotRunIntoOneAnother() {
    assertThat(locate(TrainingFile.post("oven", "flour", List.of("烤", "箱"))))
        .containsExactly("TITLE 0 oven", "TEXT 0 flour", "QUOTED 0 烤", "QUOTED 1 箱");
  }

  @Test
  void onlyThePostThatWasReadLastIsLocated() {
    locate(TrainingFile.post("title", "a longer text", List.of("and a quote")));

    assertThat(locate(TrainingFile.post(null, "x", List.of()))).containsExactly("TEXT 0 x");
  }

  private List<String> locate(Post post) {
    text.read(post, new Bag());
    return located(post);
  }

  private List<String> located(Post post) {
    var places = new ArrayList<String>();
    text.locate(
        (part, index) ->
            (hash, length, start, end) ->
                places.add(part + " " + index + " " + words(post, part, index, start, end)));
    return places;
  }

  private static String words(Post post, Evidence.Part part, int index, int start, int end) {
    String all =
        switch (part) {
          case TITLE -> String.valueOf(post.title());
          case TEXT -> post.text();
          case QUOTED -> post.quoted().get(index).text();
          case LINK -> post.links().get(index);
        };
    return all.substring(start, end);
  }

  private static int[] hashes(Bag bag) {
    return IntStream.range(0, bag.size()).map(bag::hash).toArray();
  }
}
