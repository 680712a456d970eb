/// The gateway as its users meet it.
package io.gistmill.gateway;
