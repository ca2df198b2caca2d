package io.countersign.target;

import io.countersign.scheme.Scheme;
import io.countersign.target.http.Reply;
import java.util.OptionalInt;

/** What an answer over HTTP says of the signature. */
final class Answers {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String REASON = "{reason}";

  private Answers() {}

  static Judged judged(Reply reply, Scheme scheme) {
    return reply instanceof Reply.Answer answer
        ? judged(answer, scheme)
        : new Judged.Fault(((Reply.Fault) reply).what());
  }

  private static Judged judged(Reply.Answer answer, Scheme scheme) {
    int status = answer.status();
    if (status / 100 == 2) {
      return new Judged.Accepted(answer.toString());
    }
    if (status == scheme.service().refusalStatus()) {
      return new Judged.Rejected(reason(answer, scheme.service().refusal()), answer.toString());
    }
    if (status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS) {
      return new Judged.Fault("the server answers " + statusOf(answer));
    }
    return new Judged.RefusedOtherwise(OptionalInt.of(status), statusOf(answer), answer.toString());
  }

  /** The reason in a body of the documented form; of another server's words we know nothing. */
  private static String reason(Reply.Answer answer, String refusal) {
    int at = refusal.indexOf(REASON);
    String before = at < 0 ? refusal : refusal.substring(0, at);
    String after = at < 0 ? "" : refusal.substring(at + REASON.length());
    String body = answer.body().text();
    return at >= 0
            && body.length() >= before.length() + after.length()
            && body.startsWith(before)
            && body.endsWith(after)
        ? body.substring(before.length(), body.length() - after.length())
        : "";
  }

  /** {@code 302 Found to /login}. */
  private static String statusOf(Reply.Answer answer) {
    String line = answer.statusLine();
    String status = line.substring(line.indexOf(' ') + 1);
    return status + answer.header("Location").map(to -> " to " + to).orElse("");
  }
}
