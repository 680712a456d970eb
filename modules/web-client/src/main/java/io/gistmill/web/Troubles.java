package io.gistmill.web;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Says in words for an operator why a fetch failed.
final class Troubles {

  private Troubles() {}

  /// Whether another attempt would end alike.
  static boolean lasting(Throwable trouble) {
    return switch (trouble) {
      case Body.TooMuchException _, MessageConstraintException _, SSLPeerUnverifiedException _ ->
          true;
      case SSLException ssl -> ssl.getCause() instanceof CertificateException;
      default -> false;
    };
  }

  static String words(Throwable trouble, URI address) {
    String host = address.getHost();
    return switch (trouble) {
      case RefusedAddressException refused -> host + ": " + refused.getMessage();
      case Body.TooMuchException tooMuch -> "the answer of " + host + " " + tooMuch.getMessage();
      case UnknownHostException _ -> "no machine is known under the name " + host;
      case ConnectTimeoutException _ -> host + " does not accept the connection in time";
      case ConnectException _, NoRouteToHostException _ -> host + " cannot be connected to";
      case SSLException ssl when ssl.getCause() instanceof CertificateException ->
          host
              + " cannot be trusted: "
              + ssl.getMessage()
              + "; it needs a certificate that Java trusts, or add its authority to the trust store"
              + " of Java";
      case SSLException ssl -> host + " cannot be trusted: " + ssl.getMessage();
      case MessageConstraintException _ -> host + " sends headers beyond the limit";
      case ConnectionClosedException _ ->
          host + " ended the connection in the middle of its answer";
      case NoHttpResponseException _ -> host + " ended the connection without an answer";
      case SocketTimeoutException _ -> host + " does not answer in time";
      case SocketException _ -> host + " broke the connection off";
      case ZipException _, EOFException _ -> "the answer of " + host + " is damaged";
      case HttpException http -> host + " does not speak HTTP: " + http.getMessage();
      default -> host + " cannot be read: " + trouble;
    };
  }
}
