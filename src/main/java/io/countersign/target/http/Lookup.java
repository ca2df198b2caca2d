package io.countersign.target.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.conn.DnsResolver;

/** Looks up hosts, but not for ever: the platform's resolver takes no time limit. */
final class Lookup implements DnsResolver {
  private final Duration time;
  private final ExecutorService threads;

  Lookup(Duration time, ExecutorService threads) {
    this.time = time;
    this.threads = threads;
  }

  /** Whether there is such a host was not found out in time. */
  static final class SlowLookupException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    SlowLookupException(String host) {
      super(host);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Future<InetAddress[]> addresses = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return addresses.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (TimeoutException e) {
      throw new SlowLookupException(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }
}
