package io.gistmill.gateway.store;

import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.util.List;

/// A story in a list.
///
/// @param posts how many posts of the period tell it
/// @param authors how many accounts
/// @param latest the last tick before which a post of it came, within the period
/// @param lead the post whose words head the story
/// @param topics slugs of all its posts, strongest first
public record StorySummary(
    String id, int posts, int authors, Instant latest, StoryPost lead, List<String> topics) {

  public StorySummary {
    topics = List.copyOf(topics);
  }
}
