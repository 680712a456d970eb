package io.gistmill.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void lieBeforeAndAfterTheBeginningInTheOrderOfTime() throws IOException {
    List<Post> posts = Samples.read(temp);

    assertThat(posts)
        .hasSizeGreaterThan(150)
        .isSortedAccordingTo(Comparator.comparing(Post::published));
    assertThat(posts).allMatch(post -> post.published().isBefore(Samples.END));
    assertThat(posts).filteredOn(Demo::isComing).hasSizeBetween(50, posts.size() - 50);
  }
}
