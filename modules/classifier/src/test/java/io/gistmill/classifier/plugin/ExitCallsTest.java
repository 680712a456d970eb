package io.gistmill.classifier.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.testclasses.Harmless;
import io.gistmill.classifier.testclasses.Leaving;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.DiscontinuedInstruction.JsrInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction.RetInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
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

  @Test
  void aClassThatCannotBeRewrittenIsRefusedByItsName() {
    byte[] bytes = oldClass(ClassDesc.of("com.example.Old"));

    assertThatThrownBy(() -> ExitCalls.replaced(bytes, ExitCallsTest.class.getClassLoader()))
        .isInstanceOf(LinkageError.class)
        .hasMessageStartingWith("com.example.Old would end the process");
  }

  /// Compilers of Java 5 and before wrote subroutines, for which there are no stack maps. A later
  /// version wants these.
  private static byte[] oldClass(ClassDesc name) {
    return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
        .build(
            name,
            type ->
                type.withVersion(ClassFile.JAVA_8_VERSION, 0)
                    .withMethodBody(
                        "leave",
                        MethodTypeDesc.of(ConstantDescs.CD_void),
                        ClassFile.ACC_STATIC,
                        ExitCallsTest::subroutine));
  }

  private static void subroutine(CodeBuilder code) {
    Label routine = code.newLabel();
    code.with(JsrInstruction.of(routine))
        .iconst_0()
        .invokestatic(
            ClassDesc.of("java.lang.System"),
            "exit",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int))
        .return_()
        .labelBinding(routine)
        .astore(0)
        .with(RetInstruction.of(0));
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
