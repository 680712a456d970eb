package io.gistmill.producer.archive;

import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one JSON object as a post, in the shape in which posts are written. Fields that a post
/// does not have are passed over.
final class JsonPost {

  private final JsonNode tree;

  JsonPost(JsonNode tree) {
    this.tree = tree;
  }

  /// A line that is JSON but no post.
  static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Unfit(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  Draft draft(long line, long bytes) throws Unfit {
    if (!tree.isObject()) {
      throw new Unfit("the line is JSON but no object; write a post as {\"text\": ...}");
    }
    String handle = text(tree, "handle");
    String title = text(tree, "title");
    String link = text(tree, "link");
    String text = orEmpty(text(tree, "text"));
    if (text.isBlank() && title == null && link == null) {
      throw new Unfit("the post has no text, no link and no title; give at least one of them");
    }
    List<Quote> quoted = quotes();
    return new Draft(
        line,
        text(tree, "id"),
        author(handle),
        handle == null ? null : handle.replaceFirst("^[@＠]", ""),
        date(),
        flag("dateInferred"),
        link,
        title,
        text,
        quoted,
        texts("notes"),
        links(text, quoted),
        bytes);
  }

  private String author(@Nullable String handle) throws Unfit {
    String author = text(tree, "author");
    return author != null ? author : orEmpty(handle).replaceFirst("^[@＠]", "");
  }

  private DateText date() throws Unfit {
    String published = text(tree, "published");
    if (published == null) {
      return DateText.MISSING;
    }
    return DateReader.whole(published)
        .orElseThrow(
            () ->
                new Unfit(
                    "published is no date: "
                        + Excerpts.cut(published, 40)
                        + "; write 2024-01-31 or 2024-01-31T08:30:00Z"));
  }

  private List<String> links(String text, List<Quote> quoted) throws Unfit {
    if (tree.hasNonNull("links")) {
      return texts("links");
    }
    var texts = new ArrayList<String>();
    texts.add(text);
    quoted.stream().map(Quote::text).forEach(texts::add);
    return Links.in(texts);
  }

  private List<Quote> quotes() throws Unfit {
    var quotes = new ArrayList<Quote>();
    for (JsonNode item : array("quoted")) {
      if (!item.isObject()) {
        throw new Unfit("quoted holds something that is no object; write {\"text\": ...}");
      }
      quotes.add(
          new Quote(
              text(item, "author"),
              text(item, "handle"),
              text(item, "link"),
              orEmpty(text(item, "text"))));
    }
    return quotes;
  }

  private List<String> texts(String field) throws Unfit {
    var texts = new ArrayList<String>();
    for (JsonNode item : array(field)) {
      if (!item.isString()) {
        throw new Unfit(field + " holds something that is no text; put it in quotation marks");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  private Iterable<JsonNode> array(String field) throws Unfit {
    JsonNode value = tree.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new Unfit(field + " is no list; write it in square brackets");
    }
    return value;
  }

  private boolean flag(String field) throws Unfit {
    JsonNode value = tree.get(field);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new Unfit(
          field + " is neither true nor false; write one of them without quotation marks");
    }
    return value.booleanValue();
  }

  /// @return null for a field that is missing, null or blank
  private static @Nullable String text(JsonNode object, String field) throws Unfit {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new Unfit(field + " is no text; put it in quotation marks");
    }
    String text = value.stringValue();
    return text.isBlank() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
