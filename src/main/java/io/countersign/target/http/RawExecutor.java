package io.countersign.target.http;

import io.countersign.message.HttpRequest;
import io.countersign.message.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.conn.ManagedHttpClientConnection;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request in the place of whatever the layers above made of it, straight to the socket:
 * they would parse the target, sort out headers, and write neither beyond ASCII. Reads the whole
 * answer at once, within limits.
 */
final class RawExecutor extends HttpRequestExecutor {

  private final HttpRequest request;
  private final Limits limits;
  private final Deadline deadline;
  private boolean cut;
  private boolean reused;

  RawExecutor(HttpRequest request, Limits limits, Deadline deadline) {
    this.request = request;
    this.limits = limits;
    this.deadline = deadline;
  }

  /** Whether less of the body was kept than came. */
  boolean isCut() {
    return cut;
  }

  /** Whether the request changes nothing where it arrives, even if it arrives twice. */
  boolean isSafe() {
    return request.isSafe();
  }

  /**
   * Whether to try again on another connection (RFC 9112, section 9.3.1): a server may close an
   * idle one just as a request is on its way.
   */
  boolean mayTryAgain() {
    return reused && isSafe() && !deadline.isExpired();
  }

  @Override
  protected @Nullable HttpResponse doSendRequest(
      org.apache.http.HttpRequest ignored, HttpClientConnection connection, HttpContext context)
      throws IOException {
    ManagedHttpClientConnection managed = (ManagedHttpClientConnection) connection;
    reused = connection.getMetrics().getResponseCount() > 0;
    deadline.guard(managed.getSocket());
    managed.setSocketTimeout(deadline.millisLeft());
    OutputStream out = managed.getSocket().getOutputStream();
    out.write(RawMessage.write(request).toBytes());
    out.flush();
    return null; // no answer yet
  }

  @Override
  protected HttpResponse doReceiveResponse(
      org.apache.http.HttpRequest ignored, HttpClientConnection connection, HttpContext context)
      throws HttpException, IOException {
    // The method decides whether an answer has a body.
    HttpResponse response =
        super.doReceiveResponse(new BasicHttpRequest(request.method(), "/"), connection, context);
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      response.setEntity(new ByteArrayEntity(beginning(entity)));
    }
    deadline.close();
    return response;
  }

  private byte[] beginning(HttpEntity entity) throws IOException {
    try (InputStream in = entity.getContent()) {
      byte[] kept = in.readNBytes(limits.kept());
      byte[] chunk = new byte[8192];
      int total = kept.length;
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        total += count;
        if (total > limits.most()) {
          // Closing the stream would read on, to use the connection again.
          deadline.abandon();
          throw new TooBigException(limits.most());
        }
      }
      cut = total > kept.length;
      return kept;
    }
  }
}
