package io.countersign.target.http;

import io.countersign.target.http.Reply.Fault;
import io.countersign.target.http.Reply.Fault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.ParseException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/** Says of an exception what happened on the wire. */
final class Faults {
  /** The first row that fits counts, so that special cases stand before general ones. */
  private static final List<Row> ROWS =
      List.of(
          new Row(TooBigException.class, Kind.TOO_BIG, "the answer is too long"),
          new Row(
              MessageConstraintException.class, Kind.TOO_BIG, "the head of the answer is too long"),
          new Row(Lookup.SlowLookupException.class, Kind.TIME_OUT, "the lookup took too long"),
          new Row(UnknownHostException.class, Kind.UNREACHABLE, "there is no such host"),
          new Row(NoRouteToHostException.class, Kind.UNREACHABLE, "there is no way to the host"),
          new Row(ConnectException.class, Kind.REFUSED, "the connection was refused"),
          new Row(ConnectionPoolTimeoutException.class, Kind.TIME_OUT, "no connection was free"),
          new Row(SocketTimeoutException.class, Kind.TIME_OUT, "no answer came in time"),
          new Row(SSLException.class, Kind.TLS, "there is no TLS connection"),
          new Row(NoHttpResponseException.class, Kind.RESET, "the connection closed, no answer"),
          new Row(ConnectionClosedException.class, Kind.RESET, "the connection closed too early"),
          new Row(TruncatedChunkException.class, Kind.RESET, "the connection closed too early"),
          new Row(SocketException.class, Kind.RESET, "the connection was reset"),
          new Row(MalformedChunkCodingException.class, Kind.NOT_HTTP, "the answer is not HTTP"),
          new Row(ParseException.class, Kind.NOT_HTTP, "the answer is not HTTP"),
          new Row(HttpException.class, Kind.NOT_HTTP, "the answer is not HTTP"),
          // What the library throws for a line that does not end, be it of a head or of no HTTP.
          new Row(
              IOException.class,
              Kind.NOT_HTTP,
              "the answer is not HTTP, or has a line that is too long"));

  private record Row(Class<? extends Exception> type, Kind kind, String what) {}

  private Faults() {}

  static Fault of(Throwable thrown) {
    for (Row row : ROWS) {
      for (Throwable t = thrown; t != null; t = t.getCause()) {
        if (row.type().isInstance(t)) {
          return new Fault(row.kind(), row.what() + detail(row.kind(), t));
        }
      }
    }
    return new Fault(Kind.OTHER, "the request failed: " + thrown.getClass().getSimpleName());
  }

  /**
   * The one case in which more is known: what is wrong with a certificate, or that there is none.
   */
  private static String detail(Kind kind, Throwable thrown) {
    return kind == Kind.TLS ? ": " + TlsWords.of(thrown) : "";
  }
}
