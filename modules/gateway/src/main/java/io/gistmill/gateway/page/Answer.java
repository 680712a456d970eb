package io.gistmill.gateway.page;

/// What a request comes to.
sealed interface Answer {

  /// @param here the address in the navigation that the page belongs to
  /// @param view what the template shows
  record Page(int status, String template, String title, String here, Object view)
      implements Answer {}

  record Redirect(String to) implements Answer {}

  /// After a form was sent: the page to go on with.
  record SeeOther(String to) implements Answer {}

  static Page page(String template, String title, String here, Object view) {
    return new Page(200, template, title, here, view);
  }

  static Page problem(int status, String heading, String advice) {
    return new Page(status, "problem", heading, "", new Views.Problem(heading, advice));
  }

  static Page unknown(String what) {
    return problem(
        404,
        "There is no such " + what,
        "It may be older than what is kept, which is about five weeks, or its address is wrong.");
  }

  static Page takenBack(String what) {
    return problem(
        410,
        "This " + what + " was taken back",
        "Its author or its source withdrew it. Nothing of it is kept here.");
  }
}
