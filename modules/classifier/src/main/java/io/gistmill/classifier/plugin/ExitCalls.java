package io.gistmill.classifier.plugin;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

/// Takes from the classes of plug-ins the calls that would end the process: `System.exit`,
/// `Runtime.exit` and `Runtime.halt`, as calls and as method references. They throw a
/// [SecurityException] instead, which is recorded as the classifier's failure.
///
/// For a class loader that defines foreign classes. It protects against libraries and authors who
/// mean no harm: whoever finds these methods by reflection, or calls native code, still ends the
/// process, since a process has nothing that stops them any more (JEP 486).
public final class ExitCalls {

  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
  private static final ClassDesc SECURITY_EXCEPTION = ClassDesc.of("java.lang.SecurityException");
  private static final MethodTypeDesc WITH_TEXT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);
  private static final String REFUSAL = "gistmill$exit";
  private static final String TEXT = "a classifier may not end the process";

  private final ClassFile classFile;
  private final ClassModel model;
  private final ClassDesc self;
  private final boolean isInterface;

  private ExitCalls(ClassFile classFile, ClassModel model) {
    this.classFile = classFile;
    this.model = model;
    this.self = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(AccessFlag.INTERFACE);
  }

  /// @param bytes of a class file
  /// @param loader finds what the class extends and uses
  /// @return the same bytes where there is no such call, or where they are no class file that this
  ///   Java can read: whoever defines the class will say so
  /// @throws LinkageError when there is one that cannot be taken out
  public static byte[] replaced(byte[] bytes, ClassLoader loader) {
    var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver(loader)));
    ClassModel model;
    try {
      model = classFile.parse(bytes);
      if (!endsProcess(model)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      return bytes;
    }
    return replaced(classFile, model);
  }

  private static byte[] replaced(ClassFile classFile, ClassModel model) {
    try {
      return new ExitCalls(classFile, model).replaced();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new LinkageError(
          model.thisClass().asInternalName().replace('/', '.')
              + " would end the process, and the call cannot be taken out; see that the class does"
              + " not call System.exit",
          e);
    }
  }

  /// What cannot be found, such as a library left out on purpose, extends `Object`: good enough to
  /// go round a call that is replaced.
  private static ClassHierarchyResolver resolver(ClassLoader loader) {
    return ClassHierarchyResolver.ofResourceParsing(loader)
        .orElse(ClassHierarchyResolver.defaultResolver())
        .orElse(_ -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
  }

  private static boolean endsProcess(ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof MemberRefEntry member
          && endsProcess(member.owner().asSymbol(), member.name().stringValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsProcess(ClassDesc owner, String name) {
    return (SYSTEM.equals(owner) && "exit".equals(name))
        || (RUNTIME.equals(owner) && ("exit".equals(name) || "halt".equals(name)));
  }

  private byte[] replaced() {
    return classFile.transformClass(
        model,
        ClassTransform.transformingMethodBodies(this::replace)
            .andThen(ClassTransform.endHandler(this::addRefusals)));
  }

  private void replace(CodeBuilder code, CodeElement element) {
    switch (element) {
      case InvokeInstruction call
          when endsProcess(call.owner().asSymbol(), call.name().stringValue()) ->
          code.invokestatic(self, REFUSAL, refusal(call.owner().asSymbol()), isInterface);
      case InvokeDynamicInstruction call
          when call.bootstrapArgs().stream().anyMatch(ExitCalls::isReference) ->
          code.invokedynamic(replaced(call));
      default -> code.with(element);
    }
  }

  private static boolean isReference(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        && endsProcess(handle.owner(), handle.methodName());
  }

  private DynamicCallSiteDesc replaced(InvokeDynamicInstruction call) {
    List<ConstantDesc> arguments =
        call.bootstrapArgs().stream()
            .map(argument -> isReference(argument) ? refusal(argument) : argument)
            .toList();
    return DynamicCallSiteDesc.of(
        call.bootstrapMethod(),
        call.name().stringValue(),
        call.typeSymbol(),
        arguments.toArray(ConstantDesc[]::new));
  }

  private ConstantDesc refusal(ConstantDesc reference) {
    ClassDesc owner = ((DirectMethodHandleDesc) reference).owner();
    return MethodHandleDesc.ofMethod(
        isInterface
            ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
            : DirectMethodHandleDesc.Kind.STATIC,
        self,
        REFUSAL,
        refusal(owner));
  }

  /// With the receiver as its first argument, as the method refused would be called.
  private static MethodTypeDesc refusal(ClassDesc owner) {
    return SYSTEM.equals(owner)
        ? MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int)
        : MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);
  }

  private void addRefusals(ClassBuilder into) {
    for (ClassDesc owner : List.of(SYSTEM, RUNTIME)) {
      into.withMethodBody(
          REFUSAL,
          refusal(owner),
          ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
          ExitCalls::throwRefusal);
    }
  }

  private static void throwRefusal(CodeBuilder code) {
    code.new_(SECURITY_EXCEPTION)
        .dup()
        .loadConstant(TEXT)
        .invokespecial(SECURITY_EXCEPTION, ConstantDescs.INIT_NAME, WITH_TEXT)
        .athrow();
  }
}
