package io.gistmill.producer.archive;

import io.gistmill.domain.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts the author's own words from the posts quoted below them.
///
/// @param text the author's own
/// @param quoted in order; the words of each reach to the next or to the end
record Quotes(String text, List<Quote> quoted) {

  static Quotes in(List<String> lines) {
    List<Place> places = withoutLists(places(lines), lines);
    int end = places.isEmpty() ? lines.size() : places.getFirst().start();
    var quoted = new ArrayList<Quote>();
    for (int i = 0; i < places.size(); i++) {
      int until = i + 1 < places.size() ? places.get(i + 1).start() : lines.size();
      quoted.add(
          quote(places.get(i).heading(), lines.subList(places.get(i).heading().end(), until)));
    }
    return new Quotes(MarkdownText.tidy(lines.subList(0, end)), quoted);
  }

  private record Place(int start, Heading heading) {}

  private static List<Place> places(List<String> lines) {
    var places = new ArrayList<Place>();
    boolean code = false;
    int index = 0;
    while (index < lines.size()) {
      code ^= lines.get(index).strip().startsWith("```");
      Optional<Heading> heading = code ? Optional.empty() : Heading.at(lines, index);
      int start = index;
      heading.ifPresent(found -> places.add(new Place(start, found)));
      index = heading.map(Heading::end).orElse(index + 1);
    }
    return places;
  }

  /// Names that follow one another with no words between are a list of people, not quotes.
  private static List<Place> withoutLists(List<Place> places, List<String> lines) {
    var kept = new ArrayList<Place>();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).heading().dated()
          || !(isBare(places, i, lines) || isBare(places, i - 1, lines))) {
        kept.add(places.get(i));
      }
    }
    return kept;
  }

  /// Whether the next heading follows this one with no words between.
  private static boolean isBare(List<Place> places, int index, List<String> lines) {
    return index >= 0
        && index + 1 < places.size()
        && Heading.nextInk(lines, places.get(index).heading().end())
            == places.get(index + 1).start();
  }

  private static Quote quote(Heading heading, List<String> lines) {
    String text = MarkdownText.tidy(lines);
    String link =
        Links.in(List.of(text)).stream()
            .filter(
                address ->
                    StatusLink.parse(address)
                        .filter(status -> status.isBy(heading.handle()))
                        .isPresent())
            .findFirst()
            .orElse(null);
    return new Quote(heading.author(), heading.handle(), link, text);
  }
}
