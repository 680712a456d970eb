package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierFactory;
import java.nio.file.Path;
import java.util.List;

/// What one folder of plug-ins came to.
///
/// @param name of the folder
/// @param folder where it lies
/// @param factories that it offers and that can be called; each call runs with the plug-in's own
///   class loader, and none is in place
/// @param problems what cannot be used, each with its mend
public record FoundPlugin(
    String name, Path folder, List<ClassifierFactory> factories, List<String> problems) {

  public FoundPlugin {
    factories = List.copyOf(factories);
    problems = List.copyOf(problems);
  }

  /// A factory as its author wrote it, without what a plug-in is wrapped in.
  ///
  /// @param factory of a plug-in, or any other
  public static ClassifierFactory bare(ClassifierFactory factory) {
    return factory instanceof PluginFactory plugin ? plugin.bare() : factory;
  }

  static FoundPlugin broken(Path folder, String problem) {
    return new FoundPlugin(nameOf(folder), folder, List.of(), List.of(problem));
  }

  static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  /// A problem as people read it: which plug-in, where, what, and the mend.
  public String tell(String problem) {
    return "plug-in '" + name + "' (" + folder + "): " + problem;
  }
}
