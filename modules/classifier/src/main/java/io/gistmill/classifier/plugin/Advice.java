package io.gistmill.classifier.plugin;

import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns what foreign code threw into what is wrong and how to mend it.
public final class Advice {

  /// What a service file is of stands in front of what is wrong with it.
  private static final Pattern SERVICE = Pattern.compile("^(?:\\w+\\.)+(\\w+): ");

  private static final Pattern NEWER =
      Pattern.compile("(\\S+) has been compiled by a more recent .*class file version (\\d+)");

  /// Class file version of Java 1.0, less one.
  private static final int JAVA_0 = 44;

  private static final int MAX_LENGTH = 500;

  private Advice() {}

  /// @return what is wrong, and the mend behind a semicolon where one is known
  public static String on(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = next(at)) {
      String known = known(at);
      if (known != null) {
        return shortened(known);
      }
    }
    return shortened(other(thrown));
  }

  private static String other(Throwable thrown) {
    Throwable root = root(thrown);
    return switch (root) {
      case IllegalArgumentException e when e.getMessage() != null -> String.valueOf(e.getMessage());
      case ServiceConfigurationError e -> wrongService(String.valueOf(e.getMessage()));
      default ->
          "it threw "
              + named(root)
              + (thrown instanceof ServiceConfigurationError
                  ? "; mend its constructor, or do such work in create(), which is tried again"
                  : "");
    };
  }

  private static String wrongService(String message) {
    Matcher service = SERVICE.matcher(message);
    boolean named = service.find();
    return (named ? message.substring(service.end()) : message)
        + "; a service file names public classes that implement "
        + (named ? service.group(1) : "ClassifierFactory")
        + ", a line each";
  }

  private static @Nullable String known(Throwable thrown) {
    return switch (thrown) {
      case UnsupportedClassVersionError e -> newerJava(String.valueOf(e.getMessage()));
      case NoClassDefFoundError e when e.getCause() == null -> missing(e.getMessage());
      case ClassNotFoundException e -> missing(e.getMessage());
      case ExceptionInInitializerError e ->
          "its static initialiser threw "
              + named(root(e))
              + "; let the class load without it, and do such work in create()";
      case NoSuchMethodException e -> noConstructor(e);
      case NoSuchMethodError e -> otherVersion(e);
      case NoSuchFieldError e -> otherVersion(e);
      case AbstractMethodError e -> otherVersion(e);
      case OutOfMemoryError e ->
          "it needs more memory than there is (" + e.getMessage() + "); give the JVM more: -Xmx";
      case StackOverflowError e -> "it calls itself without end; its stack has overflowed";
      default -> null;
    };
  }

  private static String newerJava(String message) {
    Matcher newer = NEWER.matcher(message);
    String here = String.valueOf(Runtime.version().feature());
    if (!newer.find()) {
      return "it was compiled for a newer Java; compile it with --release " + here;
    }
    return newer.group(1).replace('/', '.')
        + " was compiled for Java "
        + (Integer.parseInt(newer.group(2)) - JAVA_0)
        + ", and this is Java "
        + here
        + "; compile it with --release "
        + here
        + ", or run Gistmill with the newer Java";
  }

  private static String missing(@Nullable String name) {
    return "the class "
        + String.valueOf(name).replace('/', '.')
        + " is not in its jars; put the library that has it beside them: of Gistmill's own"
        + " classes a plug-in sees only "
        + String.join(", ", SharedPackages.NAMES);
  }

  private static String noConstructor(NoSuchMethodException e) {
    return "there is no "
        + e.getMessage()
        + "; give the class a public constructor without"
        + " parameters";
  }

  private static String otherVersion(LinkageError e) {
    return named(e)
        + "; it was compiled against another version of a library, or of Gistmill's API, than it"
        + " meets here: compile it anew";
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    Throwable cause = next(root);
    while (cause != null) {
      root = cause;
      cause = next(root);
    }
    return root;
  }

  private static @Nullable Throwable next(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == thrown ? null : cause;
  }

  private static String named(Throwable thrown) {
    String message = thrown.getMessage();
    String type = thrown.getClass().getSimpleName();
    return message == null ? type : type + " (" + message + ")";
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
  }
}
