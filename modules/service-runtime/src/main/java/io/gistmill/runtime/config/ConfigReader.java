package io.gistmill.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads settings, the strongest source first: command line, environment, file, and then the
/// default that the caller names.
///
/// A value that cannot be used is noted, and reading goes on with the default: only [#finish]
/// throws, with everything that is wrong. So: ask for all settings, call [#finish], and make a
/// client only after that. Keys are parts with dots between, in lower case, with dashes inside a
/// part: `kafka.bootstrap`. For one thread, and used once.
public final class ConfigReader {

  private final List<Layer> layers = new ArrayList<>();
  private final KnownKeys known = new KnownKeys();
  private final List<String> mistakes = new ArrayList<>();

  private ConfigReader() {}

  public static ConfigReader of(ConfigSources sources) {
    var reader = new ConfigReader();
    SortedMap<String, Given> flags = new TreeMap<>();
    sources.commandLine().forEach((key, text) -> flags.put(key, Given.text("--" + key, text)));
    reader.layers.add(new KeyedLayer(flags));
    reader.layers.add(new EnvironmentLayer(sources.environment(), sources.ignored()));
    Path file = sources.file();
    if (file != null) {
      reader.layers.add(new KeyedLayer(YamlSettings.read(file, reader.mistakes::add)));
    }
    return reader;
  }

  /// Any value that can be read from a text.
  ///
  /// @param parser throws [IllegalArgumentException] with a message that goes on after the value:
  ///   `is no time zone; use a name such as Europe/Berlin`
  public <T> Optional<T> value(String key, Function<String, T> parser) {
    known.keys().add(key);
    Given given = strongest(key);
    if (given == null) {
      return Optional.empty();
    }
    String text = given.text();
    if (text == null) {
      mistakes.add(given.place() + ": expected one value and not a list");
      return Optional.empty();
    }
    return parsed(given.place(), "'" + text + "' ", () -> parser.apply(text));
  }

  public Optional<String> text(String key) {
    return value(key, Parsers::notEmpty);
  }

  public String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  public int number(String key, int fallback, int least, int most) {
    return value(key, text -> Parsers.within(Parsers.wholeNumber(text), least, most))
        .orElse(fallback);
  }

  /// With its unit: `500ms`, `30s`, `5m`, `2h`, `7d`, or as in ISO 8601.
  public Duration duration(String key, Duration fallback, Duration least, Duration most) {
    return value(
            key,
            text -> {
              Duration duration = Parsers.duration(text);
              if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw Parsers.outside(Parsers.format(least), Parsers.format(most));
              }
              return duration;
            })
        .orElse(fallback);
  }

  /// In bytes: `512KiB`, `5MiB`, `2GiB` or a bare number.
  public long size(String key, long fallback, long least, long most) {
    return value(
            key,
            text -> {
              long size = Parsers.size(text);
              if (size < least || size > most) {
                throw Parsers.outside(Parsers.format(least), Parsers.format(most));
              }
              return size;
            })
        .orElse(fallback);
  }

  public ZoneId zone(String key, ZoneId fallback) {
    return value(key, Parsers::zone).orElse(fallback);
  }

  public Optional<Path> path(String key) {
    return value(key, Parsers::path);
  }

  public Path path(String key, Path fallback) {
    return path(key).orElse(fallback);
  }

  /// `true`, `yes`, `on`, or `false`, `no`, `off`.
  public boolean flag(String key, boolean fallback) {
    return value(key, Parsers::flag).orElse(fallback);
  }

  /// A constant by its name in lower case, with dashes.
  public <E extends Enum<E>> E choice(String key, E fallback) {
    E[] all = Objects.requireNonNull(fallback.getDeclaringClass().getEnumConstants());
    return value(key, text -> Parsers.constant(all, text)).orElse(fallback);
  }

  /// In a file a list, elsewhere one text with commas.
  public List<String> list(String key, List<String> fallback) {
    known.keys().add(key);
    Given given = strongest(key);
    return given == null ? fallback : given.items();
  }

  /// Free keys below a prefix, each from its strongest source.
  public SortedMap<String, String> textMap(String prefix) {
    known.prefixes().add(prefix);
    SortedMap<String, String> texts = new TreeMap<>();
    for (Layer layer : layers.reversed()) {
      layer.below(prefix).forEach((key, given) -> texts.put(key, whole(given)));
    }
    return texts;
  }

  /// A password or the like: under the key itself, or in the file that `key.file` names.
  public Optional<Secret> secret(String key) {
    known.keys().add(key);
    known.keys().add(key + ".file");
    for (Layer layer : layers) {
      Given value = layer.find(key);
      Given file = layer.find(key + ".file");
      if (value != null && file != null) {
        mistakes.add(value.place() + ": given as " + file.place() + " too; take one out");
      }
      if (value != null) {
        return parsed(value.place(), "", () -> new Secret(Parsers.notEmpty(whole(value))));
      }
      if (file != null) {
        return parsed(file.place(), "", () -> Parsers.secretIn(Parsers.path(whole(file))));
      }
    }
    return Optional.empty();
  }

  /// A record whose constructor checks what its parts are worth together.
  ///
  /// @param path under which its parts stand, for the message
  /// @param maker reads the parts; an [IllegalArgumentException] is noted as a mistake
  public <T> Optional<T> record(String path, Supplier<T> maker) {
    return parsed(path, "", maker);
  }

  /// Names keys that may be given though nobody asks for them here, because other commands do.
  public ConfigReader alsoKnown(String... keys) {
    known.keys().addAll(Arrays.asList(keys));
    return this;
  }

  /// Notes what the caller itself found to be wrong.
  public void mistake(String mistake) {
    mistakes.add(mistake);
  }

  /// @throws InvalidConfigException with all mistakes, when there are any
  public void finish() {
    List<String> all = new ArrayList<>(mistakes);
    List<Layer.Stranger> strangers =
        layers.stream().flatMap(layer -> layer.strangers(known).stream()).toList();
    strangers.forEach(stranger -> all.add(unknown(stranger)));
    if (!strangers.isEmpty()) {
      all.add("known keys are " + known.list());
    }
    if (!all.isEmpty()) {
      throw new InvalidConfigException(all);
    }
  }

  private static String unknown(Layer.Stranger stranger) {
    return stranger.place()
        + ": unknown"
        + (stranger.nearest() == null
            ? "; take it out"
            : "; did you mean " + stranger.nearest() + "?");
  }

  private @Nullable Given strongest(String key) {
    return layers.stream()
        .map(layer -> layer.find(key))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private <T> Optional<T> parsed(String place, String subject, Supplier<T> parser) {
    try {
      return Optional.of(parser.get());
    } catch (IllegalArgumentException e) {
      mistakes.add(place + ": " + subject + Objects.requireNonNullElse(e.getMessage(), "is wrong"));
      return Optional.empty();
    }
  }

  private static String whole(Given given) {
    return Objects.requireNonNullElse(given.text(), String.join(",", given.items()));
  }
}
