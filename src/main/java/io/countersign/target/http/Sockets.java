package io.countersign.target.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.params.HttpParams;

/**
 * Connects under a deadline. Over TLS, the certificate has to be one that is trusted, and for the
 * host that was asked for (RFC 9110, section 4.3.4).
 */
@SuppressWarnings("deprecation") // RestAssured is built on this generation of the client
final class Sockets implements SchemeSocketFactory {
  private final Optional<Supplier<SSLContext>> tls;

  /**
   * @param tls whom to trust; asked for at the first connection; absent for plain connections
   */
  Sockets(Optional<Supplier<SSLContext>> tls) {
    this.tls = tls;
  }

  @Override
  public Socket createSocket(HttpParams params) {
    return new Socket();
  }

  @Override
  public Socket connectSocket(
      Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
      throws IOException {
    Deadline deadline = (Deadline) params.getParameter(Deadline.PARAMETER);
    deadline.guard(socket);
    socket.setTcpNoDelay(true);
    socket.connect(remote, deadline.millisLeft());
    return tls.isPresent() ? layered(tls.get().get(), socket, remote) : socket;
  }

  private static Socket layered(SSLContext trust, Socket socket, InetSocketAddress remote)
      throws IOException {
    SSLSocket secure =
        (SSLSocket)
            trust
                .getSocketFactory()
                .createSocket(socket, remote.getHostString(), remote.getPort(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  @Override
  public boolean isSecure(Socket socket) {
    return tls.isPresent();
  }
}
