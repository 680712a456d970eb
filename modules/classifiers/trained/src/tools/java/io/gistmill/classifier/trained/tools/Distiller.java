package io.gistmill.classifier.trained.tools;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainingFile;
import io.gistmill.classifier.trained.model.PostEncoder;
import io.gistmill.classifier.trained.text.Bag;
import io.gistmill.classifier.trained.text.PostText;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes `tokens.bin`, the vectors of words, distilled from an embedding model.
///
/// 1. Every word goes through the model by itself. The vectors are projected onto the first
///    principal components of all that the model said, and weighted by how rare the word is, a / (a
///    + share). (Minish, "Model2Vec", 2024; Arora, Liang and Ma, "A simple but tough-to-beat
///      baseline for sentence embeddings", 2017.)
/// 2. From there a [Student] learns to say of whole texts what the model says of them.
public final class Distiller {

  private static final int DIMS = 64;
  private static final double COMMON = 1e-4;

  /// A character by itself says less than the word in which it stands.
  private static final double CHARACTER = 0.3;

  private static final double SENTENCE = 3;

  private final PostText text = new PostText(4);
  private final Teacher teacher;
  private final Dictionary dictionary;
  private final List<String> posts;

  private Distiller(List<String> posts) throws Exception {
    this.posts = posts;
    this.teacher = new Teacher();
    this.dictionary = Dictionary.read();
  }

  /// @param args folder of training files, file to write
  public static void main(String[] args) throws Exception {
    List<String> posts =
        TrainingFile.readAll(Path.of(args[0])).stream()
            .map(Example::post)
            .map(post -> post.text())
            .toList();
    new Distiller(posts).write(Path.of(args[1]));
  }

  private void write(Path file) throws IOException {
    SortedMap<Integer, String> words = new TreeMap<>();
    SortedMap<String, Double> shares = Vocabulary.of(dictionary, posts);
    for (String word : shares.keySet()) {
      int hash = text.hashOf(word);
      if (hash != 0) {
        words.putIfAbsent(hash, word);
      }
    }
    List<Integer> hashes = List.copyOf(words.keySet());
    double[] weights = words.values().stream().mapToDouble(word -> weight(word, shares)).toArray();
    write(file, hashes, vectors(hashes, List.copyOf(words.values()), weights));
  }

  private static double weight(String word, SortedMap<String, Double> shares) {
    boolean character = word.length() == 1 && Dictionary.HAN.matcher(word).matches();
    return COMMON / (COMMON + shares.get(word)) * (character ? CHARACTER : 1);
  }

  private float[][] vectors(List<Integer> hashes, List<String> words, double[] weights) {
    Lessons lessons = Lessons.of(dictionary, posts);
    System.out.println(words.size() + " words, " + lessons.texts().size() + " texts");
    float[][] single = teacher.embed(words);
    float[][] whole = teacher.embed(lessons.texts());
    Projection projection = projection(single, weights, whole, lessons.sentences());
    float[][] vectors = projection.all(single);
    for (int i = 0; i < vectors.length; i++) {
      for (int d = 0; d < DIMS; d++) {
        vectors[i][d] *= (float) weights[i];
      }
    }
    var taught = new ArrayList<Student.Lesson>();
    for (int i = 0; i < whole.length; i++) {
      double importance = i < lessons.sentences() ? SENTENCE : 1;
      float[] target = unit(projection.of(whole[i]));
      Student.Lesson lesson = lesson(lessons.texts().get(i), hashes, target, importance);
      if (lesson.words().length > 0) {
        taught.add(lesson);
      }
    }
    new Student(vectors).learn(taught.toArray(Student.Lesson[]::new));
    return vectors;
  }

  private static Projection projection(
      float[][] single, double[] weights, float[][] whole, int sentences) {
    float[][] all = Arrays.copyOf(whole, whole.length + single.length);
    System.arraycopy(single, 0, all, whole.length, single.length);
    var importance = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      importance[i] =
          i < sentences ? SENTENCE : i < whole.length ? 1 : CHARACTER * weights[i - whole.length];
    }
    return new Projection(all, importance, DIMS);
  }

  private static float[] unit(float[] vector) {
    double squares = 1e-12;
    for (float value : vector) {
      squares += value * value;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private Student.Lesson lesson(
      String sentence, List<Integer> hashes, float[] target, double importance) {
    var bag = new Bag();
    text.read(TrainingFile.post(null, sentence, List.of()), bag);
    var words = new int[bag.size()];
    var times = new float[bag.size()];
    int size = 0;
    for (int i = 0; i < bag.size(); i++) {
      int word = java.util.Collections.binarySearch(hashes, bag.hash(i));
      if (word >= 0) {
        words[size] = word;
        times[size++] = PostEncoder.dampened(bag.count(i));
      }
    }
    return new Student.Lesson(
        Arrays.copyOf(words, size), Arrays.copyOf(times, size), target, importance);
  }

  /// Layout: dimensions, count, hashes; the step of each row, in 255ths of the widest; the rows, in
  /// 127 steps.
  private static void write(Path file, List<Integer> hashes, float[][] vectors) throws IOException {
    float widest = 0;
    for (float[] vector : vectors) {
      widest = Math.max(widest, most(vector));
    }
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(DIMS);
      out.writeInt(hashes.size());
      for (int hash : hashes) {
        out.writeInt(hash);
      }
      for (float[] vector : vectors) {
        out.writeByte(step(vector, widest));
      }
      for (float[] vector : vectors) {
        float unit = widest * step(vector, widest) / 255;
        for (float value : vector) {
          out.writeByte(Math.round(value / unit * 127));
        }
      }
    }
    System.out.println(hashes.size() + " vectors, " + Files.size(file) + " bytes");
  }

  private static int step(float[] vector, float widest) {
    return Math.max(1, (int) Math.ceil(most(vector) / widest * 255));
  }

  private static float most(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }
}
