package io.gistmill.classifier.trained.model;

/// Models as others, but for a part.
final class ModelCopy {

  private ModelCopy() {}

  static Model of(Model model, String basis, Stacking stacking) {
    return new Model(
        basis,
        model.features(),
        model.topics(),
        model.single(),
        model.grams(),
        model.idf(),
        model.scales(),
        model.weights(),
        model.dense(),
        model.slopes(),
        model.constants(),
        model.thresholds(),
        stacking,
        model.neighbours());
  }
}
