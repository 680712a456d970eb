package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.domain.Post;
import io.gistmill.launcher.files.PostJson;
import io.gistmill.launcher.files.TextLine;
import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads labelled posts from files, whose first sign says how they stand there: JSON Lines, where
/// posts, events of the log and corrections may stand in any order; or lines of text, a tab and the
/// name of a class.
///
/// Of posts with the same id the last counts. Corrections hold for their post wherever it stands,
/// the later over the earlier; one of a post without topics says all that it has. Posts of the log
/// that nobody labelled or corrected are left out, and so are those that were taken back.
public final class LabelReader {

  private static final int MOST_TOPICS = 1_000;

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final SortedSet<String> withdrawn = new TreeSet<>();
  private final List<String> mistakes = new ArrayList<>();
  private long repeated;

  private LabelReader() {}

  /// @throws UsageException naming every mistake with its line and the mend
  public static Labels read(List<Path> files) throws IOException {
    var reader = new LabelReader();
    for (Path file : files) {
      reader.read(file);
    }
    Labels labels = reader.labels();
    Labels.refuse(reader.mistakes);
    return labels;
  }

  private void read(Path file) throws IOException {
    var form = new Form();
    TextLine.read(file, line -> take(file + ", line " + line.number(), line, form));
    if (form.json == null) {
      mistakes.add(file + " holds blank lines only; write a labelled post on each line");
    }
  }

  /// Settled by the first line that is not blank.
  private static final class Form {
    private @Nullable Boolean json;

    boolean isJson(String line) {
      if (json == null) {
        String start = line.stripLeading();
        json = line.indexOf('\t') < 0 ? start.matches("(?s)[{\\[].*") : isObject(line);
      }
      return json;
    }

    /// A headline may begin with a bracket too.
    private static boolean isObject(String line) {
      try {
        return !PostJson.object(line).isEmpty();
      } catch (PostJson.Unfit e) {
        return false;
      }
    }
  }

  private void take(String place, TextLine line, Form form) {
    if (line.damage() != null) {
      mistakes.add(place + ": " + line.damage());
    } else if (!line.text().isBlank()) {
      try {
        if (form.isJson(line.text())) {
          take(place, PostJson.object(line.text()));
        } else {
          takeColumns(place, line.text());
        }
      } catch (PostJson.Unfit e) {
        mistakes.add(place + ": " + e.reason());
      } catch (LabelFields.Mistake e) {
        mistakes.add(place + ": " + e.getMessage());
      }
    }
  }

  private void takeColumns(String place, String line) throws PostJson.Unfit, LabelFields.Mistake {
    int tab = line.lastIndexOf('\t');
    if (tab < 0) {
      throw new LabelFields.Mistake(
          "the line has no tab; write the text, a tab and the name of its class");
    }
    String topic = LabelFields.topic(line.substring(tab + 1));
    Post post = PostJson.words(line.substring(0, tab));
    add(new Draft(place, place, post, new TreeSet<>(List.of(topic)), true));
  }

  private void take(String place, JsonNode json) throws PostJson.Unfit, LabelFields.Mistake {
    String schema = json.path("schema").asString("");
    switch (schema) {
      case "" -> {
        if (json.has("added") || json.has("removed")) {
          correct(place, json);
        } else {
          post(place, json, LabelFields.topics(json, "topics"), true);
        }
      }
      case "posted/1", "backfilled/1" -> post(place, part(json, "post"), null, false);
      case "tagged/1" -> {
        JsonNode tagged = part(json, "post");
        post(place, part(tagged, "post"), LabelFields.topics(tagged, "topics"), false);
      }
      case "corrected/1", "post-corrected/1" -> correct(place, json);
      case "withdrawn/1", "post-withdrawn/1" -> withdrawn.add(json.path("postId").asString(""));
      case "duplicate/1", "switched/1", "tick/1", "partition-tick/1" -> {
        // They say nothing of topics.
      }
      default ->
          throw new LabelFields.Mistake(
              "the line is an event '"
                  + schema.replaceAll("\\p{Cc}", " ")
                  + "', which holds no labels; take it out");
    }
  }

  private static JsonNode part(JsonNode json, String field) throws LabelFields.Mistake {
    JsonNode part = json.path(field);
    if (!part.isObject()) {
      throw new LabelFields.Mistake(
          "the event has no object in "
              + field
              + "; take the whole line from the log, or write {\"text\": ..., \"topics\": [...]}");
    }
    return part;
  }

  private void post(
      String place, JsonNode json, @Nullable SortedSet<String> topics, boolean labelled)
      throws PostJson.Unfit {
    Post post = PostJson.post(json);
    String id = json.path("id").asString("");
    add(new Draft(place, id.isBlank() ? place : id, post, topics, labelled));
  }

  private void add(Draft draft) {
    if (drafts.put(draft.id(), draft) != null) {
      repeated++;
    }
  }

  private void correct(String place, JsonNode json) throws LabelFields.Mistake {
    String postId = json.path("postId").asString(json.path("id").asString(""));
    if (postId.isBlank()) {
      throw new LabelFields.Mistake(
          "the correction names no post; write its id as \"postId\": \"...\"");
    }
    SortedSet<String> added = LabelFields.topicsOrNone(json, "added");
    SortedSet<String> removed = LabelFields.topicsOrNone(json, "removed");
    if (!Collections.disjoint(added, removed)) {
      throw new LabelFields.Mistake(
          "the correction both adds and removes a topic; keep one of the two");
    }
    SortedSet<String> whole = LabelFields.topics(json, "topics");
    if (added.isEmpty() && removed.isEmpty() && whole == null) {
      throw new LabelFields.Mistake("the correction says nothing; name topics in added or removed");
    }
    corrections.add(new Correction(place, postId, added, removed, whole));
  }

  private Labels labels() {
    Map<String, SortedSet<String>> corrected = corrected();
    var posts = new ArrayList<Labelled>();
    long unlabelled = 0;
    for (Draft draft : drafts.values()) {
      SortedSet<String> topics =
          corrected.getOrDefault(draft.id(), draft.labelled() ? draft.topics() : null);
      if (withdrawn.contains(draft.id())) {
        continue;
      }
      if (topics != null) {
        posts.add(new Labelled(draft.place(), new Example(draft.post(), topics)));
      } else if (draft.labelled() && corrections.isEmpty()) {
        mistakes.add(draft.place() + ": the post has no topics; write a list of them, [] for none");
      } else {
        unlabelled++;
      }
    }
    checkTopics(posts);
    return new Labels(posts, remarks(unlabelled));
  }

  /// Text and class in the wrong order make a class of each text.
  private void checkTopics(List<Labelled> posts) {
    long topics =
        posts.stream().flatMap(post -> post.example().topics().stream()).distinct().count();
    if (topics > MOST_TOPICS) {
      mistakes.add(
          "there are "
              + topics
              + " topics, and "
              + MOST_TOPICS
              + " are the most; does the name of the class stand behind the last tab?");
    }
  }

  private Map<String, SortedSet<String>> corrected() {
    Map<String, SortedSet<String>> corrected = new LinkedHashMap<>();
    for (Correction correction : corrections) {
      Draft draft = drafts.get(correction.postId());
      if (draft == null) {
        mistakes.add(
            correction.place()
                + ": the text of post "
                + correction.postId().replaceAll("\\p{Cc}", " ")
                + " is not there; add the post as a line, for instance from posts.jsonl of a"
                + " replay");
      } else {
        corrected.put(
            draft.id(), correction.appliedTo(corrected.getOrDefault(draft.id(), draft.topics())));
      }
    }
    return corrected;
  }

  private List<String> remarks(long unlabelled) {
    var remarks = new ArrayList<String>();
    remark(remarks, repeated, "of the lines are earlier versions of other posts and left out");
    remark(remarks, unlabelled, "of the posts have no topics and no correction and are left out");
    remark(remarks, withdrawn.size(), "of the posts were taken back and are left out");
    return remarks;
  }

  private static void remark(List<String> remarks, long count, String what) {
    if (count > 0) {
      remarks.add(count + " " + what);
    }
  }
}
