package io.gistmill.classifier.tck;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What authors of classifiers can name: types of ours and their members, a line each.
final class PublicApi {

  private static final String OURS = "io.gistmill.";

  private final SortedSet<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private PublicApi() {}

  /// @param roots with all types of ours that their signatures lead to
  static List<String> of(Class<?>... roots) {
    var api = new PublicApi();
    Arrays.stream(roots).forEach(api::reach);
    while (!api.open.isEmpty()) {
      api.follow(api.open.pop());
    }
    return api.types.stream().flatMap(PublicApi::lines).toList();
  }

  private void reach(Type type) {
    if (type instanceof ParameterizedType generic) {
      reach(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::reach);
    } else if (type instanceof Class<?> found
        && found.getName().startsWith(OURS)
        && !found.isArray()
        && types.add(found)) {
      open.push(found);
    }
  }

  private void follow(Class<?> type) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(this::reach);
    }
    executables(type)
        .forEach(member -> Arrays.stream(member.getGenericParameterTypes()).forEach(this::reach));
    Arrays.stream(type.getDeclaredMethods())
        .filter(PublicApi::isOpen)
        .forEach(method -> reach(method.getGenericReturnType()));
  }

  private static Stream<Executable> executables(Class<?> type) {
    return Stream.<Executable>concat(
            Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
        .filter(PublicApi::isOpen);
  }

  private static Stream<String> lines(Class<?> type) {
    Stream<String> members =
        Stream.concat(
            Arrays.stream(type.getDeclaredFields())
                .filter(PublicApi::isOpen)
                .map(Field::toGenericString),
            executables(type).map(PublicApi::line));
    return Stream.concat(Stream.of(type.toGenericString()), members.sorted().map("  "::concat));
  }

  private static String line(Executable member) {
    return switch (member) {
      case Method method -> method.toGenericString();
      case Constructor<?> constructor -> constructor.toGenericString();
    };
  }

  private static boolean isOpen(Member member) {
    int modifiers = member.getModifiers();
    return !member.isSynthetic()
        && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
  }
}
