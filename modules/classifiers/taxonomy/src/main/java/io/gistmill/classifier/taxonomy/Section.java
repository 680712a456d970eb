package io.gistmill.classifier.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One mapping of a YAML file. Whatever is wrong in it is noted with its path, and reading goes on
/// with a harmless value, so that all mistakes come out at once.
final class Section {

  private final JsonNode node;
  private final String path;
  private final List<String> mistakes;

  Section(JsonNode node, String path, List<String> mistakes) {
    this.node = node;
    this.path = path;
    this.mistakes = mistakes;
    if (!node.isObject()) {
      mistakes.add((path.isEmpty() ? "the file" : path) + ": should be a mapping of names");
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  void allowOnly(Set<String> names) {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        mistake(
            name, "unknown; known here: " + String.join(", ", names.stream().sorted().toList()));
      }
    }
  }

  void mistake(String name, String what) {
    mistakes.add(child(name) + ": " + what);
  }

  String text(String name) {
    JsonNode value = node.path(name);
    if (!value.isString() || value.stringValue().isBlank()) {
      mistake(name, "should be text" + (value.isNumber() ? "; put it into quotes" : ""));
      return "";
    }
    return value.stringValue().strip();
  }

  /// @return `otherwise` also when the value is no number between the limits
  double number(String name, double least, double most, double otherwise) {
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
  SortedMap<String, String> texts(String name) {
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

  List<String> strings(String name) {
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

  List<Section> sections(String name) {
    var sections = new ArrayList<Section>();
    for (JsonNode item : items(name)) {
      sections.add(new Section(item, child(name + "[" + sections.size() + "]"), mistakes));
    }
    return sections;
  }

  Section section(String name) {
    return new Section(node.path(name), child(name), mistakes);
  }

  List<String> names() {
    return List.copyOf(node.propertyNames());
  }

  void requireLanguage(String name) {
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
