package io.gistmill.gateway.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Language;
import io.gistmill.domain.Subscription;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishReaderTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Wish USUAL = Wish.usual(BERLIN);

  private final WishReader reader = new WishReader(() -> Set.of("rag", "moe", "agents"));
  private final Mistakes mistakes = new Mistakes();

  @Test
  void whatIsNotGivenStaysAsItIs() {
    // when
    Wish wish = reader.read(fields("{}"), USUAL, mistakes);

    // then
    assertThat(wish).isEqualTo(USUAL);
    assertThat(mistakes.isEmpty()).isTrue();
  }

  @Test
  void allFieldsAreRead() {
    // when
    Wish wish =
        reader.read(
            fields(
                """
                {"topics":["rag","agents"],"excluded":["moe"],"every":"week","day":"Sunday","at":"00:15",
                 "zone":"Asia/Shanghai","items":7,"minutes":12,"language":"zh","sendEmpty":true}
                """),
            USUAL,
            mistakes);

    // then
    assertThat(mistakes.all()).isEmpty();
    assertThat(wish)
        .isEqualTo(
            new Wish(
                List.of("agents", "rag"),
                List.of("moe"),
                "",
                new Cadence.Weekly(DayOfWeek.SUNDAY, LocalTime.of(0, 15)),
                ZoneId.of("Asia/Shanghai"),
                7,
                12,
                Language.ZH,
                true));
  }

  @Test
  void whatAFormShowsIsReadBackAsTheSame() {
    // given
    Wish wish =
        new Wish(
            List.of("rag"),
            List.of("moe"),
            "",
            new Cadence.QuarterHourly(),
            BERLIN,
            5,
            0,
            Language.EN,
            false);

    // when
    Wish again = reader.read(Fields.of(wish), USUAL, mistakes);

    // then
    assertThat(again).isEqualTo(wish);
  }

  @Test
  void allMistakesAreToldTogether() {
    // when
    reader.read(
        fields(
            """
            {"topics":["rag"],"excluded":["rag"],"at":"8","zone":"Foo/Bar","items":"many","filter":"*x"}
            """),
        USUAL,
        mistakes);

    // then
    assertThat(mistakes.all())
        .contains(
            "both wanted and left out",
            "'8' is no time of day",
            "'Foo/Bar' is no time zone",
            "'many' is no whole number",
            "Filter, character 1");
  }

  @Test
  void oneTopicAloneIsTheRouteAndMutesStayThroughAChange() {
    // given
    Subscription present =
        OwnerChanges.muted(
            USUAL.as("u-1.a", "u-1", List.of(Channel.EMAIL)),
            new Mute(Mute.Kind.AUTHOR, "@ada"),
            true);

    // when
    Subscription one =
        reader.read(fields("{\"topics\":[\"rag\"]}"), Wish.of(present), mistakes).over(present);
    Subscription two =
        reader.read(fields("{\"topics\":[\"rag\",\"moe\"]}"), Wish.of(one), mistakes).over(one);

    // then
    assertThat(one.route()).isEqualTo("rag");
    assertThat(one.selection().topics()).isEmpty();
    assertThat(Wish.of(one).topics()).containsExactly("rag");
    assertThat(two.route()).isEqualTo(Subscription.ALL);
    assertThat(two.selection().topics()).containsExactly("moe", "rag");
    assertThat(two.selection().mutedAuthors()).containsExactly("@ada");
    assertThat(two.channels()).containsExactly(Channel.EMAIL);
  }

  @Test
  void aTopicThatIsKnownNoLongerMayStay() {
    // given
    Wish old = new Wish(List.of("gone"), List.of(), "", USUAL.cadence(), BERLIN, 5, 0, null, false);

    // when
    Wish wish = reader.read(fields("{\"topics\":[\"gone\",\"moe\"]}"), old, mistakes);

    // then
    assertThat(mistakes.all()).isEmpty();
    assertThat(wish.topics()).containsExactly("gone", "moe");
  }

  private Fields fields(String json) {
    return Fields.of(json, mistakes);
  }
}
