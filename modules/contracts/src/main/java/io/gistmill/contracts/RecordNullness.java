package io.gistmill.contracts;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/// Lets Jackson see what the compiler sees: a record component without `@Nullable` must be there.
///
/// Without it a field that is missing from a damaged record would become a null that fails far from
/// its cause. Lists are read as empty instead, so that a list can be added to a record later.
final class RecordNullness extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isComponent(member) && !isList(member) && !isNullable(member) ? true : null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    if (!isComponent(annotated) || isNullable(annotated)) {
      return JsonSetter.Value.empty();
    }
    return JsonSetter.Value.forValueNulls(isList(annotated) ? Nulls.AS_EMPTY : Nulls.FAIL);
  }

  private static boolean isComponent(Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
        && constructor.getDeclaringClass().isRecord();
  }

  private static boolean isList(Annotated annotated) {
    return List.class.isAssignableFrom(annotated.getRawType());
  }

  private static boolean isNullable(Annotated annotated) {
    return annotated instanceof AnnotatedParameter parameter
        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
        && type(constructor, parameter.getIndex()).isAnnotationPresent(Nullable.class);
  }

  private static AnnotatedType type(Constructor<?> constructor, int index) {
    return constructor.getAnnotatedParameterTypes()[index];
  }
}
