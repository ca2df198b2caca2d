package io.countersign.target.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that does what a test says, on each connection. */
public final class TinyServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Behaviour behaviour;

  /** What it does with a connection. */
  @FunctionalInterface
  public interface Behaviour {
    void serve(Socket socket) throws Exception;
  }

  private TinyServer(ServerSocket listening, Behaviour behaviour) {
    this.listening = listening;
    this.behaviour = behaviour;
  }

  public static TinyServer start(Behaviour behaviour) throws IOException {
    return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
  }

  public static TinyServer start(ServerSocket listening, Behaviour behaviour) {
    TinyServer server = new TinyServer(listening, behaviour);
    daemon(server::accept);
    return server;
  }

  /** Answers each request with the given bytes and closes the connection. */
  public static TinyServer answering(String answer) throws IOException {
    return start(
        socket -> {
          readHead(socket.getInputStream());
          write(socket, answer);
        });
  }

  /** Keeps what arrives, up to a number of bytes after the head, and answers 204. */
  static TinyServer recording(BlockingQueue<byte[]> heads, int body) throws IOException {
    return start(
        socket -> {
          while (true) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(readHead(socket.getInputStream()));
            all.write(socket.getInputStream().readNBytes(body));
            heads.add(all.toByteArray());
            write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
          }
        });
  }

  static BlockingQueue<byte[]> queue() {
    return new LinkedBlockingQueue<>();
  }

  public static byte[] readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("the client is gone");
      }
      head.write(octet);
    }
    return head.toByteArray();
  }

  public static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public int port() {
    return listening.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      behaviour.serve(socket);
    } catch (Exception e) {
      // The client went away, as clients under test may.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
