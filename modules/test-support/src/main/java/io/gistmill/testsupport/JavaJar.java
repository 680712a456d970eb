package io.gistmill.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A jar compiled while a test runs, such as that of a plug-in.
public final class JavaJar {

  private final List<JavaFileObject> sources = new ArrayList<>();
  private final SortedMap<String, byte[]> entries = new TreeMap<>();
  private final List<Path> classPath = new ArrayList<>();

  /// @param type full name of the public class
  public JavaJar source(String type, String text) {
    sources.add(new Source(type, text));
    return this;
  }

  /// @param name of the entry, with slashes
  public JavaJar file(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Names what a service file lists.
  public JavaJar service(Class<?> service, String... types) {
    return file("META-INF/services/" + service.getName(), String.join("\n", types) + "\n");
  }

  /// Compiles against another jar, which does not come into this one.
  public JavaJar against(Path jar) {
    classPath.add(jar);
    return this;
  }

  /// Compiles against what the test itself has of these types: their jars or folders of classes.
  public JavaJar against(Class<?>... types) {
    for (Class<?> type : types) {
      classPath.add(
          Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())));
    }
    return this;
  }

  /// Compiles the sources and writes the jar; its folder is made.
  ///
  /// @throws IllegalStateException with the compiler's messages
  public Path write(Path jar) throws IOException {
    if (!sources.isEmpty()) {
      compile();
    }
    Files.createDirectories(Objects.requireNonNull(jar.toAbsolutePath().getParent()));
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  /// Marks a class as made for another Java.
  ///
  /// @param name of the class file in the jar, with slashes
  public JavaJar compiledFor(String name, int java) {
    if (!entries.containsKey(name)) {
      compile();
      sources.clear();
    }
    byte[] bytes = Objects.requireNonNull(entries.get(name), name).clone();
    // A class file begins with a magic number, the minor and the major version.
    int major = java + 44;
    bytes[6] = (byte) (major >> 8);
    bytes[7] = (byte) major;
    entries.put(name, bytes);
    return this;
  }

  private void compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      List<String> options = List.of("-proc:none", "-parameters", "-nowarn", "-Xlint:none");
      if (!compiler.getTask(messages, new Into(files), null, options, null, sources).call()) {
        throw new IllegalStateException(messages.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String type, String text) {
      super(URI.create("string:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Into extends ForwardingJavaFileManager<JavaFileManager> {

    Into(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
      String name = type.replace('.', '/') + kind.extension;
      return new SimpleJavaFileObject(URI.create("string:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              entries.put(name, toByteArray());
            }
          };
        }
      };
    }
  }
}
