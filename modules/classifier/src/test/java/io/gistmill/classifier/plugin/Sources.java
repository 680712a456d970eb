package io.gistmill.classifier.plugin;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.domain.Post;
import io.gistmill.testsupport.JavaJar;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/// Plug-ins as source.
public final class Sources {

  private static final String FACTORY =
      """
      package com.example.NAME;

      import io.gistmill.classifier.api.*;
      import io.gistmill.domain.*;
      import java.util.*;

      public final class Factory implements ClassifierFactory {
        STATIC
        public Factory() { CONSTRUCTOR }
        @Override public String name() { return "NAME"; }
        @Override public String version() { return "1"; }
        @Override public Set<String> topics() { return Set.of("NAME-topic"); }
        @Override public boolean inPlace() { return true; }
        @Override public Classifier create() { CREATE }
        private Outcome answer(Post post) {
          return new Outcome.Failed(id(), SAYS);
        }
      }
      """;

  private static final String CREATE = "return posts -> posts.stream().map(this::answer).toList();";

  private String text = FACTORY;
  private final String name;

  private Sources(String name) {
    this.name = name;
  }

  /// A plug-in whose classifier says something of every post, as the reason of a failure.
  public static Sources of(String name) {
    return new Sources(name);
  }

  /// @param expression of Java
  public Sources saying(String expression) {
    return with("SAYS", expression);
  }

  public Sources creating(String statement) {
    return with("CREATE", statement);
  }

  public Sources constructing(String statement) {
    return with("CONSTRUCTOR", statement);
  }

  public Sources initialising(String block) {
    return with("STATIC", block);
  }

  public Sources replacing(String part, String by) {
    return with(part, by);
  }

  private Sources with(String part, String by) {
    text = text.replace(part, by);
    return this;
  }

  public String type() {
    return "com.example." + name.replace('-', '_') + ".Factory";
  }

  /// Without a service file.
  public JavaJar bare() {
    String whole =
        text.replace("STATIC", "")
            .replace("CONSTRUCTOR", "")
            .replace("CREATE", CREATE)
            .replace("SAYS", "\"here\"")
            .replace("package com.example.NAME", "package com.example." + name.replace('-', '_'))
            .replace("NAME", name);
    return new JavaJar()
        .source(type(), whole)
        .against(ClassifierFactory.class, Post.class, NullMarked.class, Logger.class);
  }

  public JavaJar jar() {
    return bare().service(ClassifierFactory.class, type());
  }
}
