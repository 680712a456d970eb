package io.gistmill.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes of the modules, as the build has just compiled them.
///
/// @param code what ships, and what supports tests
/// @param withTests the same and the tests of all modules
record MainClasses(JavaClasses code, JavaClasses withTests) {

  static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../.."));

  static MainClasses read() {
    // The rules go by names: what the libraries look like inside need not be read.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    List<Path> folders = CodeModule.ALL.stream().flatMap(MainClasses::folders).toList();
    JavaClasses all = new ClassFileImporter().importPaths(folders);
    return new MainClasses(
        all.that(DescribedPredicate.describe("are no tests", type -> lies(type, "target/classes"))),
        all);
  }

  /// Whether a class was read from a folder of a module.
  ///
  /// @param folder with slashes, such as `target/classes`
  static boolean lies(JavaClass type, String folder) {
    return type.getSource()
        .filter(source -> source.getUri().getPath().contains("/" + folder + "/"))
        .isPresent();
  }

  private static Stream<Path> folders(CodeModule module) {
    Path target = ROOT.resolve("modules").resolve(module.folder()).resolve("target");
    if (!Files.isDirectory(target.resolve("classes"))) {
      throw new IllegalStateException(target + " holds no classes; run mvn verify from the root");
    }
    return Stream.of(target.resolve("classes"), target.resolve("test-classes"))
        .filter(Files::isDirectory);
  }
}
