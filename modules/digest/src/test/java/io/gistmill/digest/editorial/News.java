package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post of which only what matters to a test is spelled out.
record News(
    Digest.PostRef ref,
    Instant admitted,
    Instant published,
    Fixed score,
    String author,
    List<String> topics,
    List<String> names,
    @Nullable String repeats)
    implements NewsPost {

  static final Instant NOON = Instant.parse("2024-05-02T12:00:00Z");

  static News of(String id) {
    var ref = new Digest.PostRef(id, "s", NOON);
    return new News(ref, NOON, NOON, Fixed.of(0.5), "@" + id, List.of(), List.of(), null);
  }

  News by(String account) {
    return new News(ref, admitted, published, score, account, topics, names, repeats);
  }

  News score(double number) {
    return new News(ref, admitted, published, Fixed.of(number), author, topics, names, repeats);
  }

  News at(Instant instant) {
    return new News(ref, instant, instant, score, author, topics, names, repeats);
  }

  News about(String... slugs) {
    return new News(ref, admitted, published, score, author, List.of(slugs), names, repeats);
  }

  News naming(String... names) {
    return new News(ref, admitted, published, score, author, topics, List.of(names), repeats);
  }

  News copyOf(String id) {
    return new News(ref, admitted, published, score, author, topics, names, id);
  }
}
