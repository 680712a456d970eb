package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.testclasses.Harmless;
import io.gistmill.classifier.testclasses.Leaving;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCallsTest {

  @ParameterizedTest
  @EnumSource(Leaving.Way.class)
  void aCallThatWouldEndTheProcessThrows(Leaving.Way way) throws Exception {
    Runnable leaving = instance(Leaving.class, way.name());

    assertThatThrownBy(leaving::run)
        .isInstanceOf(SecurityException.class)
        .hasMessage("a classifier may not end the process");
  }

  @Test
  void aClassWithoutSuchCallsStaysByteForByte() throws IOException {
    byte[] bytes = bytes(Harmless.class);

    assertThat(ExitCalls.replaced(bytes, ExitCallsTest.class.getClassLoader())).isSameAs(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 40})
  void whatIsNoClassFileIsLeftToTheLoader(int length) {
    byte[] bytes = new byte[length];

    assertThat(ExitCalls.replaced(bytes, ExitCallsTest.class.getClassLoader())).isSameAs(bytes);
  }

  private static Runnable instance(Class<?> type, String argument) throws Exception {
    Class<?> defined = new ExitlessLoader(type).loadClass(type.getName());
    return (Runnable) defined.getConstructor(String.class).newInstance(argument);
  }

  static byte[] bytes(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }
}
