package io.gistmill.classifier;

import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.classifier.names.Source;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds what a summariser wrote against the post. A sentence that the post does not bear out is
/// left out; where none is left, or the headline falls, the summariser has failed: whoever shows
/// what it wrote marks headline and summary together.
final class SummaryCheck {

  /// Columns of a headline and of all sentences together, as those that are taken from posts have.
  private static final int HEADLINE = 116;

  private static final int SENTENCES = 360;
  private static final int SHORTEST_HEADLINE = 8;
  private static final int SHORTEST_SENTENCE = 16;
  private static final int MOST_SENTENCES = 2;

  /// Longer is no sentence, and not worth reading.
  private static final int LONGEST = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(SummaryCheck.class);
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern MARKUP =
      Pattern.compile(
          "[\\p{Cntrl}\\p{Cf}\\p{Cs}<>`|\\uFFFC\\uFFFD]|://|(?i:\\bwww\\.)|\\]\\(|\\*\\*|__|^#");

  /// `½` and `Ⅻ`; only plain digits and words are held against the post.
  private static final Pattern ODD_NUMBER = Pattern.compile("[\\p{Nd}\\p{Nl}\\p{No}&&[^0-9０-９〇]]");

  private static final String ENDS = ".!?。！？…”\"』」)）";

  private final String summariser;
  private final Post post;
  private final Language language;
  private final Source source;
  private @Nullable String objection;

  private SummaryCheck(String summariser, Post post, Language language) {
    this.summariser = summariser;
    this.post = post;
    this.language = language;
    this.source = Source.of(post);
  }

  /// @param summariser its name and version
  /// @param language of the post
  static Summarised check(String summariser, Post post, Language language, Draft.Written draft) {
    return new SummaryCheck(summariser, post, language).check(draft);
  }

  private Summarised check(Draft.Written draft) {
    List<String> sentences = sentences(draft.sentences());
    if (sentences.isEmpty()) {
      String reason = Objects.requireNonNullElse(objection, "it wrote no sentence");
      return new Summarised.Failed(summariser, "nothing that it wrote can be shown: " + reason);
    }
    String headline = line(draft.headline());
    String refusal = refusal(headline, SHORTEST_HEADLINE, HEADLINE);
    return refusal == null
        ? new Summarised.Written(summariser, headline, sentences)
        : new Summarised.Failed(summariser, "its headline cannot be shown: " + refusal);
  }

  private List<String> sentences(List<String> written) {
    var kept = new ArrayList<String>();
    int room = SENTENCES;
    for (String each : written.subList(0, Math.min(MOST_SENTENCES, written.size()))) {
      String sentence = line(each);
      String refusal = refusalOfSentence(sentence, room);
      if (refusal == null) {
        kept.add(sentence);
        room -= columns(sentence) + 1;
      } else {
        objection = objection == null ? refusal : objection;
        LOG.debug(
            "sentence dropped summariser={} postId={} reason=\"{}\"",
            summariser,
            post.id(),
            refusal);
      }
    }
    return kept;
  }

  private static String line(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return "";
    }
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private @Nullable String refusalOfSentence(String sentence, int room) {
    return !sentence.isEmpty() && ENDS.indexOf(sentence.charAt(sentence.length() - 1)) < 0
        ? "a sentence without end"
        : refusal(sentence, SHORTEST_SENTENCE, room);
  }

  private @Nullable String refusal(String text, int least, int most) {
    int columns = columns(text);
    if (columns < least || columns > most) {
      return "a text of " + columns + " columns, where " + least + " to " + most + " have room";
    }
    if (MARKUP.matcher(text).find() || !BareLinks.of(text).isEmpty()) {
      return "a link or markup";
    }
    if (ODD_NUMBER.matcher(text).find()) {
      return "a number in other signs than digits";
    }
    Language own = LanguageDetector.of(new Prose(text));
    if (!isOf(own)) {
      return "another language than that of the post";
    }
    Optional<String> foreign = source.objection(text);
    return foreign.orElse(null);
  }

  /// Chinese may be full of names in Latin letters.
  private boolean isOf(Language own) {
    return switch (language) {
      case ZH -> own == Language.ZH || own == Language.MIXED;
      case EN -> own == Language.EN;
      case MIXED -> own != Language.OTHER;
      case OTHER -> false;
    };
  }

  /// A Chinese character takes the room of two Latin letters.
  private static int columns(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || point >= 0x3000 && point <= 0x30FF
        || point >= 0xFF01 && point <= 0xFF60;
  }
}
