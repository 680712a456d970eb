/// How people see the classifiers at work, and switch them off and on.
@NullMarked
package io.gistmill.classifier.operation;

import org.jspecify.annotations.NullMarked;
