package io.gistmill.classifier.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// One mapping of a YAML file. Whatever is wrong in it is noted with its path, and reading goes on
/// with a harmless value, so that all mistakes come out at once.
public final class Section {

  private final JsonNode node;
  private final String path;
  private final List<String> mistakes;

  public Section(JsonNode node, String path, List<String> mistakes) {
    this.node = node;
    this.path = path;
    this.mistakes = mistakes;
    if (!node.isObject()) {
      mistakes.add((path.isEmpty() ? "the file" : path) + ": should be a mapping of names");
    }
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public void allowOnly(Set<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        mistake(
            name, "unknown; known here: " + String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  public void mistake(String name, String what) {
    mistakes.add(child(name) + ": " + what);
  }

  public String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      mistake(name, "should be text" + (value.isNumber() ? "; put it into quotes" : ""));
      return "";
    }
    return value.stringValue().strip();
  }

  /// @return `otherwise` also when the value is no number between the limits
  public double number(String name, double least, double most, double otherwise) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
      mistake(name, "should be a number from " + least + " to " + most);
      return otherwise;
    }
    return value.doubleValue();
  }

  /// Texts by language code; at least one.
  public SortedMap<String, String> texts(String name) {
    var texts = new TreeMap<String, String>();
    Section languages = section(name);
    for (String language : languages.names()) {
      languages.requireLanguage(language);
      texts.put(language, languages.text(language));
    }
    if (texts.isEmpty() && languages.node.isObject()) {
      mistake(name, "should hold at least one language, such as en");
    }
    return texts;
  }

  public List<String> strings(String name) {
    var strings = new ArrayList<String>();
    int index = 0;
    for (JsonNode item : items(name)) {
      if (item.isString() && !item.stringValue().isBlank()) {
        strings.add(item.stringValue().strip());
      } else {
        mistake(name + "[" + index + "]", "should be text; put it into quotes");
      }
      index++;
    }
    return strings;
  }

  public List<Section> sections(String name) {
    var sections = new ArrayList<Section>();
    for (JsonNode item : items(name)) {
      sections.add(new Section(item, child(name + "[" + sections.size() + "]"), mistakes));
    }
    return sections;
  }

  public Section section(String name) {
    return new Section(node.path(name), child(name), mistakes);
  }

  /// Whole; `otherwise` also when the value is no whole number between the limits.
  public int whole(String name, int least, int most, int otherwise) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      mistake(name, "should be a whole number from " + least + " to " + most);
      return otherwise;
    }
    return value.intValue();
  }

  public boolean flag(String name, boolean otherwise) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      mistake(name, "should be true or false");
    }
    return value.isBoolean() ? value.booleanValue() : otherwise;
  }

  /// Text where it stands there.
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)).filter(text -> !text.isEmpty()) : Optional.empty();
  }

  /// Where text that is empty says something else than none.
  public Optional<String> textOrEmpty(String name) {
    JsonNode value = node.path(name);
    return value.isString() && value.stringValue().isBlank() ? Optional.of("") : optionalText(name);
  }

  /// Text that means something else.
  ///
  /// @param parser throws [IllegalArgumentException] with the reason
  public <T> T parsed(String name, Function<String, T> parser, T otherwise) {
    String text = text(name);
    try {
      return text.isEmpty() ? otherwise : parser.apply(text);
    } catch (IllegalArgumentException e) {
      mistake(name, "'" + text + "' cannot be used: " + e.getMessage());
      return otherwise;
    }
  }

  public List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  public void requireLanguage(String name) {
    if (!name.matches("[a-z]{2,3}(-[A-Za-z0-9]+)*")) {
      mistake(name, "should be a language code, such as en or zh");
    }
  }

  private Iterable<JsonNode> items(String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isArray()) {
      mistake(name, "should be a list");
    }
    return value.isArray() ? value.values() : List.of();
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
