/// How clients reach the cluster.
@NullMarked
package io.gistmill.runtime.kafka;

import org.jspecify.annotations.NullMarked;
