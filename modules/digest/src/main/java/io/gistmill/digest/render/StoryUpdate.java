package io.gistmill.digest.render;

import java.time.LocalDate;

/// What is new in a story that this reader was shown before.
///
/// @param news words of a post that tell it; may be empty
/// @param language of the words, as BCP 47 has it
/// @param firstShown the day of the first digest that showed the story, in the subscriber's zone
public record StoryUpdate(String news, String language, LocalDate firstShown) {}
