package io.gistmill.benchmarks.posts;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Somebody who posts.
record Person(String name, String handle, boolean writesChinese) {

  private static Person invent(Names names, boolean chinese) {
    return new Person(
        chinese ? names.chinesePerson() : names.englishPerson(), names.handle(), chinese);
  }

  static List<Person> invent(int count, RandomGenerator random) {
    var names = new Names(random);
    return Stream.generate(() -> invent(names, random.nextBoolean())).limit(count).toList();
  }
}
