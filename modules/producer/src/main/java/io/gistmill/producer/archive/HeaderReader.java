package io.gistmill.producer.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the header of one post: name, account, date and the post's own address, on one line or on
/// several, in any order. Stops at the first line that is none of these.
final class HeaderReader {

  /// A name that no account and no date follows must be shorter than one with.
  private static final int WIDEST_BARE_NAME = 24;

  private final List<String> lines;
  private final List<HeaderLine> linked = new ArrayList<>();
  private @Nullable String name;
  private @Nullable String handle;
  private @Nullable DateText date;
  private int next;

  private HeaderReader(List<String> lines) {
    this.lines = lines;
  }

  static Header read(List<String> lines) {
    var reader = new HeaderReader(lines);
    int index = Heading.nextInk(lines, 0);
    while (index < lines.size() && !reader.isComplete() && reader.takes(index)) {
      reader.next = index + 1;
      index = Heading.nextInk(lines, index + 1);
    }
    return reader.header();
  }

  private boolean isComplete() {
    return name != null && handle != null && date != null;
  }

  private boolean takes(int index) {
    HeaderLine line = HeaderLine.of(lines.get(index));
    boolean taken =
        line.isLinks() ? isNameless() : line.isDate() ? date == null : takesPerson(line, index);
    if (taken) {
      keep(line);
    }
    return taken;
  }

  private void keep(HeaderLine line) {
    name = line.name() == null ? name : line.name();
    handle = line.handle() == null ? handle : line.handle();
    date = line.date() == null ? date : line.date();
    if (!line.links().isEmpty()) {
      linked.add(line);
    }
  }

  private boolean isNameless() {
    return name == null && handle == null;
  }

  private boolean takesPerson(HeaderLine line, int index) {
    if (line.date() != null && date != null) {
      return false;
    }
    if (line.isHandle()) {
      return handle == null && isAccount(line, index);
    }
    if (line.handle() != null) {
      return isNameless() && isNamedAccount(line, index);
    }
    if (line.date() != null) {
      return isNameless() && line.name() != null && Names.possible(line.name());
    }
    return name == null && line.isName() && isName(line, index);
  }

  private boolean isNamedAccount(HeaderLine line, int index) {
    return line.date() != null
        || (date != null || isDate(following(index)))
            && Names.possible(line.name() == null ? "" : line.name())
        || Heading.at(lines, index).isPresent();
  }

  /// A bare account under a name or date is the author's, unless the text goes on from it.
  private boolean isAccount(HeaderLine line, int index) {
    if (line.date() != null) {
      return true;
    }
    HeaderLine after = following(index);
    if (name != null) {
      return date == null
          || !nameStoodWithDate()
          || Names.alike(name, line.handle() == null ? "" : line.handle());
    }
    boolean nameThenDate = after != null && after.isName() && isDate(following(nextIndex(index)));
    return isDate(after)
        || nameThenDate
        || (date != null && after != null && after.isName() && isBareName(after, nextIndex(index)));
  }

  private boolean nameStoodWithDate() {
    return lines.subList(0, next).stream()
        .map(HeaderLine::of)
        .anyMatch(line -> line.name() != null && line.date() != null);
  }

  private boolean isName(HeaderLine line, int index) {
    HeaderLine after = following(index);
    if (isDate(after)) {
      return date == null;
    }
    if (after != null && after.isHandle()) {
      return date != null
          || after.date() != null
          || isDate(following(nextIndex(index)))
          || Heading.at(lines, index).isPresent();
    }
    return (date != null || handle != null) && isBareName(line, index);
  }

  private boolean isBareName(HeaderLine line, int index) {
    String words = line.name() == null ? "" : line.name();
    boolean textFollows = Heading.nextInk(lines, index + 1) < lines.size();
    return textFollows && Names.columns(words) <= WIDEST_BARE_NAME && !Names.likeSentence(words);
  }

  private static boolean isDate(@Nullable HeaderLine line) {
    return line != null && line.isDate();
  }

  private int nextIndex(int index) {
    return Heading.nextInk(lines, index + 1);
  }

  private @Nullable HeaderLine following(int index) {
    int after = nextIndex(index);
    return after < lines.size() ? HeaderLine.of(lines.get(after)) : null;
  }

  private Header header() {
    Optional<StatusLink> own = ownLink();
    String account = handle == null ? own.map(StatusLink::handle).orElse(null) : handle;
    String author = name != null ? name : account != null ? account : "";
    return new Header(
        author,
        account,
        date == null ? DateText.MISSING : date,
        own.map(StatusLink::address).orElse(null),
        leading(own),
        next);
  }

  private Optional<StatusLink> ownLink() {
    return linked.stream()
        .flatMap(line -> line.links().stream())
        .flatMap(link -> StatusLink.parse(link).stream())
        .filter(this::isOwn)
        .findFirst();
  }

  private boolean isOwn(StatusLink status) {
    if (handle != null) {
      return status.isBy(handle);
    }
    String owner = status.handle();
    return name == null || (owner != null && Names.alike(name, owner));
  }

  private List<String> leading(Optional<StatusLink> own) {
    return linked.stream()
        .flatMap(line -> line.links().stream().filter(link -> !isProfile(line, link)))
        .filter(link -> own.isEmpty() || !StatusLink.parse(link).equals(own))
        .toList();
  }

  /// An address beside the name that ends in the author's account is part of how they sign.
  private boolean isProfile(HeaderLine line, String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    String account = handle == null ? name : handle;
    return line.name() != null
        && account != null
        && StatusLink.parse(link).isEmpty()
        && lower.replaceFirst("/$", "").endsWith("/" + account.toLowerCase(Locale.ROOT));
  }
}
