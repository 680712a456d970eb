package io.gistmill.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What must never be stored: mistakes, with their place and mend, and queries made to cost much.
class HostileQueriesTest {

  private static Stream<Arguments> refused() {
    return Stream.of(
        row("", 0, "nothing to look for"),
        row(" \n", 0, "nothing to look for"),
        row("*", 0, "would meet too much"),
        row("*ada", 0, "elsewhere than at its end"),
        row("a?a", 0, "elsewhere than at its end"),
        row("beats AND ada?", 10, "elsewhere than at its end"),
        row("a*b*", 0, "elsewhere than at its end"),
        row("a*", 0, "would meet too much"),
        row("author:a*", 7, "would meet too much"),
        row("gpt-4*", 0, "more than one word"),
        row("检索增强*", 0, "more than one word"),
        row("/.*.*.*x/", 0, "regular expressions"),
        row("beats author:/a+/", 13, "regular expressions"),
        row("retrieval~", 0, "only alike"),
        row("beats AND retrieval~2", 10, "only alike"),
        row("\"a b\"~5", 1, "loose phrases"),
        row("\"a b\"~99999999999999", 0, "out of range"),
        row("(a b)@99999999999999", 0, "out of range"),
        row("(aa bb)@2", 1, "@"),
        row("rag^3", 0, "weights"),
        row("beats (rag OR moe)^2", 7, "weights"),
        row("fn:maxwidth(5 aa)", 0, "functions"),
        row("author:", 7, "missing at the end"),
        row("(a", 2, "missing at the end"),
        row("a AND", 5, "missing at the end"),
        row("a)", 1, "')' cannot stand here"),
        row("AND a", 0, "'AND' cannot stand here"),
        row("NOT NOT a", 4, "'NOT' cannot stand here"),
        row("author:@ada", 7, "'@' cannot stand here"),
        row("a \"b", 4, "breaks off"),
        row("a\\", 2, "breaks off"),
        row("title:rag", 0, "no field 'title'"),
        row("a https://b.example", 2, "no field 'https'"),
        row("language:klingon", 9, "no language 'klingon'"),
        row("language:n", 9, "no language 'n'"),
        row("confidence:0.8", 11, "asked for by a range"),
        row("confidence:[2 TO 3]", 12, "'2' is no confidence"),
        row("confidence:[1 TO 0.5]", 12, "no confidence lies"),
        row("confidence:[0.1 TO 1e999999999]", 19, "is no confidence"),
        row("confidence:[0." + "1".repeat(300) + " TO 1]", 12, "is no confidence"),
        row("confidence:[NaN TO 1]", 12, "is no confidence"),
        row("author:[a TO z]", 8, "author has no ranges"),
        row("[a TO z]", 1, "words have no ranges"),
        row("!!! ???", 1, "'!' cannot stand here"),
        row("\"...\"", 1, "holds no word"),
        row("\u0000", 0, "nothing to look for"),
        row("a".repeat(1_001), 1_000, "1001 characters long"),
        row("(".repeat(33), 0, "33 opening brackets"),
        row("(".repeat(500) + "a" + ")".repeat(499), 0, "500 opening brackets"),
        row(times(33, "w%d", " "), times(32, "w%d", " ").length() + 1, "more than 32 words"),
        row(times(33, "w%d", " OR "), times(32, "w%d", " OR ").length() + 4, "more than 32 words"),
        row(times(9, "ab%d*", " OR "), times(8, "ab%d*", " OR ").length() + 4, "more than 8 words"),
        row("\"" + times(21, "w%d", " ") + "\"", 1, "21 words"),
        row(times(22, "w%d", "-"), 0, "22 words"),
        row("汉".repeat(41), 0, "21 words"));
  }

  private static Arguments row(String text, int position, String reason) {
    return Arguments.of(text, position, reason);
  }

  private static String times(int times, String word, String between) {
    return IntStream.range(0, times)
        .mapToObj(i -> word.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining(between));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsRefusedSaysWhereAndHowToMendIt(String text, int position, String reason) {
    PostQuery query = PostQuery.parse(text);

    assertThat(query).isInstanceOf(PostQuery.Refused.class);
    var refused = (PostQuery.Refused) query;
    assertThat(refused.reason() + " " + refused.mend()).contains(reason);
    assertThat(refused.position()).as(refused.message()).isEqualTo(position);
    assertThat(refused.mend()).isNotBlank();
  }

  @Test
  void whatIsJustWithinTheLimitsIsRead() {
    PostQuery brackets = PostQuery.parse("(".repeat(32) + "a" + ")".repeat(32));
    PostQuery clauses = PostQuery.parse(times(32, "w%d", " OR "));
    PostQuery phrase = PostQuery.parse("\"" + times(20, "w%d", " ") + "\"");

    assertThat(brackets).isInstanceOf(PostQuery.Parsed.class);
    assertThat(clauses).isInstanceOf(PostQuery.Parsed.class);
    assertThat(phrase).isInstanceOf(PostQuery.Parsed.class);
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 2_000);
  }

  /// Whatever is typed is read or refused, never thrown out, and what is read can be asked.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTextBreaksTheReader(long seed) {
    String text = drawn(new SplittableRandom(seed));

    PostQuery query = PostQuery.parse(text);

    switch (query) {
      case PostQuery.Parsed parsed ->
          assertThat(PostIndex.of(Posts.ALL).matching(parsed).length())
              .isLessThanOrEqualTo(Posts.ALL.size());
      case PostQuery.Refused refused -> assertThat(refused.position()).isBetween(0, text.length());
    }
  }

  private static String drawn(SplittableRandom random) {
    String[] pieces = {
      "a",
      "rag",
      "检索",
      "(",
      ")",
      "\"",
      "*",
      "?",
      "~",
      "^",
      "2",
      ":",
      "author",
      "confidence",
      "[",
      "]",
      "{",
      " TO ",
      " AND ",
      " OR ",
      " NOT ",
      "+",
      "-",
      "!",
      "\\",
      "/",
      "@",
      "fn:",
      "<",
      ">=",
      "=",
      "&&",
      "||",
      " ",
      "\n",
      "\u0000",
      "\ud83d",
      "é",
      "0.5",
      "topic:",
      "atleast",
      "#"
    };
    return random
        .ints(1 + random.nextInt(12), 0, pieces.length)
        .mapToObj(i -> pieces[i])
        .collect(Collectors.joining());
  }
}
