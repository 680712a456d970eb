package io.gistmill.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.ClassifierEngine;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OnnxEngineTest {

  @Test
  void itIsFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(ClassifierEngine.class))
        .anyMatch(engine -> engine.kind().equals("onnx"));
  }

  @Test
  void itIsFoundWithoutTouchingTheLibrary() throws IOException, ReflectiveOperationException {
    // given: the engine and what it implements, without ONNX Runtime and what needs it
    var path = new ArrayList<URL>();
    for (Class<?> type : List.of(OnnxEngine.class, ClassifierEngine.class)) {
      path.add(type.getProtectionDomain().getCodeSource().getLocation());
    }
    try (var loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {

      // when
      Object engine =
          loader.loadClass(OnnxEngine.class.getName()).getDeclaredConstructor().newInstance();

      // then
      assertThat(engine.getClass().getMethod("kind").invoke(engine)).isEqualTo("onnx");
    }
  }
}
