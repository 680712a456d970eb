package io.gistmill.testsupport.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A main class, and how to run it as a JVM of its own on the class path of this one.
///
/// @param flags of the JVM, after those that every JVM of the project gets
/// @param properties system properties
/// @param heapMegabytes the limit of its heap
public record JavaProgram(
    String main,
    List<String> arguments,
    List<String> flags,
    SortedMap<String, String> properties,
    int heapMegabytes) {

  private static final int HEAP_MEGABYTES = 256;

  public JavaProgram {
    arguments = List.copyOf(arguments);
    flags = List.copyOf(flags);
    properties = new TreeMap<>(properties);
  }

  public static JavaProgram of(Class<?> main, String... arguments) {
    return of(main.getName(), arguments);
  }

  /// As [#of(Class, String...)], with the class by name.
  ///
  /// @param main one that the caller need not compile against
  public static JavaProgram of(String main, String... arguments) {
    return new JavaProgram(main, List.of(arguments), List.of(), new TreeMap<>(), HEAP_MEGABYTES);
  }

  public JavaProgram withHeap(int megabytes) {
    return new JavaProgram(main, arguments, flags, properties, megabytes);
  }

  public JavaProgram withFlag(String flag) {
    var more = new ArrayList<>(flags);
    more.add(flag);
    return new JavaProgram(main, arguments, more, properties, heapMegabytes);
  }

  public JavaProgram withProperty(String name, String value) {
    var more = new TreeMap<>(properties);
    more.put(name, value);
    return new JavaProgram(main, arguments, flags, more, heapMegabytes);
  }

  /// Starts it; what it prints on either stream goes into the file, after what stands there.
  public ChildJvm start(Path output) {
    return ChildJvm.start(this, output);
  }

  List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.ofTheProject());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
