package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic that a post was given wrongly, or should have been given.
///
/// @param id where the post stands
/// @param confidence of the topic; null where it is not known
/// @param words that misled: those that spoke for the topic, or for what was given in its stead
/// @param instead what readers say of the post, or what was given in the topic's stead
public record Mistake(
    String id,
    String topic,
    @Nullable Fixed confidence,
    String excerpt,
    List<String> words,
    List<String> instead) {

  public Mistake {
    words = List.copyOf(words);
    instead = List.copyOf(instead);
  }

  /// Topics that no reader gave, the most confident first.
  static List<Mistake> wrong(List<Judged> posts) {
    var mistakes = new ArrayList<Mistake>();
    for (Judged post : posts) {
      for (Judged.Given given : post.given()) {
        if (!post.anyReader().contains(given.topic())) {
          mistakes.add(
              new Mistake(
                  post.id(),
                  given.topic(),
                  given.confidence(),
                  post.excerpt(),
                  given.words(),
                  List.copyOf(post.anyReader())));
        }
      }
    }
    mistakes.sort(Comparator.comparing(Mistake::order).reversed());
    return List.copyOf(mistakes);
  }

  /// Topics that every reader gave and the post did not get, the least confident first.
  static List<Mistake> missed(List<Judged> posts) {
    var mistakes = new ArrayList<Mistake>();
    for (Judged post : posts) {
      for (String topic : post.everyReader()) {
        if (!post.topics().contains(topic)) {
          mistakes.add(
              new Mistake(
                  post.id(),
                  topic,
                  post.confidences().get(topic),
                  post.excerpt(),
                  post.given().stream()
                      .flatMap(given -> given.words().stream())
                      .distinct()
                      .toList(),
                  post.given().stream().map(Judged.Given::topic).toList()));
        }
      }
    }
    mistakes.sort(Comparator.comparing(Mistake::order));
    return List.copyOf(mistakes);
  }

  private Fixed order() {
    return confidence == null ? Fixed.ZERO : confidence;
  }
}
