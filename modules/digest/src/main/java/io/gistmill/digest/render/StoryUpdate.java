package io.gistmill.digest.render;

import java.time.LocalDate;

/// What is new in a story that this reader was shown before.
///
/// @param news words of a new post, where they are not the headline already, with a mark behind
///   them where a machine wrote them; may be empty
/// @param language of the words, as BCP 47 has it
/// @param posts how many posts are new; they come first among the story's
/// @param since the day of the digest that showed the story before, in the subscriber's zone
public record StoryUpdate(String news, String language, int posts, LocalDate since) {}
