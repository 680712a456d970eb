package io.gistmill.classifier.taxonomy;

/// How hits become a confidence.
///
/// 1. A hit earns the term's weight times that of the part in which it stands. The second hit of
///    the same term earns half of that, the third a quarter, and so on.
/// 2. The sum is divided by the square root of `length / fullLength` where the post is longer than
///    `fullLength`, so that one mention in a long post says little.
/// 3. The confidence is `score / (score + halfPoint)`: nothing at 0, one half at `halfPoint`, never
///    quite 1. (The saturation of Robertson and Walker, "Some simple effective approximations to
///    the 2-Poisson model", 1994, which BM25 uses for term frequency.)
/// 4. A topic is given from `threshold` on, unless its score lies below `passing` times that of the
///    post's strongest topic: then the post only mentions it in passing.
///
/// @param title factor for the title, or the first line of a text without one
/// @param text factor for the text
/// @param quoted factor for quoted posts
/// @param link factor for words inside addresses
/// @param halfPoint the score whose confidence is one half
/// @param threshold the least confidence of a tag
/// @param fullLength in words, a Chinese character counting 0.6
/// @param passing from 0, which switches the rule off, to 1
public record Scoring(
    double title,
    double text,
    double quoted,
    double link,
    double halfPoint,
    double threshold,
    double fullLength,
    double passing) {

  /// What holds where a file says nothing.
  static final Scoring STANDARD = new Scoring(1.6, 1.0, 0.5, 0.5, 2.5, 0.5, 150, 0.25);

  double confidence(double score) {
    return score / (score + halfPoint);
  }

  /// @param length in words
  double normalised(double sum, double length) {
    double score = Math.max(0, sum);
    return length <= fullLength ? score : score / Math.sqrt(length / fullLength);
  }
}
