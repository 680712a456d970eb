package io.gistmill.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Compiles a few lines of Java, so that a class which breaks a rule can lie in any package without
/// standing in the repository.
final class Offence {

  private Offence() {}

  /// @param units compilation units; the first class of each is called `Offender1`, `Offender2`,
  ///   ...
  static JavaClasses compile(List<String> units, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (int i = 0; i < units.size(); i++) {
      Path source = Files.createDirectories(folder.resolve("" + i)).resolve(name(i) + ".java");
      Files.writeString(source, units.get(i), StandardCharsets.UTF_8);
      arguments.add(source.toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalArgumentException("the offence does not compile: " + units);
    }
    return new ClassFileImporter().importPath(folder);
  }

  private static String name(int index) {
    return "Offender" + (index + 1);
  }
}
