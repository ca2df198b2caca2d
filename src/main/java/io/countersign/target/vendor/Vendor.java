package io.countersign.target.vendor;

import io.countersign.message.HttpRequest;
import io.countersign.scheme.Resource;
import io.countersign.scheme.Service;
import io.countersign.scheme.SigningRules;
import io.countersign.verify.Reason;
import io.countersign.verify.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a vendor answers to a request, HTTP aside.
 *
 * <p>A request is judged by the schemes that have its path, or by all where none has it. It is
 * accepted if one of them accepts it; else it is refused by the one that got furthest, since that
 * is the scheme it was most likely signed for. What is accepted but no resource is answered with
 * {@code {"ok":true}} rather than a 404: whether a signature is right shall be seen by the status
 * alone.
 */
final class Vendor {
  private static final String OTHERWISE = "{\"ok\":true}";
  private static final String TIME = "{timestamp}";

  private final List<Registration> clients;
  private final Judge judge;

  Vendor(List<Registration> clients, Judge judge) {
    this.clients = List.copyOf(clients);
    this.judge = judge;
  }

  /** A client and what its scheme says of the request. */
  private record Opinion(Registration client, Verdict verdict) {
    /** The later a reason stands among all of them, the further the request came. */
    int progress() {
      return verdict instanceof Verdict.Rejected rejected
          ? rejected.reason().ordinal()
          : Reason.values().length;
    }
  }

  Exchange answer(HttpRequest request, Instant now) {
    List<Registration> candidates = candidates(request.path());
    for (Registration client : candidates) {
      Optional<Resource> open = resource(client, request).filter(Resource::open);
      if (open.isPresent()) {
        String body = fill(open.get().answer(), client, now);
        return new Exchange(request, now, client.scheme().id(), Optional.empty(), 200, body);
      }
    }
    Opinion opinion = opinion(candidates.get(0), request, now);
    for (int i = 1; i < candidates.size(); i++) {
      Opinion other = opinion(candidates.get(i), request, now);
      opinion = other.progress() > opinion.progress() ? other : opinion;
    }
    return opinion.verdict() instanceof Verdict.Rejected rejected
        ? refused(request, now, opinion, rejected.reason())
        : accepted(request, now, opinion);
  }

  private List<Registration> candidates(String path) {
    List<Registration> owners = new ArrayList<>(clients.size());
    for (Registration client : clients) {
      if (client.hasPath(path)) {
        owners.add(client);
      }
    }
    return owners.isEmpty() ? clients : owners;
  }

  private Opinion opinion(Registration client, HttpRequest request, Instant now) {
    return new Opinion(client, judge.judge(client, request, now));
  }

  private static Exchange accepted(HttpRequest request, Instant now, Opinion opinion) {
    Registration client = opinion.client();
    String body =
        resource(client, request)
            .map(resource -> fill(resource.answer(), client, now))
            .orElse(OTHERWISE);
    return exchange(request, now, opinion, 200, body);
  }

  private static Exchange refused(
      HttpRequest request, Instant now, Opinion opinion, Reason reason) {
    Service service = opinion.client().scheme().service();
    String body = service.refusal().replace("{reason}", reason.toString());
    return exchange(request, now, opinion, service.refusalStatus(), body);
  }

  private static Exchange exchange(
      HttpRequest request, Instant now, Opinion opinion, int status, String body) {
    String scheme = opinion.client().scheme().id();
    return new Exchange(request, now, scheme, Optional.of(opinion.verdict()), status, body);
  }

  private static Optional<Resource> resource(Registration client, HttpRequest request) {
    return client.resource(request.method(), request.path());
  }

  private static String fill(String answer, Registration client, Instant now) {
    if (!answer.contains(TIME)) {
      return answer;
    }
    SigningRules rules = client.scheme().rules(client.profile());
    String time = rules.timestamp().map(rule -> rule.format().format(now)).orElseGet(now::toString);
    return answer.replace(TIME, time);
  }
}
