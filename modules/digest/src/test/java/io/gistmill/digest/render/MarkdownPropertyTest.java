package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Language;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No words of a post become markup, with an implementation of CommonMark as the judge.
class MarkdownPropertyTest {

  private static final List<String> PARTS =
      List.of(
          "#",
          "##",
          " ",
          " ",
          "*",
          "**",
          "_",
          "__",
          "`",
          "```",
          "~~~",
          "~~",
          "[",
          "]",
          "(",
          ")",
          "](",
          "<",
          ">",
          "<b>",
          "</b>",
          "<!--",
          "&",
          "&amp;",
          "&#35;",
          "&copy;",
          "\\",
          "\\\\",
          "|",
          "-",
          "- ",
          "+ ",
          "1.",
          "1. ",
          "12) ",
          "=",
          "===",
          "---",
          "***",
          "!",
          "![",
          ":",
          "://",
          "https://a.example/x_y_z",
          "http://a.example",
          "www.a.example",
          "a@b.example",
          "\"",
          "'",
          "{",
          "}",
          "$",
          "^",
          "@",
          "word",
          "words ",
          "分块",
          "。",
          "“",
          "é",
          "👍🏽",
          "snake_case_name",
          "2*3*4",
          "C#");

  private final Parser parser = Parser.builder().build();
  private final TextContentRenderer words =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.STRIP).build();

  static LongStream seeds() {
    return LongStream.range(0, 1_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLineComesBackAsItWas(long seed) {
    // given
    String line = line(new Random(seed));

    // when
    Node document = parser.parse(Markdown.escape(line));

    // then
    assertThat(nodes(document).map(Node::getClass).map(Class::getSimpleName))
        .as(line)
        .isSubsetOf("Document", "Paragraph", "Text");
    assertThat(words.render(document)).isEqualTo(line);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLinkKeepsItsLabelAndAddress(long seed) {
    // given
    var random = new Random(seed);
    String label = line(random);
    String address = "https://a.example/" + path(random);

    // when
    Node document = parser.parse("- " + Markdown.link(label, address));

    // then
    List<Link> links =
        nodes(document).filter(Link.class::isInstance).map(Link.class::cast).toList();
    assertThat(links).hasSize(1);
    assertThat(links.getFirst().getDestination()).isEqualTo(address);
    assertThat(nodes(links.getFirst()).skip(1).map(words::render).collect(Collectors.joining()))
        .isEqualTo(label);
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aDigestHasTheHeadingsAndListsThatItsStoriesAskFor(long seed) {
    // given
    var random = new Random(seed);
    var sample = new SampleDigest();
    IntStream.range(0, 5).forEach(i -> sample.story("s" + i, "0.5", draft(i, random)));
    DigestPage page = sample.page("all", 0);

    // when
    Node document = parser.parse(new DigestRenderer().render(page, Format.MARKDOWN));

    // then
    assertThat(nodes(document).filter(Heading.class::isInstance).skip(1).map(this::text))
        .containsExactlyElementsOf(
            page.stories().stream().map(story -> story.rank() + ". " + story.headline()).toList());
    assertThat(nodes(document).filter(ListItem.class::isInstance)).hasSize(5);
    assertThat(nodes(document))
        .doesNotHaveAnyElementsOfTypes(
            BlockQuote.class,
            Code.class,
            CustomNode.class,
            Emphasis.class,
            FencedCodeBlock.class,
            HtmlBlock.class,
            HtmlInline.class,
            Image.class,
            IndentedCodeBlock.class,
            OrderedList.class,
            StrongEmphasis.class,
            ThematicBreak.class);
  }

  static LongStream fewSeeds() {
    return LongStream.range(0, 200);
  }

  private static SampleDigest.Draft draft(int number, Random random) {
    return SampleDigest.post("p" + number, Language.EN)
        .author(line(random), line(random).replace(" ", ""))
        .headline(line(random))
        .summary(line(random))
        .topics(line(random));
  }

  private String text(Node node) {
    var alone = new Document();
    while (node.getFirstChild() != null) {
      alone.appendChild(node.getFirstChild());
    }
    return words.render(alone);
  }

  /// The node and all below it.
  private static Stream<Node> nodes(Node node) {
    return Stream.concat(
        Stream.of(node),
        Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext)
            .flatMap(MarkdownPropertyTest::nodes));
  }

  /// An address as [Links] lets it through.
  private static String path(Random random) {
    String path = Links.safe("https://a.example/" + line(random).replace("#", ""));
    return Objects.requireNonNull(path).substring("https://a.example/".length());
  }

  private static String line(Random random) {
    String line =
        IntStream.range(0, 1 + random.nextInt(12))
            .mapToObj(_ -> PARTS.get(random.nextInt(PARTS.size())))
            .collect(Collectors.joining());
    String clean = Texts.oneLine(line);
    return clean.isEmpty() ? "x" : clean;
  }
}
