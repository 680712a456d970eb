package io.gistmill.classifier.trained.model;

import io.gistmill.classifier.trained.text.Bag;
import io.gistmill.classifier.trained.vectors.WeightedRows;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scores one post after the other. For one thread at a time.
final class Scorer {

  private static final double MICROS = 1_000_000;

  /// More than rounding can change a score.
  private static final double SLACK = 0.01;

  private final Model model;
  private final PostEncoder encoder;
  private final int topics;
  private final float[] scores;

  /// The grams of the post that the model knows.
  private final WeightedRows known;

  /// Log-odds of each topic, as they are to be taken.
  private double[] odds = {};

  private final double[] floors;

  /// A topic that a post gets.
  ///
  /// @param topic place in the model
  record Given(int topic, Fixed confidence) {}

  /// @param encoder reads the posts that are scored
  Scorer(Model model, PostEncoder encoder) {
    this.model = model;
    this.encoder = encoder;
    this.topics = model.topics().size();
    this.scores = new float[topics];
    this.known = new WeightedRows(model.weights(), topics);
    this.floors = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      floors[topic] = Logistic.inverse(model.thresholds()[topic].micros() / MICROS) - SLACK;
    }
  }

  /// @return a confidence for each topic, in the order of the model
  Fixed[] confidences() {
    return model.single() ? shares() : probabilities();
  }

  /// The topics whose confidence reaches their threshold, or the most confident one where every
  /// post has exactly one; in the order of the model.
  List<Given> given() {
    return model.single() ? List.of(mostConfident()) : reaching();
  }

  /// Reads a post, of which the other methods then tell.
  void score(Post post) {
    encoder.read(post);
    addGrams();
    addDense();
    addNeighbours();
    odds = model.stacking().odds(calibrated());
  }

  private void addNeighbours() {
    if (model.features().neighbours() > 0) {
      double[] votes = model.neighbours().votes(encoder.sentence(), topics);
      for (int topic = 0; topic < topics; topic++) {
        scores[topic] += (float) (model.features().neighbours() * votes[topic]);
      }
    }
  }

  /// The example of a topic that is most like the post; empty where the model knows none.
  Optional<Like> like(int topic) {
    return model.neighbours().like(encoder.sentence(), topic);
  }

  private Given mostConfident() {
    Fixed[] confidences = shares();
    int best = 0;
    for (int topic = 1; topic < topics; topic++) {
      best = confidences[topic].compareTo(confidences[best]) > 0 ? topic : best;
    }
    return new Given(best, confidences[best]);
  }

  /// Most scores lie far below what a threshold asks for, and an exponential takes its time.
  private List<Given> reaching() {
    var given = new ArrayList<Given>();
    for (int topic = 0; topic < topics; topic++) {
      if (odds[topic] >= floors[topic]) {
        Fixed confidence = probability(topic);
        if (confidence.compareTo(model.thresholds()[topic]) >= 0) {
          given.add(new Given(topic, confidence));
        }
      }
    }
    return given;
  }

  private void addGrams() {
    Bag bag = encoder.bag();
    known.clear();
    double squares = 0;
    for (int i = 0; i < bag.size(); i++) {
      int row = model.grams().row(GramTable.place(bag.hash(i)));
      if (row >= 0) {
        float value = PostEncoder.dampened(bag.count(i)) * model.idf()[row];
        squares += value * value;
        known.add(row, value * model.scales()[row]);
      }
    }
    known.sum(scores);
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int topic = 0; topic < topics; topic++) {
      scores[topic] *= factor;
    }
  }

  private void addDense() {
    float[] features = encoder.dense();
    float[] dense = model.dense();
    for (int feature = 0; feature <= features.length; feature++) {
      float value = feature < features.length ? features[feature] : 1;
      if (value != 0) {
        int at = feature * topics;
        for (int topic = 0; topic < topics; topic++) {
          scores[topic] += value * dense[at + topic];
        }
      }
    }
  }

  private Fixed[] probabilities() {
    var confidences = new Fixed[topics];
    for (int topic = 0; topic < topics; topic++) {
      confidences[topic] = probability(topic);
    }
    return confidences;
  }

  private Fixed probability(int topic) {
    return new Fixed(Math.round(Logistic.of(odds[topic]) * MICROS));
  }

  private Fixed[] shares() {
    double most = Double.NEGATIVE_INFINITY;
    for (int topic = 0; topic < topics; topic++) {
      most = Math.max(most, odds[topic]);
    }
    var powers = new double[topics];
    double sum = 0;
    for (int topic = 0; topic < topics; topic++) {
      powers[topic] = StrictMath.exp(odds[topic] - most);
      sum += powers[topic];
    }
    var confidences = new Fixed[topics];
    for (int topic = 0; topic < topics; topic++) {
      confidences[topic] = new Fixed(Math.round(powers[topic] / sum * MICROS));
    }
    return confidences;
  }

  private double[] calibrated() {
    var calibrated = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      calibrated[topic] = model.slopes()[topic] * scores[topic] + model.constants()[topic];
    }
    return calibrated;
  }
}
