package io.gistmill.tutorial;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.classifier.tck.ClassifierContract;
import io.gistmill.domain.Post;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.commons.annotation.Testable;
import org.opentest4j.AssertionFailedError;

/// What `mvn package` does in the folder of a plug-in, with no network and no artifacts of ours in
/// a repository: compiles, tests, makes the jar.
final class PretendedMaven {

  private static final Pattern POM =
      Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

  private static final List<Class<?>> API =
      List.of(ClassifierFactory.class, Post.class, NullMarked.class);

  private static final List<Class<?>> TESTS =
      List.of(
          ClassifierContract.class,
          Assertions.class,
          AssertionFailedError.class,
          Testable.class);

  private PretendedMaven() {}

  public static void main(String[] arguments) throws Exception {
    Path classes = Path.of("target", "classes");
    Path tests = Path.of("target", "test-classes");
    List<Path> api = API.stream().map(PretendedMaven::origin).toList();
    compile(Path.of("src", "main", "java"), classes, api);
    copy(Path.of("src", "main", "resources"), classes);
    var testPath = new ArrayList<>(api);
    TESTS.forEach(type -> testPath.add(origin(type)));
    testPath.add(classes);
    compile(Path.of("src", "test", "java"), tests, testPath);
    test(classes, tests);
    jar(classes);
  }

  private static Path origin(Class<?> type) {
    return Path.of(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static void compile(Path sources, Path into, List<Path> classPath) throws IOException {
    Files.createDirectories(into);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
      List<String> options = List.of("-proc:none", "-Xlint:all", "-Werror", "--release", "25");
      var units = files.getJavaFileObjectsFromPaths(below(sources));
      if (!compiler.getTask(messages, files, null, options, null, units).call()) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  private static void test(Path classes, Path tests) throws Exception {
    URL[] urls = {classes.toUri().toURL(), tests.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, PretendedMaven.class.getClassLoader())) {
      int run = 0;
      for (Path file : below(tests)) {
        String type = tests.relativize(file).toString().replace(".class", "").replace('/', '.');
        Class<?> test = Class.forName(type, true, loader);
        if (ClassifierContract.class.isAssignableFrom(test)) {
          run += run(test);
        }
      }
      if (run == 0) {
        throw new IllegalStateException("no test was run");
      }
    }
  }

  private static int run(Class<?> type) throws Exception {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    method("isFoundByItsServiceFile").invoke(test);
    int run = 0;
    for (Object dynamic :
        ((Stream<?>) Objects.requireNonNull(method("keepsItsPromises").invoke(test))).toList()) {
      try {
        ((DynamicTest) dynamic).getExecutable().execute();
        run++;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
    return run;
  }

  private static Method method(String name) throws NoSuchMethodException {
    Method method = ClassifierContract.class.getDeclaredMethod(name);
    method.setAccessible(true);
    return method;
  }

  private static void jar(Path classes) throws IOException {
    Matcher pom = POM.matcher(Files.readString(Path.of("pom.xml")));
    if (!pom.find()) {
      throw new IllegalStateException("the pom has no artifact");
    }
    Path jar = Path.of("target", pom.group(1) + "-" + pom.group(2) + ".jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : below(classes)) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static void copy(Path from, Path into) throws IOException {
    for (Path file : below(from)) {
      Path target = into.resolve(from.relativize(file).toString());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.write(target, Files.readAllBytes(file));
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
